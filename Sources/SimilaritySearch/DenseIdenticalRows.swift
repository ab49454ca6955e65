import Matrices

extension IdenticalRows {
  /// Groups dense rows with the same values.
  ///
  /// - Complexity: O(values) expected; rows are compared whenever their hashes agree.
  init<Scalar>(of rows: DenseRows<Scalar>) {
    var groups: [[Int]] = []
    var candidates: [UInt64: [Int]] = [:]
    candidates.reserveCapacity(rows.rowCount)
    for row in 0..<rows.rowCount {
      let hash = rows.withUnsafeRow(row) { Scalar.hash(of: $0) }
      let sameHash = candidates[hash] ?? []
      if let group = sameHash.first(where: { rows.areEqual(groups[$0][0], row) }) {
        groups[group].append(row)
      } else {
        candidates[hash, default: []].append(groups.count)
        groups.append([row])
      }
    }
    self.groups = groups
  }
}

extension DenseRows {
  fileprivate func areEqual(_ a: Int, _ b: Int) -> Bool {
    withUnsafeRow(a) { first in
      withUnsafeRow(b) { second in
        // Only zeros of different sign make equal rows that are not the same bytes.
        UnsafeRawBufferPointer(first).elementsEqual(UnsafeRawBufferPointer(second))
          || first.elementsEqual(second)
      }
    }
  }
}
