import AnalysisModel
import Execution
import Matrices

/// What happens to pairs of equal rows.
public enum IdenticalPairs: Sendable {
  /// They are listed like all others, with score 1.
  case expanded
  /// Of each group of equal rows only the first takes part; see `CosineSearch.identicalGroups`.
  case collapsed
}

extension CosineSearch {
  /// Hands over all pairs with a score of at least `threshold`.
  ///
  /// - Parameters:
  ///   - threshold: 0 < threshold ≤ 1.
  ///   - identicalPairs: whether equal rows are listed one by one.
  ///   - sink: receives batches; over all batches, pairs have `a < b` and are sorted by a, then score
  ///     (descending), then b.
  /// - Throws: what `sink` throws; `CancellationError`.
  /// - Complexity: that of the cheaper plan of `PairProposer`; memory is the index (eight bytes for
  ///   each value that the threshold leaves), the pieces in flight, and pairs of rows with later copies that wait
  ///   for their turn.
  public func pairs(
    atLeast threshold: Double, identicalPairs: IdenticalPairs = .expanded,
    sink: ([SimilarPair]) throws -> Void
  ) async throws {
    precondition(threshold > 0 && threshold <= 1, "threshold \(threshold) is outside (0, 1]")
    let rows = rows
    let identical = identical
    let proposer = try await PairProposer(
      rows: distinct, threshold: threshold, plan: plan, parallelism: parallelism)
    let distinctRows = proposer.rows
    let scorers = ScratchPool { PairScorer(rows: distinctRows, screens: proposer.isPruned) }
    var ordering = PairOrdering(
      identical: identical, expandsIdentical: identicalPairs == .expanded,
      isZero: { rows.isZero(row: identical.groups[$0][0]) })
    try await parallelism.stream(count: proposer.strips.count) { strip in
      let proposed = proposer.proposals(ofStrip: strip)
      return scorers.with { scorer in
        var pairs = scorer.pairs(among: proposed, of: proposer.strips[strip], atLeast: threshold)
        PairOrdering.sort(&pairs)
        return pairs
      }
    } consume: { strip, found in
      let stripRows = proposer.strips[strip]
      try ordering.add(found, distinctRows: stripRows, sink: sink)
      report(stripRows.upperBound, of: distinctRows.count)
    }
  }

  /// All pairs with a score of at least `threshold`, sorted by a, then score (descending), then b.
  public func pairs(
    atLeast threshold: Double, identicalPairs: IdenticalPairs = .expanded
  ) async throws -> [SimilarPair] {
    var all: [SimilarPair] = []
    try await pairs(atLeast: threshold, identicalPairs: identicalPairs) { all += $0 }
    return all
  }
}
