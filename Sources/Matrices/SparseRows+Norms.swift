extension SparseRows {
  /// The rows scaled to Euclidean length 1; zero rows stay zero.
  ///
  /// A row is first divided by its largest magnitude, so that neither huge nor tiny foreign values overflow or
  /// vanish in the squares. Sums run in column order.
  ///
  /// - Complexity: O(stored values).
  public func unitRows() -> SparseRows {
    var scaled = values
    for row in 0..<rowCount {
      let range = range(ofRow: row)
      var largest = 0.0
      for position in range { largest = max(largest, abs(scaled[position])) }
      guard largest > 0 else { continue }
      var squares = 0.0
      for position in range {
        let value = scaled[position] / largest
        squares += value * value
      }
      let norm = squares.squareRoot()
      for position in range { scaled[position] = scaled[position] / largest / norm }
    }
    return SparseRows(
      rowOffsets: rowOffsets, columns: columns, values: scaled, columnCount: columnCount)
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
