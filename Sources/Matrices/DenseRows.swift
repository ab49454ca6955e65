/// A dense matrix, row-major: the side of a product that BLAS reads.
public struct DenseRows<Scalar: BLASScalar>: Sendable {
  /// Row after row.
  public private(set) var values: [Scalar]
  /// How many rows there are.
  public let rowCount: Int
  /// How many columns there are.
  public let columnCount: Int

  /// A matrix of zeros.
  public init(rowCount: Int, columnCount: Int) {
    values = Array(repeating: 0, count: rowCount * columnCount)
    self.rowCount = rowCount
    self.columnCount = columnCount
  }

  /// Takes over values that already have the form.
  ///
  /// - Precondition: `values.count == rowCount * columnCount`.
  public init(values: [Scalar], rowCount: Int, columnCount: Int) {
    precondition(
      values.count == rowCount * columnCount, "\(values.count) values for \(rowCount) × \(columnCount)")
    self.values = values
    self.rowCount = rowCount
    self.columnCount = columnCount
  }

  /// One value.
  public subscript(row: Int, column: Int) -> Scalar {
    get { values[row * columnCount + column] }
    set { values[row * columnCount + column] = newValue }
  }
}
