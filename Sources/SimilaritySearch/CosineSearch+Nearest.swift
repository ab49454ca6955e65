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
    let groups = identical.groups
    let rows = unique
    let neighbours = try await NearestNeighbours(
      k: k, queries: rows, references: nil, plan: nearestPlan, parallelism: parallelism
    ) { report($0, of: rows.rowCount) }
    let strips = neighbours.strips
    var lists = RowOrderedLists(rowCount: self.rows.rowCount)
    try await parallelism.stream(count: strips.count) { strip in
      neighbours.search(strip: strip)
    } consume: { strip, found in
      for (unique, list) in zip(strips[strip], found) {
        let isZero = rows.range(ofRow: unique).isEmpty
        for row in groups[unique] {
          // Equal rows first (score 1), then the others of every distinct neighbour.
          var pairs: [SimilarPair] = []
          if !isZero {
            for other in groups[unique].prefix(k + 1) where other != row {
              pairs.append(SimilarPair(a: row, b: other, score: 1))
            }
          }
          for neighbour in list {
            for other in groups[neighbour.row].prefix(k) {
              pairs.append(SimilarPair(a: row, b: other, score: neighbour.score))
            }
          }
          pairs.sort { ($1.score, $0.b) < ($0.score, $1.b) }
          lists.add(Array(pairs.prefix(k)), forRow: row)
        }
      }
      let upper = strips[strip].upperBound
      let batch = lists.release(before: upper < groups.count ? groups[upper][0] : self.rows.rowCount)
      if !batch.isEmpty { try sink(batch) }
      if neighbours.isPending { report(upper, of: rows.rowCount) }
    }
  }

  /// The `k` nearest other rows of every row, sorted by row, then rank.
  public func nearest(_ k: Int) async throws -> [SimilarPair] {
    var all: [SimilarPair] = []
    try await nearest(k) { all += $0 }
    return all
  }
}

/// Neighbour lists that wait until all earlier rows have theirs.
private struct RowOrderedLists {
  private var waiting: [Int: [SimilarPair]] = [:]
  private var nextRow = 0
  private let rowCount: Int

  init(rowCount: Int) { self.rowCount = rowCount }

  mutating func add(_ list: [SimilarPair], forRow row: Int) { waiting[row] = list }

  mutating func release(before end: Int) -> [SimilarPair] {
    var released: [SimilarPair] = []
    while nextRow < end {
      if let list = waiting.removeValue(forKey: nextRow) { released += list }
      nextRow += 1
    }
    return released
  }
}
