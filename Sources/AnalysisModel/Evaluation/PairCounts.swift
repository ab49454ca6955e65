/// How the unordered pairs of documents fall, when two divisions of the same documents are laid side by side.
public struct PairCounts: Sendable, Hashable {
  /// Pairs that stand together in both divisions.
  public let together: Int
  /// Pairs together among the found ones, right or wrong.
  public let found: Int
  /// Pairs together by the gold labels.
  public let gold: Int
  /// All pairs: n(n−1)/2.
  public let all: Int

  /// Counts; `together` is at most `found` and at most `gold`.
  public init(together: Int, found: Int, gold: Int, all: Int) {
    self.together = together
    self.found = found
    self.gold = gold
    self.all = all
  }

  /// Precision and recall over pairs that stand together; a share of no pairs at all is 0.
  ///
  /// So a division into single documents scores 0 even against itself: it holds no pair to be right about.
  public var agreement: PrecisionRecall {
    func share(of whole: Int) -> Double { whole > 0 ? Double(together) / Double(whole) : 0 }
    return PrecisionRecall(precision: share(of: found), recall: share(of: gold))
  }
}
