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
  @inlinable
  public func range(ofRow row: Int) -> Range<Int> { rowOffsets[row]..<rowOffsets[row + 1] }

  /// Whether a row stores no value but zeros.
  public func isZero(row: Int) -> Bool { range(ofRow: row).allSatisfy { values[$0] == 0 } }

  /// How far a squared length may be from 1 for a row to be taken as a unit row: well below what scores are
  /// rounded to, well above what scaling itself leaves.
  private static let unitTolerance = 1e-13

  /// The rows scaled to Euclidean length 1, as `unitRows()` does; the same rows, not copied, where each of them
  /// is zero or has length 1 within 10⁻¹³ already.
  ///
  /// - Complexity: O(stored values). Values are scaled in place where nobody else holds them.
  public consuming func scaledToUnitRows() -> SparseRows {
    if areUnitRows { return self }
    var scaled = self
    let offsets = scaled.rowOffsets
    scaled.values.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      for row in 0..<offsets.count - 1 {
        let range = offsets[row]..<offsets[row + 1]
        Self.scale(UnsafeBufferPointer(rebasing: values[range]), to: base + range.lowerBound)
      }
    }
    return scaled
  }

  private var areUnitRows: Bool {
    values.withUnsafeBufferPointer { values in
      for row in 0..<rowCount {
        var squares = 0.0
        for position in range(ofRow: row) { squares += values[position] * values[position] }
        // Squares of tiny values vanish: only a row of zeros counts as one.
        let isUnit = squares == 0 ? isZero(row: row) : abs(squares - 1) <= Self.unitTolerance
        if !isUnit { return false }
      }
      return true
    }
  }

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
