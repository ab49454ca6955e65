import Matrices

/// Up to 65,536 reference rows: for every tail column the rows that store it, ascending, with their weights.
struct TailBlock: Sendable {
  /// Rows to a block: their numbers within it take sixteen bits.
  static let height = 1 << 16

  /// Where the postings of a column stand.
  struct Slot: Sendable {
    let start: UInt32
    /// Behind the last posting that is swept over so far.
    var end: UInt32
  }

  /// The reference rows.
  let rows: Range<Int>
  /// For every column its postings.
  private(set) var slots: [Slot]
  /// Column after column: the row within the block in the lower half, the weight in grains in the upper.
  let postings: [UInt32]

  /// Indexes the tails of some rows, all of which are swept over.
  ///
  /// - Complexity: O(stored values of the rows + columns).
  init(_ rows: Range<Int>, of matrix: SparseRows, split: HeadTailSplit) {
    self.rows = rows
    let stored = matrix.rowOffsets[rows.lowerBound]..<matrix.rowOffsets[rows.upperBound]
    precondition(stored.count <= UInt32.max, "\(stored.count) values in \(rows.count) rows")
    var counts = Array(repeating: UInt32(0), count: matrix.columnCount)
    for column in matrix.columns[stored] { counts[Int(column)] += 1 }
    var slots: [Slot] = []
    slots.reserveCapacity(counts.count)
    var total = UInt32(0)
    for (column, count) in counts.enumerated() {
      slots.append(Slot(start: total, end: total))
      if split.headSlots[column] < 0 { total += count }
    }
    var postings = Array(repeating: UInt32(0), count: Int(total))
    for row in rows {
      for position in matrix.range(ofRow: row) {
        let column = Int(matrix.columns[position])
        guard split.headSlots[column] < 0 else { continue }
        let weight = UInt32(bitPattern: Grains.of(matrix.values[position]) << 16)
        postings[Int(slots[column].end)] = weight | UInt32(row - rows.lowerBound)
        slots[column].end += 1
      }
    }
    self.postings = postings
    self.slots = slots
  }

  /// Has no rows swept over until they are admitted.
  mutating func close() {
    for column in slots.indices { slots[column].end = slots[column].start }
  }

  /// Has further rows swept over: the next ones that are not yet.
  mutating func admit(_ rows: Range<Int>, of matrix: SparseRows, split: HeadTailSplit) {
    for row in rows.clamped(to: self.rows) {
      for position in matrix.range(ofRow: row) {
        let column = Int(matrix.columns[position])
        if split.headSlots[column] < 0 { slots[column].end += 1 }
      }
    }
  }

  /// Cuts rows into blocks.
  ///
  /// - Parameter height: rows to a block, at most 65,536.
  static func plan(rowCount: Int, height: Int) -> StripPlan {
    precondition(height <= Self.height, "blocks of \(height) rows")
    return StripPlan(rowCount: rowCount, height: height)
  }
}
