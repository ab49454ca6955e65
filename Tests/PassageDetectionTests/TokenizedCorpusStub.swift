import TextFeatures

/// Token sequences without a text.
enum TokenizedCorpusStub {
  /// One document of the given ids.
  static func corpus(of ids: [UInt32]) -> TokenizedCorpus {
    let size = Int(ids.max() ?? 0) + 1
    return TokenizedCorpus(
      vocabulary: Vocabulary(
        arena: [], offsets: Array(repeating: 0, count: size + 1),
        documentFrequencies: Array(repeating: 1, count: size)),
      ids: ids, starts: ids.indices.map { UInt32(2 * $0) }, lengths: ids.map { _ in 1 },
      documentOffsets: [0, ids.count], titleTokenCounts: [0])
  }
}
