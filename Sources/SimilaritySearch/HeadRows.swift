import Matrices

/// The heads of unit rows as dense Float32 blocks in two parts, with their norms: what is bounded first and multiplied
/// only where the bounds do not decide.
///
/// The front holds the sixteen most frequent columns: one cache line, which carries most of what heads have in common. The
/// back holds the others.
struct HeadRows: Sendable {
  /// Columns of the front.
  static let frontCount = 16

  /// Columns of the back, padded with zeros to whole vectors of sixteen.
  let backStride: Int
  /// Row after row, `frontCount` apart.
  let fronts: [Float]
  /// Row after row, `backStride` apart.
  let backs: [Float]
  /// For every row the norm of its front, rounded up.
  let frontNorms: [Float]
  /// For every row the norm of its back, rounded up.
  let backNorms: [Float]

  /// Copies the head columns of `split`.
  ///
  /// - Complexity: O(stored values + rows · head).
  init(of rows: SparseRows, split: HeadTailSplit) {
    let backStride = (max(0, split.headCount - Self.frontCount) + 15) / 16 * 16
    var fronts = Array(repeating: Float(0), count: rows.rowCount * Self.frontCount)
    var backs = Array(repeating: Float(0), count: rows.rowCount * backStride)
    var frontNorms = Array(repeating: Float(0), count: rows.rowCount)
    var backNorms = Array(repeating: Float(0), count: rows.rowCount)
    for row in 0..<rows.rowCount {
      var frontSquares = 0.0
      var backSquares = 0.0
      for position in rows.range(ofRow: row) {
        let slot = Int(split.headSlots[Int(rows.columns[position])])
        guard slot >= 0 else { continue }
        let value = rows.values[position]
        if slot < Self.frontCount {
          fronts[row * Self.frontCount + slot] = Float(value)
          frontSquares += value * value
        } else {
          backs[row * backStride + slot - Self.frontCount] = Float(value)
          backSquares += value * value
        }
      }
      if frontSquares > 0 { frontNorms[row] = Float(frontSquares.squareRoot()).nextUp }
      if backSquares > 0 { backNorms[row] = Float(backSquares.squareRoot()).nextUp }
    }
    self.backStride = backStride
    self.fronts = fronts
    self.backs = backs
    self.frontNorms = frontNorms
    self.backNorms = backNorms
  }

  /// The product of two vectors of `stride` values, a multiple of sixteen.
  @inline(__always)
  static func product(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, stride: Int) -> Float {
    let first = UnsafeRawPointer(a)
    let second = UnsafeRawPointer(b)
    var sums = SIMD16<Float>(repeating: 0)
    var offset = 0
    while offset < stride * 4 {
      let x = first.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
      let y = second.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
      sums += x * y
      offset += 64
    }
    let eight = sums.lowHalf + sums.highHalf
    let four = eight.lowHalf + eight.highHalf
    return (four.x + four.y) + (four.z + four.w)
  }
}
