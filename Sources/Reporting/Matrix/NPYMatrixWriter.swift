import NumPyFormat

/// NumPy's array file, version 1.0: little-endian, row by row.
///
/// Source: NumPy Enhancement Proposal 1, A Simple File Format for NumPy Arrays (Kern, 2007).
struct NPYMatrixWriter<Element: MatrixElement>: MatrixWriter {
  private var shape: MatrixShape

  /// A writer of a matrix of a known shape.
  init(rowCount: Int, columnCount: Int) {
    shape = MatrixShape(rowCount: rowCount, columnCount: columnCount)
  }

  mutating func begin() -> [UInt8] {
    NPYHeader(element: Element.numpyElement, rowCount: shape.rowCount, columnCount: shape.columnCount).bytes
  }

  mutating func append(_ values: UnsafeBufferPointer<Element>) -> [UInt8] {
    _ = shape.admit(values.count)
    #if _endian(little)
      return Array(UnsafeRawBufferPointer(values))
    #else
      var bytes: [UInt8] = []
      bytes.reserveCapacity(values.count * MemoryLayout<Element>.size)
      for value in values { value.appendLittleEndian(to: &bytes) }
      return bytes
    #endif
  }

  mutating func end() -> [UInt8] {
    shape.checkComplete()
    return []
  }
}
