import AnalysisModel

/// Names, titles, labels and keywords as a person is shown them: one line, cut where it grows long.
///
/// A file without spaces is one word, and what is made of it may be as long as the file: the work here depends
/// on what is shown, not on what there is.
enum Label {
  /// Columns a label takes at most where nothing else is said.
  static let width = 120

  /// The text in one line, or its beginning with an ellipsis.
  ///
  /// - Complexity: O(width).
  static func of(_ text: some StringProtocol, width: Int = width) -> String {
    let start = text.unicodeScalars.prefix(reach(width))
    let line = VisibleText.line(start)
    if start.endIndex == text.endIndex { return TextLayout.truncated(line, width: width) }
    return TextLayout.prefix(line[...], width: width - 1) + "…"
  }

  /// The same for text that is not yet decoded.
  static func of(_ text: UTF8Text, width: Int = width) -> String {
    // So many bytes hold more scalars than are looked at, and one torn at the end is not among those.
    of(String(decoding: text.bytes.prefix(4 * (reach(width) + 2)), as: UTF8.self), width: width)
  }

  /// The text in one line, or its beginning and end around an ellipsis; for ids, whose ends tell them apart.
  ///
  /// - Complexity: O(width).
  static func ofID(_ text: String, width: Int = width) -> String {
    let reach = reach(width)
    let head = text.unicodeScalars.prefix(reach)
    let line = VisibleText.line(head)
    if head.endIndex == text.endIndex { return TextLayout.truncatedInside(line, width: width) }
    let tail = VisibleText.line(text.unicodeScalars.suffix(reach))
    let tailWidth = (width - 1) / 2
    return TextLayout.prefix(line[...], width: width - 1 - tailWidth) + "…"
      + TextLayout.suffix(tail[...], width: tailWidth)
  }

  /// How many bytes of a text its label would show; all where the label shows all.
  static func shownBytes(of text: UTF8Text, width: Int = width) -> Int {
    let start = String(decoding: text.bytes.prefix(4 * (reach(width) + 2)), as: UTF8.self)
    let shown = TextLayout.prefix(
      String(String.UnicodeScalarView(start.unicodeScalars.prefix(reach(width))))[...], width: width)
    return min(shown.utf8.count, text.count)
  }

  /// Scalars looked at: enough for the columns even if most of them are white space and marks.
  private static func reach(_ width: Int) -> Int { 8 * max(width, 1) }
}
