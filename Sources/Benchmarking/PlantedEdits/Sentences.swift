/// A text cut into sentences; joined they are the text again.
///
/// A sentence ends after a full stop, question or exclamation mark (closing quotation marks and brackets
/// included) that white space follows, after a full-width one in any case, and after an empty line. White
/// space belongs to the sentence before it. An abbreviation ends a sentence too: an edit needs places to cut,
/// not grammar.
enum Sentences {
  private static let ends: Set<Unicode.Scalar> = [".", "!", "?"]
  private static let fullWidthEnds: Set<Unicode.Scalar> = ["。", "！", "？"]
  private static let closers: Set<Unicode.Scalar> = ["\"", "'", "”", "’", ")", "]", "」", "』"]

  static func split(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var sentences: [String] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      guard let end = Self.end(at: index, in: scalars) else {
        index += 1
        continue
      }
      index = end
      while index < scalars.count && scalars[index].properties.isWhitespace { index += 1 }
      sentences.append(String(scalars[start..<index]))
      start = index
    }
    if start < scalars.count { sentences.append(String(scalars[start...])) }
    return sentences
  }

  /// Where the sentence is over that ends with the scalar at `index`, white space left out; nil if none does.
  private static func end(at index: Int, in scalars: [Unicode.Scalar]) -> Int? {
    let scalar = scalars[index]
    if scalar == "\n" {
      return index + 1 < scalars.count && scalars[index + 1] == "\n" ? index : nil
    }
    let isFullWidth = fullWidthEnds.contains(scalar)
    guard isFullWidth || ends.contains(scalar) else { return nil }
    var next = index + 1
    while next < scalars.count && closers.contains(scalars[next]) { next += 1 }
    guard isFullWidth || next == scalars.count || scalars[next].properties.isWhitespace else { return nil }
    return next
  }
}

extension String {
  /// The text of some scalars.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
