extension TokenizedCorpus {
  /// For every token id, how often it stands in the corpus, or (binary) in how many documents.
  func totals(binary: Bool) -> [Int] {
    if binary { return vocabulary.documentFrequencies.map(Int.init) }
    var totals = [Int](repeating: 0, count: vocabulary.count)
    for id in ids { totals[Int(id)] += 1 }
    return totals
  }
}
