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
    let description =
      "{'descr': '\(Element.numpyType)', 'fortran_order': False, "
      + "'shape': (\(shape.rowCount), \(shape.columnCount)), }"
    // The data begin at a multiple of 64 bytes, so that they can be mapped into memory as they are.
    let prefix = 10
    let padding = (64 - (prefix + description.utf8.count + 1) % 64) % 64
    let header = description + String(repeating: " ", count: padding) + "\n"
    let length = UInt16(header.utf8.count)
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)]
      + Array(header.utf8)
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
