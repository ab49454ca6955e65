import AnalysisModel
import NumPyFormat

/// A number of a matrix block: Float32 from the fast kernels, Float64 from `--exact`.
public protocol MatrixElement: BinaryFloatingPoint, LosslessStringConvertible, Sendable {
  /// The type in a NumPy file.
  static var numpyElement: NPYHeader.Element { get }
  /// The bytes in little-endian order.
  func appendLittleEndian(to bytes: inout [UInt8])
}

extension Float: MatrixElement {
  /// `<f4`.
  public static var numpyElement: NPYHeader.Element { .float32 }

  /// Four bytes of IEEE 754.
  public func appendLittleEndian(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

extension Double: MatrixElement {
  /// `<f8`.
  public static var numpyElement: NPYHeader.Element { .float64 }

  /// Eight bytes of IEEE 754.
  public func appendLittleEndian(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Writes a matrix block of rows by block of rows, without ever holding the whole of it.
///
/// ```
/// var writer = MatrixFormat.npy.writer(of: Float.self, rowIDs: ids, columnIDs: ids)
/// try file.write(writer.begin())
/// for block in blocks { try file.write(writer.append(block)) }
/// try file.write(writer.end())
/// ```
public protocol MatrixWriter<Element>: Sendable {
  /// The type of the numbers.
  associatedtype Element: MatrixElement
  /// What stands before the first row.
  mutating func begin() -> [UInt8]
  /// The next rows, whole and in order, row by row.
  ///
  /// - Precondition: `values.count` is a multiple of the columns, and no more rows come than were announced.
  mutating func append(_ values: UnsafeBufferPointer<Element>) -> [UInt8]
  /// What stands after the last row.
  ///
  /// - Throws: `RefrainError` where the picture cannot be encoded.
  mutating func end() throws -> [UInt8]
}

extension MatrixWriter {
  /// The next rows, whole and in order, row by row.
  public mutating func append(_ values: [Element]) -> [UInt8] {
    values.withUnsafeBufferPointer { append($0) }
  }
}

/// The formats of a full matrix, by the extension of its file.
public enum MatrixFormat: String, Sendable, Hashable, CaseIterable {
  /// NumPy's array file.
  case npy
  /// A table with ids.
  case csv
  /// A picture.
  case png

  /// The writer of a matrix.
  ///
  /// - Parameters:
  ///   - rowIDs: one for each row; only `csv` writes them.
  ///   - columnIDs: one for each column.
  public func writer<Element: MatrixElement>(
    of type: Element.Type, rowIDs: [String], columnIDs: [String]
  ) -> any MatrixWriter<Element> {
    switch self {
    case .npy: NPYMatrixWriter<Element>(rowCount: rowIDs.count, columnCount: columnIDs.count)
    case .csv: CSVMatrixWriter<Element>(rowIDs: rowIDs, columnIDs: columnIDs)
    case .png: PNGMatrixWriter<Element>(rowCount: rowIDs.count, columnCount: columnIDs.count)
    }
  }
}

/// Counts rows and holds callers to the announced shape.
struct MatrixShape: Sendable {
  let rowCount: Int
  let columnCount: Int
  private(set) var rowsWritten = 0

  init(rowCount: Int, columnCount: Int) {
    precondition(rowCount >= 0 && columnCount >= 0, "a matrix of \(rowCount) × \(columnCount)")
    self.rowCount = rowCount
    self.columnCount = columnCount
  }

  /// Admits some values and says which rows they are.
  mutating func admit(_ valueCount: Int) -> Range<Int> {
    guard columnCount > 0 else { return rowsWritten..<rowsWritten }
    precondition(
      valueCount % columnCount == 0, "\(valueCount) values are no whole rows of \(columnCount)")
    let rows = rowsWritten..<rowsWritten + valueCount / columnCount
    precondition(rows.upperBound <= rowCount, "\(rows.upperBound) rows for a matrix of \(rowCount)")
    rowsWritten = rows.upperBound
    return rows
  }

  /// - Precondition: all rows were written.
  func checkComplete() {
    precondition(
      rowsWritten == rowCount || columnCount == 0, "\(rowsWritten) of \(rowCount) rows were written")
  }
}
