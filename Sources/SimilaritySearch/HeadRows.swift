import Matrices

/// The heads of unit rows as dense blocks of grains in two parts, with their norms: what is bounded first and
/// multiplied only where the bounds do not decide.
///
/// The front holds the sixteen most frequent columns: half a cache line, which carries most of what heads
/// have in common. The back holds the others.
struct HeadRows: Sendable {
  /// Columns of the front.
  static let frontCount = 16

  /// Columns of the back, padded with zeros to whole vectors of sixteen.
  let backStride: Int
  /// Row after row, `frontCount` apart.
  let fronts: [Int16]
  /// Row after row, `backStride` apart.
  let backs: [Int16]
  /// For every row the norm of its front, rounded up.
  let frontNorms: [Float]
  /// For every row the norm of its back, rounded up.
  let backNorms: [Float]

  /// Copies the head columns of `split`.
  ///
  /// - Complexity: O(stored values + rows · head).
  init(of rows: SparseRows, split: HeadTailSplit) {
    let backStride = (max(0, split.headCount - Self.frontCount) + 15) / 16 * 16
    var fronts = Array(repeating: Int16(0), count: rows.rowCount * Self.frontCount)
    var backs = Array(repeating: Int16(0), count: rows.rowCount * backStride)
    var frontNorms = Array(repeating: Float(0), count: rows.rowCount)
    var backNorms = Array(repeating: Float(0), count: rows.rowCount)
    for row in 0..<rows.rowCount {
      var frontSquares = 0.0
      var backSquares = 0.0
      for position in rows.range(ofRow: row) {
        let slot = Int(split.headSlots[Int(rows.columns[position])])
        guard slot >= 0 else { continue }
        let value = rows.values[position]
        let grains = Int16(Grains.of(value))
        if slot < Self.frontCount {
          fronts[row * Self.frontCount + slot] = grains
          frontSquares += value * value
        } else {
          backs[row * backStride + slot - Self.frontCount] = grains
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

  /// The product of two fronts, in products of grains.
  @inline(__always)
  static func frontProduct(_ a: UnsafePointer<Int16>, _ b: UnsafePointer<Int16>) -> Int32 {
    var sum: Int32 = 0
    for index in 0..<frontCount { sum &+= Int32(a[index]) &* Int32(b[index]) }
    return sum
  }

  /// The product of two backs of `stride` values, in products of grains.
  @inline(__always)
  static func backProduct(
    _ a: UnsafePointer<Int16>, _ b: UnsafePointer<Int16>, stride: Int
  ) -> Int32 {
    var sum: Int32 = 0
    for index in 0..<stride { sum &+= Int32(a[index]) &* Int32(b[index]) }
    return sum
  }
}
