import AnalysisModel
import Execution
import Matrices

extension CosineSearch {
  /// Hands over, for every row, its `k` nearest other rows.
  ///
  /// - Parameters:
  ///   - k: at least 1. A row has fewer neighbours where fewer score above 0.
  ///   - sink: receives batches; over all batches, pairs are sorted by `a` (the query), then rank: score
  ///     (descending), then b. Ties at the k-th place are cut by row order.
  /// - Throws: what `sink` throws; `CancellationError`.
  /// - Complexity: that of the cheaper `NearestPlan`; memory is the index, the pieces in flight, and some 2k
  ///   candidates a row where the plan looks at each pair once.
  public func nearest(_ k: Int, sink: ([SimilarPair]) throws -> Void) async throws {
    precondition(k >= 1, "\(k) nearest neighbours")
    let k = min(k, max(1, self.rows.rowCount))
    let rows = unique
    let neighbours = try await NearestNeighbours(
      k: k, queries: rows, references: nil, plan: nearestPlan, parallelism: parallelism
    ) { report($0, of: rows.rowCount) }
    let strips = neighbours.strips
    var ordering = NeighbourOrdering(identical: identical, k: k) { rows.isZero(row: $0) }
    try await parallelism.stream(count: strips.count) { strip in
      neighbours.search(strip: strip)
    } consume: { strip, found in
      try ordering.add(found, distinctRows: strips[strip], sink: sink)
      if neighbours.isPending { report(strips[strip].upperBound, of: rows.rowCount) }
    }
  }

  /// The `k` nearest other rows of every row, sorted by row, then rank.
  public func nearest(_ k: Int) async throws -> [SimilarPair] {
    var all: [SimilarPair] = []
    try await nearest(k) { all += $0 }
    return all
  }
}
