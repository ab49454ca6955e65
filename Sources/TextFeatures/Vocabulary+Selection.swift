extension Vocabulary {
  /// The vocabulary of some ids, given in ascending order.
  func selecting(_ ids: [UInt32]) -> Vocabulary {
    if ids.count == count { return self }
    var arena: [UInt8] = []
    var offsets = [0]
    offsets.reserveCapacity(ids.count + 1)
    for id in ids {
      arena.append(contentsOf: bytes(of: id))
      offsets.append(arena.count)
    }
    return Vocabulary(
      arena: arena, offsets: offsets, documentFrequencies: ids.map { documentFrequencies[Int($0)] })
  }
}

extension TokenizedCorpus {
  /// For every token id, how often it stands in the corpus, or (binary) in how many documents.
  func totals(binary: Bool) -> [Int] {
    if binary { return vocabulary.documentFrequencies.map(Int.init) }
    var totals = [Int](repeating: 0, count: vocabulary.count)
    for id in ids { totals[Int(id)] += 1 }
    return totals
  }
}
