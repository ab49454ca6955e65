/// Spells what stands in the data for a message, whatever it holds.
enum NameInData {
  /// Longer than the names of fields are; what is longer is no name.
  static let mostCharactersOfField = 40

  /// The name in quotes, cut where it is long, on one line.
  static func quoted(_ name: String, mostCharacters: Int = mostCharactersOfField) -> String {
    "‘\(printable(name, mostCharacters: mostCharacters))’"
  }

  /// The name with U+FFFD in place of each control character, which could rearrange a terminal, and with `…`
  /// after so many characters.
  static func printable(_ name: String, mostCharacters: Int = mostCharactersOfField) -> String {
    // Characters, not scalars, are cut; one character may be made of any number of scalars.
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(4 * mostCharacters) {
      scalars.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
    let cleaned = String(scalars)
    let shown = cleaned.prefix(mostCharacters)
    let isCut = shown.endIndex < cleaned.endIndex || scalars.count < name.unicodeScalars.count
    return isCut ? "\(shown)…" : cleaned
  }

  /// C0, DEL and C1, and the two separators that end a line.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }
}
