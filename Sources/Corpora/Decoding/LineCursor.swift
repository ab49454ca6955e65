import Foundation

/// Steps through the lines of a block of JSON lines, which end with LF or CRLF.
struct LineCursor {
  /// One line.
  struct Line {
    /// The line without its end.
    var range: Range<Int>
    /// Counted from 1.
    var number: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  /// Line ends passed.
  private(set) var lineEnds = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    position = start
  }

  /// The next line that is not blank; nil at the end.
  mutating func next() -> Line? {
    while position < bytes.count {
      let start = position
      let number = lineEnds + 1
      let rest = UnsafeBufferPointer(rebasing: bytes[start...])
      var end = bytes.count
      position = end
      if let found = memchr(rest.baseAddress!, Int32(UInt8(ascii: "\n")), rest.count) {
        end = start + (UnsafeRawPointer(found) - UnsafeRawPointer(rest.baseAddress!))
        position = end + 1
        lineEnds += 1
      }
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      let isBlank = bytes[start..<end].allSatisfy {
        $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r")
      }
      if !isBlank { return Line(range: start..<end, number: number) }
    }
    return nil
  }
}
