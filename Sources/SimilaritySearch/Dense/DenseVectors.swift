import Matrices

/// Dense rows made ready for a search: scaled where their numbers would leave Float32's range, with their lengths.
struct DenseVectors<Scalar: BLASScalar>: Sendable {
  /// The rows. Those of extreme magnitude are scaled by a power of two, which changes no cosine.
  let rows: DenseRows<Scalar>
  /// The rows that products are proposed from: the same memory where the rows are Float already.
  let proposing: DenseRows<Float>
  /// The Euclidean length of each row of `rows`; 0 for zero rows.
  let norms: [Double]
  /// What brings a product of `proposing` to a cosine; 0 for zero rows.
  let inverseNorms: [Float]

  /// Prepares rows.
  ///
  /// - Precondition: finite values.
  /// - Complexity: O(values); no copy of Float rows unless some are scaled and the caller keeps them.
  init(_ input: consuming DenseRows<Scalar>) {
    var rows = input
    var norms: [Double] = []
    norms.reserveCapacity(rows.rowCount)
    for row in 0..<rows.rowCount {
      var squares = Self.squares(row, of: rows)
      // Numbers of such rows stay far inside Float32's range in all products, whatever the width.
      if !(0x1p-40...0x1p40).contains(squares) {
        Self.bringIntoRange(row, of: &rows)
        squares = Self.squares(row, of: rows)
      }
      norms.append(squares.squareRoot())
    }
    self.norms = norms
    inverseNorms = norms.map { $0 > 0 ? Float(1 / $0) : 0 }
    proposing = rows as? DenseRows<Float> ?? Self.rounded(rows)
    self.rows = rows
  }

  /// How many rows there are.
  var rowCount: Int { rows.rowCount }

  /// Whether a row has no value but zero.
  func isZero(_ row: Int) -> Bool { norms[row] == 0 }

  /// The score that decides: the cosine in Double, rounded to nine decimals.
  func score(_ row: Int, _ other: Int, of others: DenseVectors) -> Double {
    let product = norms[row] * others.norms[other]
    guard product > 0 else { return 0 }
    let width = rows.columnCount
    let dot = rows.values.withUnsafeBufferPointer { first in
      others.rows.values.withUnsafeBufferPointer { second in
        guard let a = first.baseAddress, let b = second.baseAddress else { return 0.0 }
        return Scalar.dot(a + row * width, b + other * width, count: width)
      }
    }
    return ExactScore.rounded(dot / product)
  }

  /// Only these rows.
  func selecting(_ chosen: [Int]) -> DenseVectors { DenseVectors(rows.selecting(chosen)) }

  private static func squares(_ row: Int, of rows: DenseRows<Scalar>) -> Double {
    rows.withUnsafeRow(row) { values in
      guard let start = values.baseAddress else { return 0 }
      return Scalar.dot(start, start, count: values.count)
    }
  }

  /// Scales a row by a power of two, so that its largest magnitude lies from 1 to 2.
  private static func bringIntoRange(_ row: Int, of rows: inout DenseRows<Scalar>) {
    let largest = rows.withUnsafeRow(row) { Scalar.largestMagnitude(of: $0) }
    precondition(largest.isFinite, "row \(row) holds a value that is not finite")
    guard largest > 0 else { return }
    let exponent = -largest.exponent
    rows.withUnsafeMutableRow(row) { values in
      for column in values.indices {
        values[column] = Scalar(sign: .plus, exponent: exponent, significand: values[column])
      }
    }
  }

  private static func rounded(_ rows: DenseRows<Scalar>) -> DenseRows<Float> {
    // The type is named, so that the loop is one over Double and does not ask for it at every number.
    if let doubles = rows as? DenseRows<Double> { return roundedToFloat(doubles) }
    return roundedToFloat(rows)
  }
}

@inline(__always)
private func roundedToFloat<Scalar: BLASScalar>(_ rows: DenseRows<Scalar>) -> DenseRows<Float> {
  DenseRows<Float>(rowCount: rows.rowCount, columnCount: rows.columnCount) { target in
    rows.values.withUnsafeBufferPointer { source in
      for index in source.indices { target[index] = Float(source[index]) }
    }
  }
}
