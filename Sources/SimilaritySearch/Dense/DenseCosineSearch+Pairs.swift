import AnalysisModel
import Execution
import Matrices

extension DenseCosineSearch {
  /// Hands over all pairs with a score of at least `threshold`.
  ///
  /// - Parameters:
  ///   - threshold: 0 < threshold ≤ 1.
  ///   - identicalPairs: whether equal rows are listed one by one.
  ///   - sink: receives batches; over all batches, pairs have `a < b` and are sorted by a, then score
  ///     (descending), then b.
  /// - Throws: what `sink` throws; `CancellationError`.
  /// - Complexity: O(rows² · columns) multiply-adds, half of the full matrix; memory is the strips in flight.
  public func pairs(
    atLeast threshold: Double, identicalPairs: IdenticalPairs = .expanded,
    sink: ([SimilarPair]) throws -> Void
  ) async throws {
    precondition(threshold > 0 && threshold <= 1, "threshold \(threshold) is outside (0, 1]")
    let rows = unique
    let tiles = DenseTiles(queries: rows, references: rows)
    let strips = tiles.strips
    var ordering = PairOrdering(
      identical: identical, expandsIdentical: identicalPairs == .expanded, isZero: { rows.isZero($0) })
    try await parallelism.stream(count: strips.count) { strip in
      var pairs = tiles.pairs(of: strips[strip], laterRowsOnly: true, atLeast: threshold) {
        rows.score($0, $1, of: rows)
      }
      PairOrdering.sort(&pairs)
      return pairs
    } consume: { strip, found in
      try ordering.add(found, distinctRows: strips[strip], sink: sink)
      report(strips[strip].upperBound, of: rows.rowCount)
    }
  }

  /// Hands over all pairs of a row of this search and a row of another matrix with a score of at least
  /// `threshold`.
  ///
  /// - Parameters:
  ///   - references: the other side; same columns as this search's rows.
  ///   - threshold: 0 < threshold ≤ 1.
  ///   - sink: receives batches; `a` is a row here, `b` a row of `references`; sorted by a, then score
  ///     (descending), then b.
  public func pairs(
    against references: DenseRows<Scalar>, atLeast threshold: Double, sink: ([SimilarPair]) throws -> Void
  ) async throws {
    precondition(threshold > 0 && threshold <= 1, "threshold \(threshold) is outside (0, 1]")
    let others = DenseVectors(references)
    let rows = vectors
    let tiles = DenseTiles(queries: rows, references: others)
    let strips = tiles.strips
    try await parallelism.stream(count: strips.count) { strip in
      tiles.pairs(of: strips[strip], laterRowsOnly: false, atLeast: threshold) {
        rows.score($0, $1, of: others)
      }.sorted { ($0.a, $1.score, $0.b) < ($1.a, $0.score, $1.b) }
    } consume: { strip, found in
      if !found.isEmpty { try sink(found) }
      report(strips[strip].upperBound, of: rows.rowCount)
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

extension DenseTiles {
  /// The pairs of some query rows that the exact score admits, by query row, then reference row.
  ///
  /// - Parameters:
  ///   - laterRowsOnly: whether queries and references are the same rows, and each pair is wanted once.
  ///   - score: the exact score of a query row and a reference row.
  fileprivate func pairs(
    of rows: Range<Int>, laterRowsOnly: Bool, atLeast threshold: Double, score: (Int, Int) -> Double
  ) -> [SimilarPair] {
    let bound = Float(threshold - margin.value).nextDown
    var found: [SimilarPair] = []
    forEachTile(of: rows, from: laterRowsOnly ? rows.lowerBound : 0) { columns, cosines in
      for row in rows {
        let first = laterRowsOnly ? max(row + 1, columns.lowerBound) : columns.lowerBound
        guard first < columns.upperBound else { continue }
        let start = (row - rows.lowerBound) * columns.count - columns.lowerBound
        let line = UnsafeBufferPointer(rebasing: cosines[start + first..<start + columns.upperBound])
        forEachScore(in: line, atLeast: bound) { offset in
          let exact = score(row, first + offset)
          if exact >= threshold { found.append(SimilarPair(a: row, b: first + offset, score: exact)) }
        }
      }
    }
    return found
  }
}
