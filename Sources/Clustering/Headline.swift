import AnalysisModel

/// Finds the line that names a text without a title field.
///
/// A headline is a short line of at least four words near the start, without a full stop at its end; a menu
/// word or the name of a section has fewer words, and the search ends where the first paragraph of running
/// text begins.
enum Headline {
  /// How many non-empty lines are looked at.
  static let lineLimit = 12
  /// Lines longer than this are running text.
  static let longestLine = 160
  /// The fewest words (holding a letter) of a headline.
  static let fewestWords = 4

  /// The headline of a text; nil where none of the first lines is one. Markdown marks are taken off.
  static func find(in text: UTF8Text) -> String? {
    // Enough for the lines in question, whatever a text without line ends brings.
    let start = text.bytes.prefix(8_000)
    let lines = start.split(whereSeparator: { $0 == 10 || $0 == 13 })
    var seen = 0
    for line in lines {
      let candidate = stripped(String(decoding: line, as: UTF8.self))
      if candidate.isEmpty { continue }
      seen += 1
      if seen > lineLimit || candidate.count > longestLine { return nil }
      if isHeadline(candidate) { return candidate }
    }
    return nil
  }

  private static func isHeadline(_ line: String) -> Bool {
    guard let last = line.last, !".:;,…".contains(last), !line.contains("://") else { return false }
    let words = line.split(whereSeparator: \.isWhitespace).filter { $0.contains(where: \.isLetter) }
    return words.count >= fewestWords
  }

  private static func stripped(_ line: String) -> String {
    let marks: Set<Character> = ["#", "*", "_", ">", "=", "-", "|"]
    var rest = Substring(line)
    while let first = rest.first, first.isWhitespace || marks.contains(first) { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace || marks.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
