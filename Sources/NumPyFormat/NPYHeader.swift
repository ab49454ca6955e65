/// What stands before the numbers of a NumPy array file: their type and the shape of the matrix.
///
/// A file is the magic `\x93NUMPY`, a version, the length of the description (2 bytes in version 1, 4 in versions 2
/// and 3, little-endian), the description, a Python dictionary ending in a newline, and then the numbers.
///
/// Source: NumPy Enhancement Proposal 1, A Simple File Format for NumPy Arrays (Kern, 2007); `numpy.lib.format`.
public struct NPYHeader: Sendable, Hashable {
  /// The type of the numbers.
  public enum Element: String, Sendable, Hashable, CaseIterable {
    /// Four bytes of IEEE 754, little-endian.
    case float32 = "<f4"
    /// Eight bytes of IEEE 754, little-endian.
    case float64 = "<f8"

    /// Bytes a number takes.
    public var byteCount: Int { self == .float32 ? 4 : 8 }
  }

  /// The type of the numbers.
  public var element: Element
  /// How many rows there are.
  public var rowCount: Int
  /// How many columns there are.
  public var columnCount: Int

  /// A matrix stored row by row.
  public init(element: Element, rowCount: Int, columnCount: Int) {
    self.element = element
    self.rowCount = rowCount
    self.columnCount = columnCount
  }

  /// Bytes that the numbers take.
  public var dataByteCount: Int { rowCount * columnCount * element.byteCount }

  /// The bytes of magic, version 1.0, length and description.
  ///
  /// The numbers begin at a multiple of 64 bytes, so that they can be mapped into memory as they are.
  public var bytes: [UInt8] {
    let description =
      "{'descr': '\(element.rawValue)', 'fortran_order': False, 'shape': (\(rowCount), \(columnCount)), }"
    let prefix = NPYPrefix.magic.count + 4
    let padding = (64 - (prefix + description.utf8.count + 1) % 64) % 64
    let text = description + String(repeating: " ", count: padding) + "\n"
    let length = UInt16(text.utf8.count)
    return NPYPrefix.magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array(text.utf8)
  }
}

/// The fixed first bytes of a NumPy array file.
public struct NPYPrefix: Sendable, Hashable {
  /// How such files begin.
  public static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// How many bytes tell the version.
  public static let versionedByteCount = 8
  /// Longer descriptions are refused: one of a matrix takes a hundred bytes or two.
  public static let longestDescription = 1 << 20

  /// How many bytes the length of the description takes.
  public let lengthByteCount: Int

  /// Reads magic and version.
  ///
  /// - Parameter bytes: the first `versionedByteCount` bytes of the file, or all where it is shorter.
  /// - Throws: `NPYProblem`.
  public init(_ bytes: some Collection<UInt8>) throws(NPYProblem) {
    let bytes = Array(bytes.prefix(Self.versionedByteCount))
    guard bytes.count == Self.versionedByteCount, bytes.starts(with: Self.magic) else {
      throw NPYProblem(
        "the file is no NumPy array file (.npy)", remedy: "numpy.save(\"vectors.npy\", x) in Python")
    }
    switch (bytes[6], bytes[7]) {
    case (1, 0): lengthByteCount = 2
    case (2, 0), (3, 0): lengthByteCount = 4
    default:
      throw NPYProblem(
        "the file is of version \(bytes[6]).\(bytes[7]) of NumPy's format, which is unknown",
        remedy: "a file of version 1.0, 2.0 or 3.0, as numpy.save writes it")
    }
  }

  /// The length of the description.
  ///
  /// - Parameter bytes: `lengthByteCount` bytes that follow the version.
  /// - Throws: `NPYProblem`.
  public func descriptionLength(_ bytes: some Collection<UInt8>) throws(NPYProblem) -> Int {
    guard bytes.count == lengthByteCount else { throw .cutShort }
    let length = bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Self.longestDescription else {
      throw NPYProblem("the header claims to be \(length) bytes long", remedy: "write the file anew")
    }
    return length
  }
}

/// Why a file is not a NumPy array that can be read, and what to do about it.
public struct NPYProblem: Error, Sendable, Hashable {
  /// What is wrong, in one sentence without a full stop.
  public let problem: String
  /// What to try.
  public let remedy: String

  /// A problem with a file.
  public init(_ problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }

  /// The file ends inside its header.
  public static let cutShort = NPYProblem(
    "the file ends inside its header", remedy: "copy or write the file anew")
}
