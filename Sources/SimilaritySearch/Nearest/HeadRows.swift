import Matrices

/// The heads of unit rows as dense blocks of grains, with their norms: what is bounded first and multiplied
/// only where the bounds do not decide.
///
/// The front holds the sixteen most frequent columns, which carry most of what heads have in common. The back
/// holds the others. They are dealt out to groups, and the norms of the groups stand behind the front: by
/// Cauchy and Schwarz in each group, the product of two rows of norms is at least that of their backs. It
/// lies close above, because a row stores few columns of the back.
struct HeadRows: Sendable {
  /// Columns of the front.
  static let frontCount = 16
  /// Groups of columns of the back.
  static let groupCount = 16
  /// The front and the norms of the groups.
  static let outlineCount = frontCount + groupCount

  /// Columns of the back, padded with zeros to whole vectors of sixteen.
  let backStride: Int
  /// Row after row, `outlineCount` apart: the front, then for every group of the back its norm, rounded up.
  let outlines: [Int16]
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
    var outlines = Array(repeating: Int16(0), count: rows.rowCount * Self.outlineCount)
    var backs = Array(repeating: Int16(0), count: rows.rowCount * backStride)
    var frontNorms = Array(repeating: Float(0), count: rows.rowCount)
    var backNorms = Array(repeating: Float(0), count: rows.rowCount)
    var groupSquares = Array(repeating: 0.0, count: Self.groupCount)
    for row in 0..<rows.rowCount {
      var frontSquares = 0.0
      for group in groupSquares.indices { groupSquares[group] = 0 }
      for position in rows.range(ofRow: row) {
        let slot = Int(split.headSlots[Int(rows.columns[position])])
        guard slot >= 0 else { continue }
        let value = rows.values[position]
        let grains = Int16(Grains.of(value))
        if slot < Self.frontCount {
          outlines[row * Self.outlineCount + slot] = grains
          frontSquares += value * value
        } else {
          backs[row * backStride + slot - Self.frontCount] = grains
          groupSquares[slot % Self.groupCount] += value * value
        }
      }
      var backSquares = 0.0
      for (group, squares) in groupSquares.enumerated() where squares > 0 {
        outlines[row * Self.outlineCount + Self.frontCount + group] = Grains.atLeast(squares.squareRoot())
        backSquares += squares
      }
      if frontSquares > 0 { frontNorms[row] = Float(frontSquares.squareRoot()).nextUp }
      if backSquares > 0 { backNorms[row] = Float(backSquares.squareRoot()).nextUp }
    }
    self.backStride = backStride
    self.outlines = outlines
    self.backs = backs
    self.frontNorms = frontNorms
    self.backNorms = backNorms
  }

  /// The product of two fronts, in products of grains.
  @inline(__always)
  static func frontProduct(_ a: UnsafePointer<Int16>, _ b: UnsafePointer<Int16>) -> Int32 {
    product(a, b, count: frontCount)
  }

  /// At least the product of two heads, in products of grains.
  @inline(__always)
  static func outlineProduct(_ a: UnsafePointer<Int16>, _ b: UnsafePointer<Int16>) -> Int32 {
    product(a, b, count: outlineCount)
  }

  /// The product of `count` values, in products of grains. A plain loop, which the compiler vectorises.
  @inline(__always)
  static func product(_ a: UnsafePointer<Int16>, _ b: UnsafePointer<Int16>, count: Int) -> Int32 {
    var sum: Int32 = 0
    for index in 0..<count { sum &+= Int32(a[index]) &* Int32(b[index]) }
    return sum
  }
}
