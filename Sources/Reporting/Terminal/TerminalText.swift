/// Lines for a terminal: indented, wrapped, and styled only where colour is allowed.
///
/// Everything that comes out of documents must be passed through `VisibleText` before it gets here.
struct TerminalText {
  /// The styles used, as SGR parameters.
  enum Style: String {
    case heading = "1"
    case dim = "2"
    case accent = "36"
    case removed = "31"
    case added = "32"
  }

  let width: Int
  let usesColour: Bool
  private(set) var output = ""

  init(width: Int, usesColour: Bool) {
    self.width = width
    self.usesColour = usesColour
  }

  /// The text in a style, or as it is.
  func styled(_ text: String, _ style: Style) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  mutating func line(_ text: String = "") {
    output += text
    output += "\n"
  }

  /// A section's heading, underlined so that it stands out without colour.
  mutating func heading(_ title: String, _ detail: String = "") {
    line()
    if DisplayWidth.of(title) + DisplayWidth.of(detail) + 2 <= width {
      line(styled(title, .heading) + (detail.isEmpty ? "" : "  " + styled(detail, .dim)))
    } else {
      paragraph(title, style: .heading)
      paragraph(detail, style: .dim)
    }
    line(styled(String(repeating: "─", count: min(width, 80)), .dim))
  }

  /// Wrapped text behind a first prefix; further lines are indented to match it.
  mutating func paragraph(
    _ text: String, prefix: String = "", prefixStyle: Style? = nil, style: Style? = nil
  ) {
    let indent = DisplayWidth.of(prefix)
    let lines = TextLayout.wrap(text, width: max(20, width - indent))
    for (position, wrapped) in lines.enumerated() {
      let margin = position == 0 ? prefix : String(repeating: " ", count: indent)
      line(
        (prefixStyle.map { styled(margin, $0) } ?? margin) + (style.map { styled(wrapped, $0) } ?? wrapped))
    }
  }
}
