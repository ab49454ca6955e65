/// Counts the tokens of documents that are cut already. One thread uses it for all pieces that fall to it.
struct TokenCounter: ~Copyable {
  private let tokens: TokenizedCorpus
  private var tally = TermTally()
  /// The pieces that fell to this worker, with their numbers in the plan.
  private(set) var pieces: [(number: Int, piece: TermCountRows)] = []

  init(_ tokens: TokenizedCorpus) { self.tokens = tokens }

  /// Counts the tokens of a piece's documents.
  mutating func add(_ documents: Range<Int>, number: Int) {
    var piece = TermCountRows()
    tokens.ids.withUnsafeBufferPointer { ids in
      for document in documents {
        tally.count(
          UnsafeBufferPointer(rebasing: ids[tokens.positions(of: document)]),
          termCount: tokens.vocabulary.count)
        tally.endDocument(into: &piece)
      }
    }
    pieces.append((number, piece))
  }
}
