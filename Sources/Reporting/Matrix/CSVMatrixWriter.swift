/// A table with the ids of the columns in the first row and the ids of the rows in the first column.
struct CSVMatrixWriter<Element: MatrixElement>: MatrixWriter {
  private let rowIDs: [String]
  private let columnIDs: [String]
  private var shape: MatrixShape

  /// A writer of a matrix with named rows and columns.
  init(rowIDs: [String], columnIDs: [String]) {
    self.rowIDs = rowIDs
    self.columnIDs = columnIDs
    shape = MatrixShape(rowCount: rowIDs.count, columnCount: columnIDs.count)
  }

  mutating func begin() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["id"] + columnIDs)
    return writer.bytes
  }

  mutating func append(_ values: UnsafeBufferPointer<Element>) -> [UInt8] {
    let rows = shape.admit(values.count)
    var writer = CSVWriter()
    for (position, row) in rows.enumerated() {
      let start = position * shape.columnCount
      let cells = values[start..<start + shape.columnCount]
      writer.row([rowIDs[row]] + cells.map(Self.spelling))
    }
    return writer.bytes
  }

  mutating func end() -> [UInt8] {
    shape.checkComplete()
    return []
  }

  /// The shortest decimal that reads back the same; whole numbers without a point.
  private static func spelling(_ value: Element) -> String {
    let text = value == 0 ? "0" : value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
