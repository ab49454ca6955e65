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
