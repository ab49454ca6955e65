/// A dense matrix that several threads fill, each its own part, before it becomes readable.
package struct DenseRowsBuilder<Scalar: BLASScalar>: Sendable {
  private let storage: DenseStorage<Scalar>
  private let rowCount: Int
  private let columnCount: Int

  /// Memory for a matrix; nothing is written yet.
  package init(rowCount: Int, columnCount: Int) {
    storage = DenseStorage(count: rowCount * columnCount)
    self.rowCount = rowCount
    self.columnCount = columnCount
  }

  /// Calls `body` with the place of the first value.
  ///
  /// Calls that run at the same time must write different values and read only what they wrote themselves.
  package func withUnsafeMutableStart<Result>(
    _ body: (UnsafeMutablePointer<Scalar>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(storage) { try body(storage.start) }
  }

  /// The matrix. Every value must have been written, and nothing may be written any more.
  package consuming func finished() -> DenseRows<Scalar> {
    DenseRows(storage: storage, rowCount: rowCount, columnCount: columnCount)
  }
}
