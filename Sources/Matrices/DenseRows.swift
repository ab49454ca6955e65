/// A dense Float32 matrix, row-major: the side of a product that BLAS reads.
public struct DenseRows: Sendable {
  /// Row after row.
  public private(set) var values: [Float]
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
  public init(values: [Float], rowCount: Int, columnCount: Int) {
    precondition(
      values.count == rowCount * columnCount, "\(values.count) values for \(rowCount) × \(columnCount)")
    self.values = values
    self.rowCount = rowCount
    self.columnCount = columnCount
  }

  /// One value.
  public subscript(row: Int, column: Int) -> Float {
    get { values[row * columnCount + column] }
    set { values[row * columnCount + column] = newValue }
  }
}
