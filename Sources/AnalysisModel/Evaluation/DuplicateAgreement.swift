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

  /// Counts, each at least 0.
  public init(rightlyRemoved: Int, wronglyRemoved: Int, redundant: Int) {
    self.rightlyRemoved = rightlyRemoved
    self.wronglyRemoved = wronglyRemoved
    self.redundant = redundant
  }

  /// How many documents were removed.
  public var removed: Int { rightlyRemoved + wronglyRemoved }

  /// Redundant documents that were not removed, or for a stranger.
  public var missed: Int { redundant - rightlyRemoved }

  /// The right share of what was removed, and the removed share of what is redundant.
  ///
  /// A share of nothing is 0, but where nothing is redundant and nothing was removed both are 1.
  public var removal: PrecisionRecall {
    if removed == 0 && redundant == 0 { return PrecisionRecall(precision: 1, recall: 1) }
    return PrecisionRecall(
      precision: removed > 0 ? Double(rightlyRemoved) / Double(removed) : 0,
      recall: redundant > 0 ? Double(rightlyRemoved) / Double(redundant) : 0)
  }

  /// F₁ of `removal` from the counts alone, so that equal fractions are equal numbers: 2 · right / (removed +
  /// redundant), 1 where both are 0.
  public var f1: Double {
    removed + redundant > 0 ? 2 * Double(rightlyRemoved) / Double(removed + redundant) : 1
  }
}
