/// How well removed duplicates agree with gold labels, counted in records.
///
/// A document that is not its own representative counts as removed. The removal is right when the
/// representative bears the same gold label; of each label's documents all but one are redundant.
public struct DuplicateAgreement: Sendable, Hashable {
  /// Documents removed for a representative with the same label.
  public let rightlyRemoved: Int
  /// Documents removed for a representative with another label.
  public let wronglyRemoved: Int
  /// Documents that could be removed without losing a label.
  public let redundant: Int

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
    rightlyRemoved = right
    wronglyRemoved = wrong
    redundant = gold.count - Set(gold).count
  }

  /// The right share of what was removed, and the removed share of what is redundant.
  ///
  /// A share of nothing is 0, but where nothing is redundant and nothing was removed both are 1.
  public var removal: PrecisionRecall {
    let removed = rightlyRemoved + wronglyRemoved
    if removed == 0 && redundant == 0 { return PrecisionRecall(precision: 1, recall: 1) }
    return PrecisionRecall(
      precision: removed > 0 ? Double(rightlyRemoved) / Double(removed) : 0,
      recall: redundant > 0 ? Double(rightlyRemoved) / Double(redundant) : 0)
  }
}
