import AnalysisModel
import Execution
import Matrices

extension CosineSearch {
  /// Hands over all pairs of a row of this search and a row of another matrix with a score of at least
  /// `threshold`.
  ///
  /// - Parameters:
  ///   - references: the other side; same columns as this search's rows.
  ///   - threshold: 0 < threshold ≤ 1.
  ///   - sink: receives batches; `a` is a row here, `b` a row of `references`; sorted by a, then score
  ///     (descending), then b.
  public func pairs(
    against references: SparseRows, atLeast threshold: Double, sink: ([SimilarPair]) throws -> Void
  ) async throws {
    precondition(threshold > 0 && threshold <= 1, "threshold \(threshold) is outside (0, 1]")
    let others = references.unitRows()
    let engine = TileEngine<Float>(queries: rows, references: others)
    let queries = rows
    let bound = Float(threshold - engine.margin.value).nextDown
    try await parallelism.stream(count: engine.stripCount) { strip in
      let stripRows = engine.rows(ofStrip: strip)
      var proposed: [[Int]] = Array(repeating: [], count: stripRows.count)
      engine.forEachTile(ofStrip: strip) { tile in
        for row in tile.rows {
          forEachScore(in: tile.scores(ofRow: row), atLeast: bound) { column in
            proposed[row - stripRows.lowerBound].append(tile.columns.lowerBound + column)
          }
        }
      }
      var scorer = ExactScorer(queries: queries)
      var found: [SimilarPair] = []
      for (row, candidates) in zip(stripRows, proposed) where !candidates.isEmpty {
        scorer.load(row)
        let scored = candidates.map {
          SimilarPair(a: row, b: $0, score: scorer.score($0, of: others))
        }
        found += scored.filter { $0.score >= threshold }.sorted {
          ($1.score, $0.b) < ($0.score, $1.b)
        }
      }
      return found
    } consume: { strip, found in
      if !found.isEmpty { try sink(found) }
      report(engine.rows(ofStrip: strip).upperBound, of: queries.rowCount)
    }
  }

  /// Hands over, for every row here, its `k` nearest rows of another matrix.
  ///
  /// - Parameters:
  ///   - k: at least 1.
  ///   - references: the other side; same columns as this search's rows.
  ///   - sink: receives batches sorted by a, then rank: score (descending), then b.
  public func nearest(
    _ k: Int, against references: SparseRows, sink: ([SimilarPair]) throws -> Void
  ) async throws {
    precondition(k >= 1, "\(k) nearest neighbours")
    let k = min(k, max(1, references.rowCount))
    let others = references.unitRows()
    let engine = TileEngine<Float>(queries: rows, references: others)
    let neighbours = NearestNeighbours(k: k, queries: rows, references: others, engine: engine)
    try await parallelism.stream(count: engine.stripCount) { strip in
      neighbours.search(strip: strip, excludingSelf: false)
    } consume: { strip, lists in
      let batch = zip(engine.rows(ofStrip: strip), lists).flatMap { row, list in
        list.map { SimilarPair(a: row, b: $0.row, score: $0.score) }
      }
      if !batch.isEmpty { try sink(batch) }
      report(engine.rows(ofStrip: strip).upperBound, of: self.rows.rowCount)
    }
  }
}
