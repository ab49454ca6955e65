/// A sparse matrix stored by rows (CSR): the vectors of a corpus, one row a document.
///
/// Sizes are 64-bit throughout: more than 2³¹ stored values is normal.
public struct SparseRows: Sendable, Equatable {
  /// `rowCount + 1` positions: row `i` is stored at `rowOffsets[i]..<rowOffsets[i + 1]`.
  public private(set) var rowOffsets: [Int]
  /// The column of every stored value; strictly ascending within a row.
  public private(set) var columns: [UInt32]
  /// The stored values, finite.
  public private(set) var values: [Double]
  /// How many columns there are, stored or not.
  public let columnCount: Int

  /// Takes over arrays that already have the form.
  ///
  /// - Precondition: offsets start at 0, ascend and end at `columns.count`, which equals `values.count`.
  ///   In debug builds the order of columns and the finiteness of values are checked too.
  public init(rowOffsets: [Int], columns: [UInt32], values: [Double], columnCount: Int) {
    precondition(rowOffsets.first == 0, "row offsets start at \(rowOffsets.first ?? -1)")
    precondition(
      rowOffsets.last == columns.count && columns.count == values.count,
      "\(columns.count) columns and \(values.count) values for offsets up to \(rowOffsets.last ?? -1)")
    self.rowOffsets = rowOffsets
    self.columns = columns
    self.values = values
    self.columnCount = columnCount
    assert(isWellFormed)
  }

  /// How many rows there are.
  public var rowCount: Int { rowOffsets.count - 1 }

  /// How many values are stored.
  public var storedCount: Int { columns.count }

  /// The positions of a row's values in `columns` and `values`.
  public func range(ofRow row: Int) -> Range<Int> { rowOffsets[row]..<rowOffsets[row + 1] }

  private var isWellFormed: Bool {
    for row in 0..<rowCount {
      guard rowOffsets[row] <= rowOffsets[row + 1] else { return false }
      let range = range(ofRow: row)
      for position in range {
        guard values[position].isFinite, Int(columns[position]) < columnCount else { return false }
        if position > range.lowerBound && columns[position - 1] >= columns[position] { return false }
      }
    }
    return true
  }
}
