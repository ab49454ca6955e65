import AnalysisModel

extension ContingencyTable {
  /// Counts pairs; exact for up to 2³² documents.
  ///
  /// - Complexity: O(cells + clusters).
  public var pairCounts: PairCounts {
    func pairs(_ size: Int) -> Int { size * (size - 1) / 2 }
    return PairCounts(
      together: cells.reduce(0) { $0 + pairs($1.count) },
      found: foundSizes.reduce(0) { $0 + pairs($1) },
      gold: goldSizes.reduce(0) { $0 + pairs($1) },
      all: pairs(documentCount))
  }

  /// Precision and recall over pairs that stand together; see `PairCounts.agreement`.
  public var pairwise: PrecisionRecall { pairCounts.agreement }

  /// The Rand index corrected for chance (ARI): 1 for equal divisions, about 0 for independent ones, never
  /// below −0.5.
  ///
  /// (Σ − E) / (M − E), where Σ pairs are together in both, M is the mean of the pairs together in either and
  /// E the product of the two over all pairs. Decided in 128-bit integers; two labellings without a
  /// difference score 1, the empty one included.
  ///
  /// Source: Hubert and Arabie, "Comparing Partitions" (1985).
  public var adjustedRandIndex: Double {
    let counts = pairCounts
    let onlyFound = Int128(counts.found - counts.together)
    let onlyGold = Int128(counts.gold - counts.together)
    if onlyFound == 0 && onlyGold == 0 { return 1 }
    let together = Int128(counts.together)
    let apart = Int128(counts.all) - together - onlyFound - onlyGold
    let numerator = 2 * (together * apart - onlyFound * onlyGold)
    let denominator =
      (together + onlyGold) * (onlyGold + apart) + (together + onlyFound) * (onlyFound + apart)
    return Double(numerator) / Double(denominator)
  }
}
