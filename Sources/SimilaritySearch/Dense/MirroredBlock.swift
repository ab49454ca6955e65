/// A block of a tile of a symmetric matrix: small enough that all that is read and written lies in the first-level
/// cache.
struct MirroredBlock {
  /// The block's first product in the tile, whose rows lie `stride` apart.
  let products: UnsafeMutablePointer<Float>
  let stride: Int
  /// The block's place in the matrix.
  let rows: Range<Int>
  let columns: Range<Int>

  /// Scales the products and writes them to (row, column) and (column, row).
  ///
  /// - Parameters:
  ///   - matrix: the first value of a square matrix with `side` columns.
  ///   - rowScales: a factor for every row of the matrix.
  ///   - columnScales: a factor for every column.
  func write(
    to matrix: UnsafeMutablePointer<Float>, side: Int, rowScales: UnsafeBufferPointer<Float>,
    columnScales: UnsafeBufferPointer<Float>
  ) {
    if rows == columns {
      writeOnDiagonal(to: matrix, side: side, rowScales: rowScales, columnScales: columnScales)
      return
    }
    for row in 0..<rows.count {
      let source = products + row * stride
      let target = matrix + (rows.lowerBound + row) * side + columns.lowerBound
      let scale = rowScales[rows.lowerBound + row]
      for column in 0..<columns.count {
        let cosine = source[column] * (scale * columnScales[columns.lowerBound + column])
        source[column] = cosine
        target[column] = cosine
      }
    }
    // Four columns of the block become four rows of the matrix, each written from left to right.
    let target = matrix + columns.lowerBound * side + rows.lowerBound
    var column = 0
    while column + 4 <= columns.count {
      var row = 0
      while row + 4 <= rows.count {
        transpose(row, column, to: target + column * side + row, side: side)
        row += 4
      }
      while row < rows.count {
        for next in column..<column + 4 { target[next * side + row] = products[row * stride + next] }
        row += 1
      }
      column += 4
    }
    while column < columns.count {
      for row in 0..<rows.count { target[column * side + row] = products[row * stride + column] }
      column += 1
    }
  }

  /// Four by four values.
  @inline(__always)
  private func transpose(_ row: Int, _ column: Int, to target: UnsafeMutablePointer<Float>, side: Int) {
    let source = UnsafeRawPointer(products + row * stride + column)
    let a = source.loadUnaligned(as: SIMD4<Float>.self)
    let b = source.loadUnaligned(fromByteOffset: stride * 4, as: SIMD4<Float>.self)
    let c = source.loadUnaligned(fromByteOffset: stride * 8, as: SIMD4<Float>.self)
    let d = source.loadUnaligned(fromByteOffset: stride * 12, as: SIMD4<Float>.self)
    let raw = UnsafeMutableRawPointer(target)
    raw.storeBytes(of: SIMD4(a[0], b[0], c[0], d[0]), as: SIMD4<Float>.self)
    raw.storeBytes(of: SIMD4(a[1], b[1], c[1], d[1]), toByteOffset: side * 4, as: SIMD4<Float>.self)
    raw.storeBytes(of: SIMD4(a[2], b[2], c[2], d[2]), toByteOffset: side * 8, as: SIMD4<Float>.self)
    raw.storeBytes(of: SIMD4(a[3], b[3], c[3], d[3]), toByteOffset: side * 12, as: SIMD4<Float>.self)
  }

  // Only the upper half counts, so that the matrix is symmetric to the last bit.
  private func writeOnDiagonal(
    to matrix: UnsafeMutablePointer<Float>, side: Int, rowScales: UnsafeBufferPointer<Float>,
    columnScales: UnsafeBufferPointer<Float>
  ) {
    for row in rows {
      for column in row..<columns.upperBound {
        let product = products[(row - rows.lowerBound) * stride + column - columns.lowerBound]
        let cosine = product * (rowScales[row] * columnScales[column])
        matrix[row * side + column] = cosine
        matrix[column * side + row] = cosine
      }
    }
  }
}
