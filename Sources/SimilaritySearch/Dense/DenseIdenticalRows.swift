import Matrices

extension IdenticalRows {
  /// Groups dense rows with the same values.
  ///
  /// - Complexity: O(values) expected; rows are compared whenever their hashes agree.
  init<Scalar>(of rows: DenseRows<Scalar>) {
    self.init(
      rowCount: rows.rowCount,
      hash: { row in rows.withUnsafeRow(row) { Scalar.hash(of: $0) } },
      areEqual: rows.areEqual)
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
