/// A message in which nothing out of a document or a file name can steer the terminal.
///
/// Control characters become U+FFFD, and what is longer than a person reads is cut.
struct VisibleMessage: CustomStringConvertible {
  /// The most characters of a message that are shown.
  private static let limit = 2_000

  let description: String

  init(_ text: String) {
    let shown = text.unicodeScalars.prefix(Self.limit)
    var visible = String.UnicodeScalarView()
    for scalar in shown {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      visible.append(isControl ? "\u{FFFD}" : scalar)
    }
    description = String(visible) + (shown.endIndex < text.unicodeScalars.endIndex ? " …" : "")
  }
}
