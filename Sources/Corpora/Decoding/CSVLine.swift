/// One line of a CSV file with its end: LF, CR or CRLF.
struct CSVLine {
  var bytes: ArraySlice<UInt8>
  /// Where in the file it starts.
  var offset: Int
  /// Counted from 1.
  var number: Int

  /// Its length in bytes without the line end.
  var lengthWithoutEnd: Int {
    var length = bytes.count
    if length > 0, bytes[bytes.startIndex + length - 1] == UInt8(ascii: "\n") { length -= 1 }
    if length > 0, bytes[bytes.startIndex + length - 1] == UInt8(ascii: "\r") { length -= 1 }
    return length
  }

  /// Whether there is nothing but the line end.
  var isBlank: Bool { lengthWithoutEnd == 0 }

  /// Where the line that starts at `start` ends, line end included.
  static func end(in bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var position = start
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\n") { break }
        if byte == UInt8(ascii: "\r") {
          if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
          break
        }
      }
      return position
    }
  }
}
