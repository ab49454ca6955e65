import Mustache

/// Text as HTML text: whatever a document holds, it stays text.
enum HTMLText {
  /// The name by which the template asks for `ContentType`.
  static let contentTypeName = "REFRAIN_HTML"

  /// Escapes a value for element content and quoted attributes; hazards become signs.
  ///
  /// Works scalar by scalar: escaping by grapheme cluster would leave a quote alone that a combining mark follows.
  static func escape(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return String(result)
  }

  /// The same for text of several lines; hazards are written out as small labels such as U+202E.
  static func escapeBody(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if VisibleText.isHazardous(scalar) && scalar != "\n" && scalar != "\t" && scalar != "\r" {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        result.append(contentsOf: "<span class=\"control\">\(name)</span>".unicodeScalars)
      } else {
        append(scalar, to: &result)
      }
    }
    return String(result)
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    switch scalar {
    case "&": result.append(contentsOf: "&amp;".unicodeScalars)
    case "<": result.append(contentsOf: "&lt;".unicodeScalars)
    case ">": result.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
    case "'": result.append(contentsOf: "&#39;".unicodeScalars)
    case "\n", "\t", "\r": result.append(scalar)
    default:
      result.append(VisibleText.isHazardous(scalar) ? VisibleText.sign(for: scalar) : scalar)
    }
  }

  /// Makes `{{value}}` in a template escape by scalar, see `escape`.
  struct ContentType: MustacheContentType {
    func escapeText(_ text: String) -> String { HTMLText.escape(text) }
  }
}
