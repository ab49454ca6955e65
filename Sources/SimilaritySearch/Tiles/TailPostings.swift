import Matrices

/// For every tail column the rows that store it, ascending, with their weights: the side that is scattered.
struct TailPostings<Scalar: BLASScalar>: Sendable {
  /// `columnCount + 1` positions in `rows` and `weights`.
  let offsets: [Int]
  /// Row numbers, ascending within a column.
  let rows: [UInt32]
  /// The rows' weights.
  let weights: [Scalar]

  /// Transposes the tail of a matrix.
  ///
  /// - Complexity: O(stored values + columns).
  init(of matrix: SparseRows, split: HeadTailSplit) {
    var counts = Array(repeating: 0, count: matrix.columnCount + 1)
    for column in matrix.columns where split.headSlots[Int(column)] < 0 { counts[Int(column) + 1] += 1 }
    for column in 1..<counts.count { counts[column] += counts[column - 1] }
    var next = counts
    var rows = Array(repeating: UInt32(0), count: counts[counts.count - 1])
    var weights = Array(repeating: Scalar(0), count: rows.count)
    for row in 0..<matrix.rowCount {
      for position in matrix.range(ofRow: row) {
        let column = Int(matrix.columns[position])
        guard split.headSlots[column] < 0 else { continue }
        rows[next[column]] = UInt32(row)
        weights[next[column]] = Scalar(matrix.values[position])
        next[column] += 1
      }
    }
    offsets = counts
    self.rows = rows
    self.weights = weights
  }

  /// The first position of a column's postings whose row is at least `row`.
  func lowerBound(column: Int, row: Int) -> Int {
    var low = offsets[column]
    var high = offsets[column + 1]
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
