/// A piece of valid UTF-8 that shares its storage with the buffer it was decoded into.
///
/// A million documents live in a few large arrays; each document's text is a slice of one of them. Offsets
/// into a text count from 0 at its own start, whatever `bytes.startIndex` is.
public struct UTF8Text: Sendable, Hashable {
  /// The encoded text. Always valid UTF-8; `startIndex` is usually not 0.
  public let bytes: ArraySlice<UInt8>

  /// Wraps bytes that the caller has checked (or repaired) to be valid UTF-8.
  public init(validated bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// Copies a string's UTF-8.
  public init(_ string: String) {
    bytes = Array(string.utf8)[...]
  }

  /// The length in bytes.
  public var count: Int { bytes.count }

  /// Whether there is nothing at all, not even white space.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The whole text as a string (copies).
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The text between two byte offsets.
  ///
  /// - Parameter range: byte offsets from the text's start; both ends must lie on character borders.
  /// - Precondition: `0 ≤ range.lowerBound ≤ range.upperBound ≤ count`.
  public subscript(range: Range<Int>) -> UTF8Text {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= bytes.count,
      "byte range \(range) outside 0..<\(bytes.count)")
    let start = bytes.startIndex
    return UTF8Text(validated: bytes[start + range.lowerBound..<start + range.upperBound])
  }
}

extension UTF8Text: ExpressibleByStringLiteral {
  /// Copies a literal's UTF-8.
  public init(stringLiteral value: String) { self.init(value) }
}

extension UTF8Text: CustomStringConvertible {
  /// The text itself.
  public var description: String { string }
}
