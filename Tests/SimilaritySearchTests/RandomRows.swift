import Matrices
import TestSupport

/// Rows with Zipf-distributed columns: few columns in most rows, most columns in few, some rows equal, some zero.
func zipfRows(count: Int, columns: Int, length: Int, seed: UInt64, signed: Bool = false) -> SparseRows {
  var generator = SeededGenerator(seed: seed)
  var rows: [[UInt32: Double]] = []
  for index in 0..<count {
    let kind = Int.random(in: 0..<20, using: &generator)
    if kind == 0 {
      rows.append([:])
    } else if kind <= 3 && index > 0 {
      rows.append(rows[Int.random(in: 0..<index, using: &generator)])
    } else if kind <= 6 && index > 0 {
      // A near copy: one weight changed.
      var row = rows[Int.random(in: 0..<index, using: &generator)]
      if let column = row.keys.min() { row[column] = Double.random(in: 0.1...4, using: &generator) }
      rows.append(row)
    } else {
      var row: [UInt32: Double] = [:]
      for _ in 0..<Int.random(in: 1...length, using: &generator) {
        let uniform = Double.random(in: 0..<1, using: &generator)
        let column = UInt32(
          min(Double(columns - 1), (Double(columns).squareRoot() * uniform * uniform / (1.02 - uniform))))
        let weight = Double(Int.random(in: 1...5, using: &generator))
        row[column] = signed && Bool.random(using: &generator) ? -weight : weight
      }
      rows.append(row)
    }
  }
  return sparseRows(rows, columnCount: columns)
}

func sparseRows(_ rows: [[UInt32: Double]], columnCount: Int) -> SparseRows {
  var offsets = [0]
  var columns: [UInt32] = []
  var values: [Double] = []
  for row in rows {
    for (column, value) in row.sorted(by: { $0.key < $1.key }) {
      columns.append(column)
      values.append(value)
    }
    offsets.append(columns.count)
  }
  return SparseRows(rowOffsets: offsets, columns: columns, values: values, columnCount: columnCount)
}

/// The oracle: every score by merging two unit rows, nothing clever.
func bruteForceScore(_ a: Int, of first: SparseRows, _ b: Int, of second: SparseRows) -> Double {
  let unitA = first.unitRows()
  let unitB = second.unitRows()
  return mergeScore(a, unitA, b, unitB)
}

func mergeScore(_ a: Int, _ first: SparseRows, _ b: Int, _ second: SparseRows) -> Double {
  var i = first.range(ofRow: a).lowerBound
  var j = second.range(ofRow: b).lowerBound
  var sum = 0.0
  while i < first.range(ofRow: a).upperBound && j < second.range(ofRow: b).upperBound {
    if first.columns[i] < second.columns[j] {
      i += 1
    } else if first.columns[i] > second.columns[j] {
      j += 1
    } else {
      sum += first.values[i] * second.values[j]
      i += 1
      j += 1
    }
  }
  return (sum * 1e9).rounded() / 1e9 + 0
}
