import Matrices

/// Vectors that were made elsewhere, such as embeddings, each with an id.
public struct VectorSet: Sendable {
  /// The vectors, one a row, in the type of their file.
  public enum Rows: Sendable {
    /// Four bytes a number.
    case float32(DenseRows<Float>)
    /// Eight bytes a number.
    case float64(DenseRows<Double>)
  }

  /// The vectors; finite values.
  public var rows: Rows
  /// One for each row, each once.
  public var ids: [String]

  /// Vectors with their ids.
  ///
  /// - Precondition: as many ids as rows.
  public init(rows: Rows, ids: [String]) {
    self.rows = rows
    self.ids = ids
    precondition(ids.count == rowCount, "\(ids.count) ids for \(rowCount) rows")
  }

  /// How many vectors there are.
  public var rowCount: Int {
    switch rows {
    case .float32(let rows): rows.rowCount
    case .float64(let rows): rows.rowCount
    }
  }

  /// How many vectors have no value but 0, so that no cosine with them is above 0.
  ///
  /// - Complexity: O(rows), where most rows begin with another value; O(values) at worst.
  public var zeroRowCount: Int {
    func count<Scalar>(_ rows: DenseRows<Scalar>) -> Int {
      (0..<rows.rowCount).count { rows.withUnsafeRow($0) { values in values.allSatisfy { $0 == 0 } } }
    }
    return switch rows {
    case .float32(let rows): count(rows)
    case .float64(let rows): count(rows)
    }
  }

  /// How many numbers a vector has.
  public var columnCount: Int {
    switch rows {
    case .float32(let rows): rows.columnCount
    case .float64(let rows): rows.columnCount
    }
  }
}
