import AnalysisModel

extension DuplicateAgreement {
  /// Judges families.
  ///
  /// - Parameters:
  ///   - gold: the label of every document.
  ///   - representatives: the index of every document's representative, its own where it is kept.
  /// - Precondition: both have the same length and every index is one of a document.
  /// - Complexity: O(n).
  public init<Label: Hashable>(gold: [Label], representatives: [Int]) {
    precondition(
      gold.count == representatives.count,
      "\(gold.count) gold labels, but \(representatives.count) representatives")
    var right = 0
    var wrong = 0
    for (document, representative) in representatives.enumerated() where document != representative {
      precondition(
        gold.indices.contains(representative),
        "representative \(representative) of \(gold.count) documents")
      if gold[document] == gold[representative] { right += 1 } else { wrong += 1 }
    }
    self.init(
      rightlyRemoved: right, wronglyRemoved: wrong, redundant: gold.count - Set(gold).count)
  }
}
