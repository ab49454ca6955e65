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
    let others = references.unitRows(parallelism: parallelism)
    let engine = TileEngine<Float>(queries: rows, references: others)
    let queries = rows
    let scorers = ScratchPool { ExactScorer(queries: queries) }
    try await parallelism.stream(count: engine.strips.count) { strip in
      let proposed = engine.proposals(ofStrip: strip, atLeast: threshold, laterRowsOnly: false)
      return scorers.with { scorer in
        scorer.pairs(among: proposed, of: engine.strips[strip], with: others, atLeast: threshold)
          .sorted { ($0.a, $1.score, $0.b) < ($1.a, $0.score, $1.b) }
      }
    } consume: { strip, found in
      if !found.isEmpty { try sink(found) }
      report(engine.strips[strip].upperBound, of: queries.rowCount)
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
    let others = references.unitRows(parallelism: parallelism)
    let neighbours = try await NearestNeighbours(
      k: k, queries: rows, references: others, plan: nearestPlan, parallelism: parallelism
    ) { _ in }
    let strips = neighbours.strips
    try await parallelism.stream(count: strips.count) { strip in
      neighbours.search(strip: strip)
    } consume: { strip, lists in
      let batch = zip(strips[strip], lists).flatMap { row, list in
        list.map { SimilarPair(a: row, b: $0.row, score: $0.score) }
      }
      if !batch.isEmpty { try sink(batch) }
      report(strips[strip].upperBound, of: self.rows.rowCount)
    }
  }
}
