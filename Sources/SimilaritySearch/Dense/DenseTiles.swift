import Matrices

/// Computes Float32 cosines of dense query rows with dense reference rows, one tile at a time, by GEMM.
struct DenseTiles: Sendable {
  /// Query rows to a strip, at most: every call of GEMM rearranges the reference rows, at a cost that tall tiles
  /// share among more rows.
  static let stripHeight = 256
  /// Reference rows to a tile: 256 × 1,024 Float32 are 1 MiB, a core's second-level cache.
  static let blockWidth = 1024
  /// Columns multiplied at a time. The sums of short products, added up, err less than one long sum: at 512
  /// columns at most 4.2e-7, where products of 256 columns err up to 7.1e-7, whatever the provider does.
  static let depth = 128

  private let queries: DenseRows<Float>
  private let queryScales: [Float]
  private let references: DenseRows<Float>
  private let referenceScales: [Float]
  /// How far a cosine of a tile can lie from the exact one.
  let margin: ErrorMargin

  /// Prepares tiles of `queries` against `references`.
  ///
  /// - Precondition: as many columns on both sides.
  init<Scalar>(queries: DenseVectors<Scalar>, references: DenseVectors<Scalar>) {
    let width = queries.rows.columnCount
    precondition(
      references.rows.columnCount == width,
      "\(width) columns against \(references.rows.columnCount)")
    self.queries = queries.proposing
    self.references = references.proposing
    queryScales = queries.inverseNorms
    referenceScales = references.inverseNorms
    // Of the products' own errors the bound takes three: two roundings to Float32 and the multiplication. Scaling
    // adds four more, two rounded factors and two multiplications, within the eight that it allows.
    margin = ErrorMargin(longestRow: width, otherLongestRow: width)
  }

  /// How many reference rows there are.
  var referenceCount: Int { references.rowCount }

  /// The strips of query rows, lower where there are very many references: what a strip finds waits in memory.
  var strips: StripPlan {
    let height = (1 << 23) / max(1, referenceCount)
    return StripPlan(rowCount: queries.rowCount, height: min(max(height, 64), Self.stripHeight))
  }

  /// Calls `visit` with the tiles of some query rows, in ascending order of references.
  ///
  /// - Parameter visit: receives the references and the row-major cosines, valid during the call only.
  /// - Complexity: O(rows · references · columns).
  func forEachTile(
    of rows: Range<Int>, from firstReference: Int = 0,
    _ visit: (Range<Int>, UnsafeMutableBufferPointer<Float>) throws -> Void
  ) rethrows {
    let scratch = UnsafeMutableBufferPointer<Float>.allocate(
      capacity: max(1, rows.count * min(Self.blockWidth, referenceCount)))
    defer { scratch.deallocate() }
    for start in stride(from: firstReference, to: referenceCount, by: Self.blockWidth) {
      let columns = start..<min(start + Self.blockWidth, referenceCount)
      let tile = UnsafeMutableBufferPointer(rebasing: scratch[0..<rows.count * columns.count])
      guard let target = tile.baseAddress else { continue }
      multiply(rows, columns, into: target, stride: columns.count)
      scale(rows, columns, tile)
      try visit(columns, tile)
    }
  }

  /// The products of some query rows with some reference rows, not yet divided by their lengths.
  ///
  /// - Parameters:
  ///   - target: room for `columns.count` values a row.
  ///   - stride: how far the rows of the target lie apart.
  func multiply(
    _ rows: Range<Int>, _ columns: Range<Int>, into target: UnsafeMutablePointer<Float>, stride: Int
  ) {
    let width = queries.columnCount
    guard width > 0 else {
      for row in 0..<rows.count { (target + row * stride).update(repeating: 0, count: columns.count) }
      return
    }
    queries.values.withUnsafeBufferPointer { a in
      references.values.withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return }
        for column in Swift.stride(from: 0, to: width, by: Self.depth) {
          BLAS.multiplyByTransposed(
            a + rows.lowerBound * width + column, b + columns.lowerBound * width + column, into: target,
            rows: rows.count, columns: columns.count, depth: min(Self.depth, width - column),
            stride: stride, accumulate: column > 0, operandStride: width)
        }
      }
    }
  }

  /// What brings the products of a query row, and of a reference row, to cosines.
  func withScales<Result>(
    _ body: (UnsafeBufferPointer<Float>, UnsafeBufferPointer<Float>) throws -> Result
  ) rethrows -> Result {
    try queryScales.withUnsafeBufferPointer { queries in
      try referenceScales.withUnsafeBufferPointer { try body(queries, $0) }
    }
  }

  private func scale(
    _ rows: Range<Int>, _ columns: Range<Int>, _ tile: UnsafeMutableBufferPointer<Float>
  ) {
    withScales { queryScales, referenceScales in
      for row in rows {
        let scale = queryScales[row]
        let start = (row - rows.lowerBound) * columns.count
        for column in 0..<columns.count {
          tile[start + column] *= scale * referenceScales[columns.lowerBound + column]
        }
      }
    }
  }
}
