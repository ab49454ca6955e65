import AnalysisModel

/// One field of a document as HTML with the passages in it marked.
///
/// Places may nest and overlap: the text is cut at all their ends, and each piece is marked as deeply as places
/// cover it. Every place begins with a link to its passage, which is also where links to the place lead.
struct HighlightedText {
  /// A place of a passage in this field.
  struct Mark {
    /// Bytes of the field.
    var bytes: Range<Int>
    var passage: Int
    /// The id that links to the place lead to.
    var anchor: String
    /// Whether the passage itself is on the page.
    var isLinked: Bool
  }

  /// The markup of the text up to a byte, with the marks that begin before it.
  ///
  /// - Parameters:
  ///   - end: where the text is cut off, on a character border.
  ///   - marks: ascending by start, the longer first on ties.
  /// - Complexity: O(text + marks · deepest nesting).
  static func markup(of text: UTF8Text, upTo end: Int, marks: [Mark]) -> String {
    let marks = marks.filter { $0.bytes.lowerBound < end }
    var borders = Set([0, end])
    for mark in marks {
      borders.insert(mark.bytes.lowerBound)
      borders.insert(min(mark.bytes.upperBound, end))
    }
    let cuts = borders.sorted()
    var result = ""
    var next = 0
    var open: [Mark] = []
    for (start, stop) in zip(cuts, cuts.dropFirst()) {
      open.removeAll { $0.bytes.upperBound <= start }
      while next < marks.count && marks[next].bytes.lowerBound == start {
        open.append(marks[next])
        result += reference(marks[next])
        next += 1
      }
      let piece = HTMLText.escapeBody(text[start..<stop].string)
      result += open.isEmpty ? piece : "<mark class=\"depth\(min(open.count, 3))\">\(piece)</mark>"
    }
    return result
  }

  private static func reference(_ mark: Mark) -> String {
    let number = mark.passage
    return mark.isLinked
      ? "<a class=\"ref\" id=\"\(mark.anchor)\" href=\"#passage-\(number)\""
        + " aria-label=\"Passage \(number)\">\(number)</a>"
      : "<span class=\"ref\" id=\"\(mark.anchor)\">\(number)</span>"
  }
}
