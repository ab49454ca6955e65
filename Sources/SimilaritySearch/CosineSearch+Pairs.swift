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
  /// - Complexity: that of the cheaper plan of `PairProposer`; memory is the index, the pieces in flight, plus pairs between later copies of
  ///   equal rows that wait for their turn.
  public func pairs(
    atLeast threshold: Double, identicalPairs: IdenticalPairs = .expanded,
    sink: ([SimilarPair]) throws -> Void
  ) async throws {
    precondition(threshold > 0 && threshold <= 1, "threshold \(threshold) is outside (0, 1]")
    let rows = unique
    let proposer = PairProposer(rows: rows, threshold: threshold, plan: plan)
    let scorers = ScratchPool { ExactScorer(queries: rows) }
    var ordering = PairOrdering(
      identical: identical, expandsIdentical: identicalPairs == .expanded,
      isZero: { rows.range(ofRow: $0).isEmpty })
    try await parallelism.stream(count: proposer.stripCount) { strip in
      let proposed = proposer.proposals(ofStrip: strip)
      return scorers.with { scorer in
        Self.pairs(among: proposed, of: proposer.rows(ofStrip: strip), atLeast: threshold, rows, &scorer)
      }
    } consume: { strip, found in
      let stripRows = proposer.rows(ofStrip: strip)
      try ordering.add(found, distinctRows: stripRows, sink: sink)
      report(stripRows.upperBound, of: rows.rowCount)
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

  // Unsorted pairs of distinct rows, a < b, that the exact score admits.
  private static func pairs(
    among proposed: [[Int]], of stripRows: Range<Int>, atLeast threshold: Double, _ rows: SparseRows,
    _ scorer: inout ExactScorer
  ) -> [SimilarPair] {
    var found: [SimilarPair] = []
    for (row, others) in zip(stripRows, proposed) where !others.isEmpty {
      scorer.load(row)
      for other in others {
        let score = scorer.score(other, of: rows)
        if score >= threshold { found.append(SimilarPair(a: row, b: other, score: score)) }
      }
    }
    return found
  }
}
