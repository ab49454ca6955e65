import Matrices

/// Which columns are so frequent that a dense product beats scattering postings.
///
/// A column in the head costs one multiply-add for every pair of rows; in the tail, one for every pair of rows
/// that both store it. With `n` rows of which `df` store the column that is n² against df², at very different
/// rates: a BLAS core does some 35·10⁹ dense multiply-adds a second, a scatter about 0.7·10⁹. So the head pays
/// from df/n ≥ √(0.7 / 35) ≈ 0.14. The rates are constants, never timed at run time: the plan is a function of
/// the data.
struct HeadTailSplit: Sendable {
  /// The share of rows from which a column belongs to the head.
  static let headShare = 0.14

  /// For every column its place in the head, or -1.
  let headSlots: [Int32]
  /// How many columns the head has.
  let headCount: Int

  /// Splits the columns by how many rows store each.
  ///
  /// - Parameter headShare: the share of rows from which a column belongs to the head.
  init(columnCounts: [Int], rowCount: Int, headShare: Double = Self.headShare) {
    let bound = headShare * Double(rowCount)
    var slots = Array(repeating: Int32(-1), count: columnCounts.count)
    var count = 0
    for (column, rows) in columnCounts.enumerated() where rows > 1 && Double(rows) >= bound {
      slots[column] = Int32(count)
      count += 1
    }
    headSlots = slots
    headCount = count
  }

  /// The head of every row as a dense block.
  func head<Scalar: BLASScalar>(of rows: SparseRows) -> DenseRows<Scalar> {
    var values = Array(repeating: Scalar(0), count: rows.rowCount * headCount)
    for row in 0..<rows.rowCount {
      for position in rows.range(ofRow: row) {
        let slot = headSlots[Int(rows.columns[position])]
        if slot >= 0 { values[row * headCount + Int(slot)] = Scalar(rows.values[position]) }
      }
    }
    return DenseRows(values: values, rowCount: rows.rowCount, columnCount: headCount)
  }
}
