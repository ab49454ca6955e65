import AnalysisModel
import Execution
import Matrices

extension DenseCosineSearch {
  /// Hands over, for every row, its `k` nearest other rows.
  ///
  /// - Parameters:
  ///   - k: at least 1. A row has fewer neighbours where fewer score above 0.
  ///   - sink: receives batches; over all batches, pairs are sorted by `a` (the query), then rank: score
  ///     (descending), then b. Ties at the k-th place are cut by row order.
  /// - Throws: what `sink` throws; `CancellationError`.
  /// - Complexity: O(rows² · columns) multiply-adds.
  public func nearest(_ k: Int, sink: ([SimilarPair]) throws -> Void) async throws {
    precondition(k >= 1, "\(k) nearest neighbours")
    let k = min(k, max(1, vectors.rowCount))
    let rows = unique
    let tiles = DenseTiles(queries: rows, references: rows)
    let strips = tiles.strips
    var ordering = NeighbourOrdering(identical: identical, k: k, isZero: rows.isZero)
    try await parallelism.stream(count: strips.count) { strip in
      tiles.nearest(k, of: strips[strip], excludingSelf: true) { rows.score($0, $1, of: rows) }
    } consume: { strip, lists in
      try ordering.add(lists, distinctRows: strips[strip], sink: sink)
      report(strips[strip].upperBound, of: rows.rowCount)
    }
  }

  /// Hands over, for every row here, its `k` nearest rows of another matrix.
  ///
  /// - Parameters:
  ///   - k: at least 1.
  ///   - references: the other side; same columns as this search's rows.
  ///   - sink: receives batches sorted by a, then rank: score (descending), then b.
  public func nearest(
    _ k: Int, against references: DenseRows<Scalar>, sink: ([SimilarPair]) throws -> Void
  ) async throws {
    precondition(k >= 1, "\(k) nearest neighbours")
    let k = min(k, max(1, references.rowCount))
    let others = DenseVectors(references)
    let rows = vectors
    let tiles = DenseTiles(queries: rows, references: others)
    let strips = tiles.strips
    try await parallelism.stream(count: strips.count) { strip in
      tiles.nearest(k, of: strips[strip], excludingSelf: false) { rows.score($0, $1, of: others) }
    } consume: { strip, lists in
      let batch = zip(strips[strip], lists).flatMap { row, list in
        list.map { SimilarPair(a: row, b: $0.row, score: $0.score) }
      }
      if !batch.isEmpty { try sink(batch) }
      report(strips[strip].upperBound, of: rows.rowCount)
    }
  }

  /// The `k` nearest other rows of every row, sorted by row, then rank.
  public func nearest(_ k: Int) async throws -> [SimilarPair] {
    var all: [SimilarPair] = []
    try await nearest(k) { all += $0 }
    return all
  }
}

extension DenseTiles {
  /// The k best references of each of some query rows: score above 0, sorted by score (descending), then row.
  fileprivate func nearest(
    _ k: Int, of rows: Range<Int>, excludingSelf: Bool, score: (Int, Int) -> Double
  ) -> [[ScoredRow]] {
    // What lies lower cannot round to more than 0.
    let floor = Float(-margin.value).nextDown
    let margin = Float(margin.value).nextUp
    var lists = rows.map { _ in CandidateList(k: k, margin: margin, floor: floor) }
    forEachTile(of: rows) { columns, cosines in
      for row in rows {
        let index = row - rows.lowerBound
        let line = UnsafeBufferPointer(
          rebasing: cosines[index * columns.count..<(index + 1) * columns.count])
        lists[index].add(line, from: columns.lowerBound, except: excludingSelf ? row : nil)
      }
    }
    return zip(rows, lists).map { row, list in
      let scored = list.candidates.map { ScoredRow(row: Int($0.row), score: score(row, Int($0.row))) }
      return Array(
        scored.filter { $0.score > 0 }.sorted { ($1.score, $0.row) < ($0.score, $1.row) }.prefix(k))
    }
  }
}
