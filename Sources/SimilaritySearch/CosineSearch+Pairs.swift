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
  /// - Complexity: see `TileEngine.forEachTile`; memory is the tiles in flight plus pairs between later copies of
  ///   equal rows that wait for their turn.
  public func pairs(
    atLeast threshold: Double, identicalPairs: IdenticalPairs = .expanded,
    sink: ([SimilarPair]) throws -> Void
  ) async throws {
    precondition(threshold > 0 && threshold <= 1, "threshold \(threshold) is outside (0, 1]")
    let engine = TileEngine(queries: unique, references: nil)
    let rows = unique
    var ordering = PairOrdering(identical: identical, isZero: { rows.range(ofRow: $0).isEmpty })
    ordering.expandsIdentical = identicalPairs == .expanded
    try await parallelism.stream(count: engine.stripCount) { strip in
      Self.pairs(ofStrip: strip, atLeast: threshold, rows: rows, engine: engine)
    } consume: { strip, found in
      let batch = ordering.add(found, uniqueRows: engine.rows(ofStrip: strip))
      if !batch.isEmpty { try sink(batch) }
      report(engine.rows(ofStrip: strip).upperBound, of: rows.rowCount)
    }
    let rest = ordering.finish()
    if !rest.isEmpty { try sink(rest) }
  }

  /// All pairs with a score of at least `threshold`, sorted by a, then score (descending), then b.
  public func pairs(
    atLeast threshold: Double, identicalPairs: IdenticalPairs = .expanded
  ) async throws -> [SimilarPair] {
    var all: [SimilarPair] = []
    try await pairs(atLeast: threshold, identicalPairs: identicalPairs) { all += $0 }
    return all
  }

  // Unsorted pairs of unique rows of one strip, a < b.
  private static func pairs(
    ofStrip strip: Int, atLeast threshold: Double, rows: SparseRows, engine: TileEngine
  ) -> [SimilarPair] {
    let bound = Float(threshold - engine.margin.value).nextDown
    var proposed: [[Int]] = Array(repeating: [], count: engine.rows(ofStrip: strip).count)
    engine.forEachTile(ofStrip: strip, from: engine.rows(ofStrip: strip).lowerBound) { tile in
      for row in tile.rows {
        forEachScore(in: tile.scores(ofRow: row), atLeast: bound) { column in
          let other = tile.columns.lowerBound + column
          if other > row { proposed[row - tile.rows.lowerBound].append(other) }
        }
      }
    }
    var scorer = ExactScorer(queries: rows)
    var found: [SimilarPair] = []
    for (offset, others) in proposed.enumerated() where !others.isEmpty {
      let row = engine.rows(ofStrip: strip).lowerBound + offset
      scorer.load(row)
      for other in others {
        let score = scorer.score(other, of: rows)
        if score >= threshold { found.append(SimilarPair(a: row, b: other, score: score)) }
      }
    }
    return found
  }
}
