import AnalysisModel
import Matrices
import NumPyFormat

/// Reads vectors from NumPy array files and their ids from text files.
public struct VectorReader: Sendable {
  /// A reader.
  public init() {}

  /// Reads vectors.
  ///
  /// - Parameters:
  ///   - path: a `.npy` file of versions 1 to 3: little-endian Float32 or Float64, rows × columns, in C order.
  ///   - idsPath: a text file with one id a line; nil numbers the rows from 0, as NumPy does.
  /// - Throws: `RefrainError` for a file that cannot be read, is of another kind, is cut short, holds NaN or an
  ///   infinity, or does not fit its ids.
  /// - Complexity: O(bytes); the numbers are read into their final place.
  public func read(_ path: String, ids idsPath: String? = nil) throws -> VectorSet {
    let rows = try readRows(path)
    let count =
      switch rows {
      case .float32(let rows): rows.rowCount
      case .float64(let rows): rows.rowCount
      }
    let ids = try idsPath.map { try VectorIDs.read($0, count: count, vectors: path) }
    return VectorSet(rows: rows, ids: ids ?? (0..<count).map(String.init))
  }

  private func readRows(_ path: String) throws -> VectorSet.Rows {
    var source = try Self.open(path)
    do {
      let header = try Self.header(of: &source)
      switch header.element {
      case .float32: return .float32(try Self.rows(header, from: &source, path: path))
      case .float64: return .float64(try Self.rows(header, from: &source, path: path))
      }
    } catch let problem as NPYProblem {
      throw RefrainError(problem.problem, path: path, remedy: problem.remedy)
    }
  }

  /// Opens a file, or standard input for `-`.
  static func open(_ path: String) throws -> FileSource { try FileSource(NamedFile.input(path)) }

  private static func header(of source: inout FileSource) throws -> NPYHeader {
    let prefix = try NPYPrefix(try take(NPYPrefix.versionedByteCount, from: &source))
    let length = try prefix.descriptionLength(try take(prefix.lengthByteCount, from: &source))
    let description = try take(length, from: &source)
    guard description.count == length else { throw NPYProblem.cutShort }
    return try NPYHeader(description: description)
  }

  /// The next bytes, fewer at the end of the file.
  private static func take(_ count: Int, from source: inout FileSource) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = try source.fill(UnsafeMutableRawBufferPointer(buffer))
    }
  }

  private static func rows<Scalar: BLASScalar>(
    _ header: NPYHeader, from source: inout FileSource, path: String
  ) throws -> DenseRows<Scalar> {
    #if _endian(big)
      throw NPYProblem("this machine is big-endian, unlike the file", remedy: "a little-endian machine")
    #endif
    // Before memory is asked for: a header may claim anything. Only a pipe's numbers pass through a buffer.
    let buffered = source.remainingByteCount == nil ? try source.readAll(expecting: 1 << 20) : nil
    try check(buffered?.count ?? source.remainingByteCount ?? 0, header)
    let rows = try DenseRows<Scalar>(rowCount: header.rowCount, columnCount: header.columnCount) { values in
      let target = UnsafeMutableRawBufferPointer(values)
      if let buffered {
        target.copyBytes(from: buffered)
      } else {
        // The file may have been cut since.
        try check(try source.fill(target), header)
      }
    }
    for row in 0..<rows.rowCount {
      try rows.withUnsafeRow(row) { values in
        guard let column = values.firstNonFinite else { return }
        throw RefrainError(
          "row \(row), column \(column) is \(values[column]); vectors must be finite (both count from 0)",
          path: path, remedy: "numpy.isfinite(x).all(axis=1) finds such rows")
      }
    }
    return rows
  }

  private static func check(_ byteCount: Int, _ header: NPYHeader) throws {
    guard byteCount != header.dataByteCount else { return }
    let shape = "\(header.rowCount) × \(header.columnCount) numbers of \(header.element.byteCount) bytes"
    throw NPYProblem(
      byteCount < header.dataByteCount
        ? "the file ends before its \(shape)" : "the file goes on after its \(shape)",
      remedy: "copy or write the file anew")
  }
}

extension UnsafeBufferPointer where Element: BLASScalar {
  /// The first value that is NaN or infinite.
  fileprivate var firstNonFinite: Int? {
    Element.largestMagnitude(of: self).isFinite ? nil : firstIndex { !$0.isFinite }
  }
}
