import Matrices

/// Rows grouped by equality, so that the search meets each distinct row once.
struct IdenticalRows: Sendable {
  /// For every distinct row, in order of first appearance, the input rows that equal it, ascending.
  let groups: RowGroups

  /// Groups rows with the same columns and the same values.
  ///
  /// - Complexity: O(stored values) expected; rows are compared whenever their hashes agree.
  init(of rows: SparseRows) {
    self.init(
      rowCount: rows.rowCount, hash: { Self.hash($0, of: rows) },
      areEqual: { Self.areEqual($0, $1, in: rows) })
  }

  /// Groups rows `0..<rowCount` that are equal; equal rows must have equal hashes.
  ///
  /// - Complexity: O(rows) calls of `hash` and, expected, of `areEqual`.
  init(rowCount: Int, hash: (Int) -> UInt64, areEqual: (Int, Int) -> Bool) {
    // Open addressing over distinct rows; at most half of the slots are taken.
    let slotCount = 1 << (Int.bitWidth - (2 * rowCount).leadingZeroBitCount)
    var slots = Array(repeating: UInt32.max, count: slotCount)
    var hashes: [UInt64] = []
    var firsts: [UInt32] = []
    var distinctOf = Array(repeating: UInt32(0), count: rowCount)
    for row in 0..<rowCount {
      let hash = hash(row)
      var slot = Int(truncatingIfNeeded: hash >> 32) & (slotCount - 1)
      while true {
        let distinct = Int(slots[slot])
        if slots[slot] == .max {
          slots[slot] = UInt32(firsts.count)
          distinctOf[row] = UInt32(firsts.count)
          firsts.append(UInt32(row))
          hashes.append(hash)
          break
        }
        if hashes[distinct] == hash && areEqual(Int(firsts[distinct]), row) {
          distinctOf[row] = UInt32(distinct)
          break
        }
        slot = (slot + 1) & (slotCount - 1)
      }
    }
    groups = RowGroups(distinctOf: distinctOf, groupCount: firsts.count)
  }

  /// The first input row of every group.
  var firsts: [Int] { groups.map { $0[0] } }

  /// Whether no two rows are equal.
  var areAllDistinct: Bool { groups.areAllSingle }

  /// A sum over the row's values of a product of two mixed factors: no value waits for the one before.
  private static func hash(_ row: Int, of rows: SparseRows) -> UInt64 {
    rows.columns.withUnsafeBufferPointer { columns in
      rows.values.withUnsafeBufferPointer { values in
        var sum: UInt64 = 0
        for position in rows.range(ofRow: row) {
          // Zero has two bit patterns that are equal.
          let value = values[position] == 0 ? 0 : values[position].bitPattern
          var mixed = (UInt64(columns[position]) &+ 1) &* 0x9E37_79B9_7F4A_7C15
          mixed = (mixed ^ mixed >> 29 ^ value) &* 0xC4CE_B9FE_1A85_EC53
          sum &+= mixed ^ mixed >> 32
        }
        sum = (sum ^ sum >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return sum ^ sum >> 33
      }
    }
  }

  private static func areEqual(_ a: Int, _ b: Int, in rows: SparseRows) -> Bool {
    let first = rows.range(ofRow: a)
    let second = rows.range(ofRow: b)
    return first.count == second.count
      && zip(first, second).allSatisfy {
        rows.columns[$0] == rows.columns[$1] && rows.values[$0] == rows.values[$1]
      }
  }
}
