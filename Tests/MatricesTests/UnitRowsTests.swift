import Matrices
import Testing

@Suite("Rows scaled to length 1")
struct UnitRowsTests {
  @Test("Rows that are not unit rows are scaled as unitRows does, zero and tiny ones included")
  func scaling() {
    let rows = SparseRows(
      rowOffsets: [0, 2, 2, 3, 5, 6], columns: [0, 2, 1, 0, 1, 2], values: [3, -4, 0, 1e-300, 1e-300, 1e300],
      columnCount: 3)
    #expect(rows.scaledToUnitRows() == rows.unitRows())
    #expect(rows.isZero(row: 1) && rows.isZero(row: 2))
    #expect(!rows.isZero(row: 0) && !rows.isZero(row: 3))
  }

  @Test("Tiny values are no zero row: their squares vanish, their direction does not")
  func tiny() {
    let rows = SparseRows(rowOffsets: [0, 1, 2], columns: [0, 0], values: [1, 1e-200], columnCount: 1)
    #expect(rows.scaledToUnitRows().values == [1, 1])
  }

  @Test("Unit rows are taken as they are, to the last bit")
  func unitRows() {
    let rows = SparseRows(
      rowOffsets: [0, 2, 2, 3], columns: [0, 1, 2], values: [0.6, 0.8 + 5e-15, 1], columnCount: 3)
    #expect(rows.scaledToUnitRows() == rows)
    let further = SparseRows(rowOffsets: [0, 1], columns: [0], values: [1 + 1e-12], columnCount: 1)
    #expect(further.scaledToUnitRows().values == [1])
    let empty = SparseRows(rowOffsets: [0], columns: [], values: [], columnCount: 0)
    #expect(empty.scaledToUnitRows() == empty)
  }
}
