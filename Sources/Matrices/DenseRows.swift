/// A dense matrix, row-major: the side of a product that BLAS reads.
///
/// A value type: copies share their memory until one of them is changed.
public struct DenseRows<Scalar: BLASScalar>: Sendable {
  private var storage: DenseStorage<Scalar>
  /// How many rows there are.
  public let rowCount: Int
  /// How many columns there are.
  public let columnCount: Int

  /// Takes over memory that is filled.
  init(storage: DenseStorage<Scalar>, rowCount: Int, columnCount: Int) {
    self.storage = storage
    self.rowCount = rowCount
    self.columnCount = columnCount
  }

  /// A matrix whose values `fill` writes, all of them, into memory that is not cleared.
  ///
  /// - Parameter fill: receives room for `rowCount * columnCount` values, row after row.
  /// - Throws: what `fill` throws.
  public init(
    rowCount: Int, columnCount: Int, filledBy fill: (UnsafeMutableBufferPointer<Scalar>) throws -> Void
  ) rethrows {
    let storage = DenseStorage<Scalar>(count: rowCount * columnCount)
    try fill(UnsafeMutableBufferPointer(start: storage.start, count: storage.count))
    self.init(storage: storage, rowCount: rowCount, columnCount: columnCount)
  }

  /// A matrix of zeros.
  public init(rowCount: Int, columnCount: Int) {
    self.init(rowCount: rowCount, columnCount: columnCount) { $0.initialize(repeating: 0) }
  }

  /// Copies values that already have the form.
  ///
  /// - Precondition: `values.count == rowCount * columnCount`.
  public init(values: [Scalar], rowCount: Int, columnCount: Int) {
    precondition(
      values.count == rowCount * columnCount, "\(values.count) values for \(rowCount) × \(columnCount)")
    self.init(rowCount: rowCount, columnCount: columnCount) { _ = $0.initialize(from: values) }
  }

  /// Row after row.
  public var values: Values { Values(storage: storage) }

  /// One value.
  public subscript(row: Int, column: Int) -> Scalar {
    get { values[row * columnCount + column] }
    set { withUnsafeMutableRow(row) { $0[column] = newValue } }
  }

  /// Calls `body` with a row that may be changed.
  ///
  /// - Complexity: that of `body`; O(values) where the memory is shared.
  public mutating func withUnsafeMutableRow<Result>(
    _ row: Int, _ body: (UnsafeMutableBufferPointer<Scalar>) throws -> Result
  ) rethrows -> Result {
    precondition(row >= 0 && row < rowCount, "row \(row) of \(rowCount)")
    if !isKnownUniquelyReferenced(&storage) { storage = storage.copy() }
    return try body(
      UnsafeMutableBufferPointer(start: storage.start + row * columnCount, count: columnCount))
  }

  /// Calls `body` with a row.
  public func withUnsafeRow<Result>(
    _ row: Int, _ body: (UnsafeBufferPointer<Scalar>) throws -> Result
  ) rethrows -> Result {
    try values.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[row * columnCount..<(row + 1) * columnCount]))
    }
  }

  /// Only these rows, in the given order.
  ///
  /// - Complexity: O(values of the chosen rows).
  public func selecting(_ rows: [Int]) -> DenseRows {
    DenseRows(rowCount: rows.count, columnCount: columnCount) { target in
      for (index, row) in rows.enumerated() {
        withUnsafeRow(row) { source in
          _ = UnsafeMutableBufferPointer(rebasing: target[index * columnCount..<(index + 1) * columnCount])
            .initialize(from: source)
        }
      }
    }
  }
}

extension DenseRows {
  /// The values of a dense matrix, row after row; keeps its memory alive.
  public struct Values: RandomAccessCollection, Sendable {
    let storage: DenseStorage<Scalar>

    /// The first value's position.
    public var startIndex: Int { 0 }
    /// How many values there are.
    public var endIndex: Int { storage.count }

    /// One value.
    public subscript(position: Int) -> Scalar {
      precondition(position >= 0 && position < storage.count, "value \(position) of \(storage.count)")
      return storage.start[position]
    }

    /// Calls `body` with all values.
    public func withUnsafeBufferPointer<Result>(
      _ body: (UnsafeBufferPointer<Scalar>) throws -> Result
    ) rethrows -> Result {
      try withExtendedLifetime(storage) { try body(storage.buffer) }
    }
  }
}
