import Matrices

/// One row spread over a dense array, to be multiplied with many others.
///
/// Working memory that is loaded with one row after another.
struct SpreadRow: Sendable {
  /// Bands are a quarter of an octave of columns wide, so that bounds are close.
  private static let bandCount = 4 * 33

  private var spread: [Double]
  /// For every band the sum of squares over the columns up to its end.
  private var bandSquares: [Double]
  private var columns: [UInt32] = []

  /// Working memory for rows of so many columns.
  init(columnCount: Int) {
    spread = Array(repeating: 0, count: columnCount)
    bandSquares = Array(repeating: 0, count: Self.bandCount)
  }

  /// Takes the values at some positions of a matrix for the row.
  ///
  /// - Parameter withNorms: whether `canReach` will be asked.
  mutating func load(_ range: Range<Int>, of rows: SparseRows, withNorms: Bool) {
    for column in columns { spread[Int(column)] = 0 }
    columns.removeAll(keepingCapacity: true)
    columns += rows.columns[range]
    var squares = 0.0
    var band = 0
    for position in range {
      let column = Int(rows.columns[position])
      let value = rows.values[position]
      spread[column] = value
      guard withNorms else { continue }
      while band < Self.band(ofColumn: column) {
        bandSquares[band] = squares
        band += 1
      }
      squares += value * value
    }
    if withNorms {
      for rest in band..<Self.bandCount { bandSquares[rest] = squares }
    }
  }

  /// The product with the values at some positions of a matrix, summed in column order.
  @inline(__always)
  func product(_ range: Range<Int>, of rows: SparseRows) -> Double {
    rows.columns.withUnsafeBufferPointer { columns in
      rows.values.withUnsafeBufferPointer { values in
        spread.withUnsafeBufferPointer { spread in
          // Adding the zero of a column that only one side stores changes no sum.
          var sum = 0.0
          for position in range { sum += spread[Int(columns[position])] * values[position] }
          return sum
        }
      }
    }
  }

  /// Four products at a time, each summed as `product` does it: one addition need not wait for another row's.
  func products(
    _ first: Range<Int>, _ second: Range<Int>, _ third: Range<Int>, _ fourth: Range<Int>, of rows: SparseRows
  ) -> SIMD4<Double> {
    let common = min(min(first.count, second.count), min(third.count, fourth.count))
    let (a, b, c, d) = (first.lowerBound, second.lowerBound, third.lowerBound, fourth.lowerBound)
    return rows.columns.withUnsafeBufferPointer { columns in
      rows.values.withUnsafeBufferPointer { values in
        spread.withUnsafeBufferPointer { spread in
          var sums = (0.0, 0.0, 0.0, 0.0)
          for step in 0..<common {
            sums.0 += spread[Int(columns[a &+ step])] * values[a &+ step]
            sums.1 += spread[Int(columns[b &+ step])] * values[b &+ step]
            sums.2 += spread[Int(columns[c &+ step])] * values[c &+ step]
            sums.3 += spread[Int(columns[d &+ step])] * values[d &+ step]
          }
          func finish(_ sum: Double, _ range: Range<Int>) -> Double {
            var sum = sum
            for position in range.lowerBound + common..<range.upperBound {
              sum += spread[Int(columns[position])] * values[position]
            }
            return sum
          }
          return SIMD4(
            finish(sums.0, first), finish(sums.1, second), finish(sums.2, third), finish(sums.3, fourth))
        }
      }
    }
  }

  /// The band of a column: columns ascend through the bands.
  @inline(__always)
  fileprivate static func band(ofColumn column: Int) -> Int {
    let number = column + 4
    let exponent = Int.bitWidth - 1 - number.leadingZeroBitCount
    return 4 * (exponent - 2) + (number >> (exponent - 2) & 3)
  }

  /// Lends what products with the rows of a matrix read.
  @inline(__always)
  func withProduct<Result>(of rows: SparseRows, _ body: (Product) -> Result) -> Result {
    rows.columns.withUnsafeBufferPointer { columns in
      rows.values.withUnsafeBufferPointer { values in
        spread.withUnsafeBufferPointer { spread in
          bandSquares.withUnsafeBufferPointer { bandSquares in
            body(Product(columns: columns, values: values, spread: spread, bandSquares: bandSquares))
          }
        }
      }
    }
  }

  /// The memory of a product; valid during the call it is lent to.
  struct Product {
    let columns: UnsafeBufferPointer<UInt32>
    let values: UnsafeBufferPointer<Double>
    let spread: UnsafeBufferPointer<Double>
    fileprivate let bandSquares: UnsafeBufferPointer<Double>

    /// Whether a product can reach `least` that has `sum` from a position on, of another row whose remaining
    /// squares add up to `rest`.
    @inline(__always)
    func canReach(
      _ least: Double, _ sum: Double, _ rest: Double, below position: Int, of range: Range<Int>
    ) -> Bool {
      let missing = least - sum
      guard missing > 0 else { return true }
      guard position > range.lowerBound else { return false }
      // All that is left lies in columns below this one, hence up to the end of its band.
      let band = SpreadRow.band(ofColumn: Int(columns[position]))
      return missing * missing <= bandSquares[band] * max(0, rest)
    }
  }
}
