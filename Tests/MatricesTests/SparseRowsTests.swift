import Execution
import TestSupport
import Testing

@testable import Matrices

@Suite("Sparse rows")
struct SparseRowsTests {
  private let rows = SparseRows(
    rowOffsets: [0, 2, 2, 3], columns: [0, 2, 2], values: [3, 4, -7], columnCount: 4)

  @Test("Unit rows have length 1 and keep their signs; zero rows stay zero")
  func unitRows() {
    let unit = rows.unitRows()
    #expect(unit.values == [0.6, 0.8, -1])
    #expect(unit.range(ofRow: 1).isEmpty)
  }

  @Test("Rows are scaled alike on any number of threads", arguments: [0, 1, 2, 63, 64, 65, 200], [1, 2, 5])
  func unitRowsInParallel(count: Int, threads: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    var offsets = [0]
    var columns: [UInt32] = []
    var values: [Double] = []
    for row in 0..<count {
      // Empty rows, rows of zeros, huge and tiny values.
      let scale = [1, 0, 1e300, 1e-300][row % 4]
      for column in 0..<row % 5 {
        columns.append(UInt32(column))
        values.append(Double.random(in: -1...1, using: &random) * scale)
      }
      offsets.append(columns.count)
    }
    let rows = SparseRows(rowOffsets: offsets, columns: columns, values: values, columnCount: 5)
    let unit = rows.unitRows(parallelism: Parallelism(threads: threads))
    #expect(unit.columns == columns && unit.rowOffsets == offsets)
    for row in 0..<count {
      let range = rows.range(ofRow: row)
      let largest = values[range].map(abs).max() ?? 0
      var squares = 0.0
      if largest > 0 { for value in values[range] { squares += value / largest * (value / largest) } }
      for position in range {
        let expected = largest > 0 ? values[position] / largest / squares.squareRoot() : values[position]
        #expect(unit.values[position] == expected)
      }
    }
  }

  @Test("Columns are counted once a row")
  func columnCounts() {
    #expect(rows.columnCounts() == [1, 0, 2, 0])
  }

  @Test("Rows are selected in the order asked for, also twice")
  func selecting() {
    let selected = rows.selecting([2, 0, 2])
    #expect(selected.rowOffsets == [0, 1, 3, 4])
    #expect(selected.columns == [2, 0, 2, 2])
    #expect(selected.values == [-7, 3, 4, -7])
  }
}
