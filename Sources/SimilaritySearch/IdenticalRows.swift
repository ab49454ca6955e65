import Matrices

/// Rows grouped by equality, so that the search meets each distinct row once.
struct IdenticalRows: Sendable {
  /// For every distinct row, in order of first appearance, the input rows that equal it, ascending.
  let groups: [[Int]]

  /// Groups rows with the same columns and the same values.
  ///
  /// - Complexity: O(stored values) expected; rows are compared whenever their hashes agree.
  init(of rows: SparseRows) {
    var groups: [[Int]] = []
    var candidates: [UInt64: [Int]] = [:]
    for row in 0..<rows.rowCount {
      let hash = Self.hash(row, of: rows)
      let sameHash = candidates[hash] ?? []
      if let group = sameHash.first(where: { Self.areEqual(groups[$0][0], row, in: rows) }) {
        groups[group].append(row)
      } else {
        candidates[hash, default: []].append(groups.count)
        groups.append([row])
      }
    }
    self.groups = groups
  }

  /// The first input row of every group.
  var firsts: [Int] { groups.map { $0[0] } }

  /// Whether no two rows are equal.
  var areAllDistinct: Bool { groups.allSatisfy { $0.count == 1 } }

  private static func hash(_ row: Int, of rows: SparseRows) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for position in rows.range(ofRow: row) {
      // Zero has two bit patterns that are equal.
      let value = rows.values[position] == 0 ? 0 : rows.values[position].bitPattern
      hash = (hash ^ UInt64(rows.columns[position])) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 29
      hash = (hash ^ value) &* 0xC4CE_B9FE_1A85_EC53
      hash ^= hash >> 32
    }
    return hash
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
