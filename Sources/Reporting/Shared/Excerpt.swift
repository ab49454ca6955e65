/// The beginning and the end of a long text, for a person who wants to recognise it.
enum Excerpt {
  /// One line of at most about `width` columns, with an ellipsis in the middle where something is left out.
  ///
  /// - Complexity: O(width).
  static func of(_ text: String, width: Int) -> String {
    // Enough raw text for either side even if half of it is white space and marks.
    let margin = 4 * width
    if text.utf8.count <= 2 * margin {
      let line = VisibleText.line(text)
      if DisplayWidth.of(line) <= width { return line }
    }
    // By scalars: one character may carry marks without end.
    let head = VisibleText.line(text.unicodeScalars.prefix(margin))
    let tail = VisibleText.line(text.unicodeScalars.suffix(margin))
    let headWidth = (width - 3) * 2 / 3
    return cut(TextLayout.prefix(head[...], width: headWidth), dropping: .end) + " … "
      + cut(TextLayout.suffix(tail[...], width: width - 3 - headWidth), dropping: .start)
  }

  private enum Side { case start, end }

  /// Leaves out the torn word at one side, unless that would cost much (scripts without spaces).
  private static func cut(_ text: Substring, dropping side: Side) -> String {
    switch side {
    case .end:
      guard let space = text.lastIndex(of: " "), text.distance(from: space, to: text.endIndex) < 16
      else { return String(text) }
      return String(text[..<space])
    case .start:
      guard let space = text.firstIndex(of: " "),
        text.distance(from: text.startIndex, to: space) < 16
      else { return String(text) }
      return String(text[text.index(after: space)...])
    }
  }
}
