import Execution

extension SparseRows {
  /// More pieces than this share the work out no better.
  private static let mostPieces = 64

  /// The rows scaled to Euclidean length 1; zero rows stay zero.
  ///
  /// A row is first divided by its largest magnitude, so that neither huge nor tiny foreign values overflow or
  /// vanish in the squares. Sums run in column order.
  ///
  /// - Parameter parallelism: how many rows may be scaled at a time; never changes the result.
  /// - Complexity: O(stored values).
  public func unitRows(parallelism: Parallelism = Parallelism(threads: 1)) -> SparseRows {
    let pieces = min(Self.mostPieces, rowCount)
    let scaled = [Double](
      count: storedCount,
      filledBy: { scaled in
        parallelism.perform(count: pieces) { piece in
          values.withUnsafeBufferPointer { values in
            for row in rowCount * piece / pieces..<rowCount * (piece + 1) / pieces {
              let range = range(ofRow: row)
              Self.scale(
                UnsafeBufferPointer(rebasing: values[range]), to: scaled.base + range.lowerBound)
            }
          }
        }
      })
    return SparseRows(
      rowOffsets: rowOffsets, columns: columns, values: scaled, columnCount: columnCount)
  }

  /// Scales one row to length 1, into other memory or in place.
  static func scale(_ row: UnsafeBufferPointer<Double>, to scaled: UnsafeMutablePointer<Double>) {
    var largest = 0.0
    for value in row { largest = max(largest, abs(value)) }
    if largest == 0 {
      for index in row.indices { (scaled + index).initialize(to: row[index]) }
      return
    }
    var squares = 0.0
    for index in row.indices {
      let value = row[index] / largest
      (scaled + index).initialize(to: value)
      squares += value * value
    }
    let norm = squares.squareRoot()
    for index in row.indices { scaled[index] /= norm }
  }

  /// For every column, in how many rows it is stored.
  public func columnCounts() -> [Int] {
    var counts = Array(repeating: 0, count: columnCount)
    for column in columns { counts[Int(column)] += 1 }
    return counts
  }

  /// Only these rows, in the given order.
  ///
  /// - Complexity: O(stored values of the chosen rows).
  public func selecting(_ rows: [Int]) -> SparseRows {
    var offsets = [0]
    offsets.reserveCapacity(rows.count + 1)
    var chosenColumns: [UInt32] = []
    var chosenValues: [Double] = []
    let total = rows.reduce(0) { $0 + range(ofRow: $1).count }
    chosenColumns.reserveCapacity(total)
    chosenValues.reserveCapacity(total)
    for row in rows {
      let range = range(ofRow: row)
      chosenColumns += columns[range]
      chosenValues += values[range]
      offsets.append(chosenColumns.count)
    }
    return SparseRows(
      rowOffsets: offsets, columns: chosenColumns, values: chosenValues, columnCount: columnCount)
  }
}
