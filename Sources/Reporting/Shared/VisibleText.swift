/// Text out of documents made harmless and visible: nothing in a document may command a terminal or reorder a line.
enum VisibleText {
  /// Whether a scalar is a control character or an explicit bidirectional format.
  static func isHazardous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The sign that stands for a hazardous scalar: `␛` for escape, `�` where Unicode has no picture.
  static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }

  /// One line: white space of any kind becomes single spaces, none at the ends; hazards become signs.
  static func line(_ text: some StringProtocol) -> String { line(text.unicodeScalars) }

  /// The same for a part of a text that was cut by scalars.
  static func line(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace {
        result.append(" ")
        pendingSpace = false
      }
      result.append(isHazardous(scalar) ? sign(for: scalar) : scalar)
    }
    return String(result)
  }
}
