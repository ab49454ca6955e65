import Execution
import Matrices

extension CosineSearch {
  /// Hands over the full cosine matrix in blocks of rows, Float32, |error| ≤ 1e-6.
  ///
  /// Products are summed in Double, so that rows of any length keep the bound: Float32 sums of rows of tens of
  /// thousands of values miss it by far. The last bit depends on the BLAS.
  ///
  /// - Parameter sink: receives the range of rows and their scores, row-major, as wide as the matrix.
  /// - Complexity: O(rows²) time; memory is a few blocks of rows.
  public func matrix(sink: (Range<Int>, [Float]) throws -> Void) async throws {
    let engine = TileEngine<Double>(queries: rows, references: rows)
    let width = rows.rowCount
    try await parallelism.stream(count: engine.strips.count, waiting: 2) { strip in
      let stripRows = engine.strips[strip]
      var block = Array(repeating: Float(0), count: stripRows.count * width)
      engine.forEachTile(ofStrip: strip) { tile in
        for row in tile.rows {
          let start = (row - stripRows.lowerBound) * width + tile.columns.lowerBound
          let scores = tile.scores(ofRow: row)
          for column in scores.indices { block[start + column] = Float(scores[column]) }
        }
      }
      return block
    } consume: { strip, block in
      let stripRows = engine.strips[strip]
      try sink(stripRows, block)
      report(stripRows.upperBound, of: width)
    }
  }

  /// Hands over the full cosine matrix in blocks of rows, in Double, summed in column order and rounded to nine
  /// decimals: the scores that `pairs` decides by.
  ///
  /// - Parameter sink: receives the range of rows and their scores, row-major, as wide as the matrix.
  /// - Complexity: O(rows · stored values).
  public func exactMatrix(sink: (Range<Int>, [Double]) throws -> Void) async throws {
    let width = rows.rowCount
    let strips = StripPlan(rowCount: width, height: TileEngine<Double>.stripHeight)
    let rows = rows
    let scorers = ScratchPool { ExactScorer(queries: rows) }
    try await parallelism.stream(count: strips.count, waiting: 2) { strip in
      let stripRows = strips[strip]
      var block: [Double] = []
      block.reserveCapacity(stripRows.count * width)
      scorers.with { scorer in
        for row in stripRows {
          scorer.load(row)
          for other in 0..<width { block.append(scorer.score(other, of: rows)) }
        }
      }
      return block
    } consume: { strip, block in
      let stripRows = strips[strip]
      try sink(stripRows, block)
      report(stripRows.upperBound, of: width)
    }
  }
}
