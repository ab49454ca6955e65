/// Fitting text into columns.
enum TextLayout {
  /// Breaks one-line text at spaces into lines of at most `width` columns; longer words are broken inside.
  ///
  /// - Complexity: O(text), one word of any length included.
  static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      var rest = word
      var needed = DisplayWidth.of(rest)
      if used > 0 && used + 1 + needed <= width {
        line += " " + rest
        used += 1 + needed
        continue
      }
      if used > 0 { lines.append(line) }
      while needed > width {
        let head = prefix(rest, width: width)
        lines.append(String(head))
        rest = rest[head.endIndex...]
        // Measuring the rest anew for every line would take the square of its length.
        needed -= DisplayWidth.of(head)
      }
      line = String(rest)
      used = needed
    }
    if used > 0 { lines.append(line) }
    return lines
  }

  /// The text, or its beginning with an ellipsis, in at most `width` columns.
  static func truncated(_ text: String, width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    return prefix(text[...], width: width - 1) + "…"
  }

  /// The text, or its beginning and end around an ellipsis, in at most `width` columns; for paths and ids, whose
  /// ends tell them apart.
  static func truncatedInside(_ text: String, width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    let tail = (width - 1) / 2
    return prefix(text[...], width: width - 1 - tail) + "…" + suffix(text[...], width: tail)
  }

  /// The text with spaces behind it up to `width` columns.
  static func padded(_ text: String, width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// The longest beginning of at most `width` columns, at least one character.
  static func prefix(_ text: Substring, width: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      used += DisplayWidth.of(text[end])
      if used > width && end > text.startIndex { break }
      end = text.index(after: end)
    }
    return text[..<end]
  }

  /// The longest end of at most `width` columns.
  static func suffix(_ text: Substring, width: Int) -> Substring {
    var used = 0
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      used += DisplayWidth.of(text[before])
      if used > width { break }
      start = before
    }
    return text[start...]
  }
}
