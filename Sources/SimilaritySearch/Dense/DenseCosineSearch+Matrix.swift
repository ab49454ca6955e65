import Execution
import Matrices

extension DenseCosineSearch {
  /// Hands over the full cosine matrix in blocks of rows, Float32, |error| ≤ 1e-6.
  ///
  /// No bound of that size can be proven for sums in Float32, whose worst case grows with the number of columns; but
  /// products of `DenseTiles.depth` columns are summed, and measured errors do not grow: at 64, 512, 1,536 and 4,096
  /// columns the largest of 16 million cosines were off by 6.0e-7, 5.0e-7, 4.2e-7 and 4.7e-7 on rows that all point
  /// nearly the same way, which is the worst kind, and by 2.6e-7 and less on rows of random directions (OpenBLAS).
  ///
  /// Equal rows are computed like all others. The last bits depend on the BLAS; only the diagonal is exactly 1, or
  /// 0 for a zero row.
  ///
  /// - Parameter sink: receives the range of rows and their scores, row-major, as wide as the matrix.
  /// - Complexity: O(rows² · columns) time; memory is a few blocks of rows.
  public func matrix(sink: (Range<Int>, [Float]) throws -> Void) async throws {
    let rows = vectors
    let tiles = DenseTiles(queries: rows, references: rows)
    let strips = tiles.strips
    let width = rows.rowCount
    try await parallelism.stream(count: strips.count, waiting: 2) { strip in
      let stripRows = strips[strip]
      return [Float](unsafeUninitializedCapacity: stripRows.count * width) { block, count in
        tiles.forEachTile(of: stripRows) { columns, cosines in
          for row in 0..<stripRows.count {
            let source = cosines[row * columns.count..<(row + 1) * columns.count]
            let start = row * width + columns.lowerBound
            _ = UnsafeMutableBufferPointer(rebasing: block[start..<start + columns.count])
              .initialize(from: source)
          }
        }
        for row in stripRows { block[(row - stripRows.lowerBound) * width + row] = rows.isZero(row) ? 0 : 1 }
        count = stripRows.count * width
      }
    } consume: { strip, block in
      try sink(strips[strip], block)
      report(strips[strip].upperBound, of: width)
    }
  }

  /// The full cosine matrix in memory, Float32, |error| ≤ 1e-6.
  ///
  /// Tiles of the upper triangle are multiplied and written to both of their places.
  ///
  /// - Complexity: O(rows² · columns / 2) multiply-adds; memory is the result and a tile a thread.
  public func matrix() async throws -> DenseRows<Float> {
    let rows = vectors
    let builder = DenseRowsBuilder<Float>(rowCount: rows.rowCount, columnCount: rows.rowCount)
    let plan = DenseSymmetricTiles(
      tiles: DenseTiles(queries: rows, references: rows), rowCount: rows.rowCount)
    _ = try await parallelism.map(count: plan.count) { piece in
      plan.write(piece, to: builder) { rows.isZero($0) ? 0 : 1 }
    }
    report(rows.rowCount, of: rows.rowCount)
    return builder.finished()
  }

  /// Hands over the full cosine matrix in blocks of rows, in Double, rounded to nine decimals: the scores that
  /// `pairs` decides by.
  ///
  /// - Parameter sink: receives the range of rows and their scores, row-major, as wide as the matrix.
  /// - Complexity: O(rows² · columns), several times slower than `matrix`.
  public func exactMatrix(sink: (Range<Int>, [Double]) throws -> Void) async throws {
    let rows = vectors
    let strips = DenseTiles(queries: rows, references: rows).strips
    try await parallelism.stream(count: strips.count, waiting: 2) { strip in
      strips[strip].flatMap { row in (0..<rows.rowCount).map { rows.score(row, $0, of: rows) } }
    } consume: { strip, block in
      try sink(strips[strip], block)
      report(strips[strip].upperBound, of: rows.rowCount)
    }
  }
}
