/// Edits that cut, move or add whole sentences.
enum SentenceEdits {
  /// Fewer sentences leave nothing to cut a tenth of.
  private static let fewestSentences = 6
  /// How many sentences are moved, where not all are.
  private static let fewestMoves = 1...3
  /// One reordering in so many moves everything.
  private static let wholeShuffles = 5

  /// A text without the first or last `share` of its sentences, one at least; nil for a short text.
  static func cutting(_ text: String, share: Double, _ random: inout RandomStream) -> String? {
    let sentences = Sentences.split(text)
    guard sentences.count >= fewestSentences else { return nil }
    let count = max(1, Int((Double(sentences.count) * share).rounded()))
    let kept = random.below(2) == 0 ? sentences.dropFirst(count) : sentences.dropLast(count)
    return kept.joined()
  }

  /// A text with some of its sentences, or all, in other places; nil for a short text.
  static func reordering(_ text: String, _ random: inout RandomStream) -> String? {
    var sentences = Sentences.split(text).map(endingInSpace)
    guard sentences.count >= fewestSentences else { return nil }
    if random.below(wholeShuffles) == 0 { return random.shuffled(sentences).joined() }
    for _ in 0..<random.number(in: fewestMoves) {
      let sentence = sentences.remove(at: random.below(sentences.count))
      sentences.insert(sentence, at: random.below(sentences.count + 1))
    }
    return sentences.joined()
  }

  /// Moved, the last sentence must not run into the next.
  private static func endingInSpace(_ sentence: String) -> String {
    guard let last = sentence.unicodeScalars.last, !last.properties.isWhitespace else { return sentence }
    return sentence + " "
  }

  /// Whole sentences in a row with so many tokens, from anywhere in a text; nil where there are none.
  ///
  /// - Parameter tokenCounts: those of the sentences.
  static func passage(
    of sentences: [String], tokenCounts: [Int], tokens: ClosedRange<Int>, _ random: inout RandomStream
  ) -> String? {
    for start in random.shuffled(Array(sentences.indices)) {
      var count = 0
      for end in start..<sentences.count {
        count += tokenCounts[end]
        if tokens.contains(count) { return sentences[start...end].joined() }
        if count > tokens.upperBound { break }
      }
    }
    return nil
  }

  /// A text with a passage in quotation marks between two of its sentences.
  static func quoting(_ passage: String, in host: String, _ random: inout RandomStream) -> String {
    var sentences = Sentences.split(host).map(endingInSpace)
    let passage = passage.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    sentences.insert("“\(passage)” ", at: random.below(sentences.count + 1))
    return sentences.joined()
  }
}
