import Matrices

/// Rows that can be compared one by one, without any of the search's machinery.
public protocol VerifiableRows: Sendable {
  /// How many rows there are.
  var rowCount: Int { get }

  /// The cosines of a row of `queries` with all rows here, in Double, not rounded.
  func cosines(with row: Int, of queries: Self) -> [Double]
}

extension VerifiableRows {
  /// A dot product as a cosine; 0 where a row is zero.
  static func cosine(_ dot: Double, _ squares: Double, _ otherSquares: Double) -> Double {
    // Two roots, not the root of a product that might overflow.
    squares > 0 && otherSquares > 0 ? dot / squares.squareRoot() / otherSquares.squareRoot() : 0
  }
}

extension SparseRows: VerifiableRows {
  /// The cosines of a row of `queries` with all rows here, in Double, not rounded.
  public func cosines(with row: Int, of queries: SparseRows) -> [Double] {
    var query = Array(repeating: 0.0, count: columnCount)
    var querySquares = 0.0
    for position in queries.range(ofRow: row) {
      let value = queries.values[position]
      query[Int(queries.columns[position])] = value
      querySquares += value * value
    }
    return columns.withUnsafeBufferPointer { columns in
      values.withUnsafeBufferPointer { values in
        (0..<rowCount).map { other in
          var dot = 0.0
          var squares = 0.0
          for position in range(ofRow: other) {
            dot += query[Int(columns[position])] * values[position]
            squares += values[position] * values[position]
          }
          return Self.cosine(dot, querySquares, squares)
        }
      }
    }
  }
}

extension DenseRows: VerifiableRows {
  /// The cosines of a row of `queries` with all rows here, in Double, not rounded.
  public func cosines(with row: Int, of queries: DenseRows) -> [Double] {
    // Two copies of known types: the generic one would ask for the type at every number.
    if let rows = self as? DenseRows<Float>, let queries = queries as? DenseRows<Float> {
      return bruteForceCosines(of: rows, with: row, of: queries)
    }
    if let rows = self as? DenseRows<Double>, let queries = queries as? DenseRows<Double> {
      return bruteForceCosines(of: rows, with: row, of: queries)
    }
    return bruteForceCosines(of: self, with: row, of: queries)
  }
}

@inline(__always)
private func bruteForceCosines<Scalar: BLASScalar>(
  of rows: DenseRows<Scalar>, with row: Int, of queries: DenseRows<Scalar>
) -> [Double] {
  let query = queries.withUnsafeRow(row) { scaledToOne($0) }
  let querySquares = query.reduce(0) { $0 + $1 * $1 }
  return (0..<rows.rowCount).map { other in
    let values = rows.withUnsafeRow(other) { scaledToOne($0) }
    var dot = 0.0
    var squares = 0.0
    for column in values.indices {
      dot += query[column] * values[column]
      squares += values[column] * values[column]
    }
    return DenseRows<Scalar>.cosine(dot, querySquares, squares)
  }
}

/// A row divided by its largest magnitude, so that squares neither overflow nor vanish.
@inline(__always)
private func scaledToOne<Scalar: BLASScalar>(_ row: UnsafeBufferPointer<Scalar>) -> [Double] {
  var values = row.map { Double($0) }
  let largest = values.reduce(0) { max($0, abs($1)) }
  if largest > 0 { for column in values.indices { values[column] /= largest } }
  return values
}
