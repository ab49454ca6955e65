import AnalysisModel

/// Copies ranges out of a stream of bytes that is read once from front to back.
///
/// Holds one buffer, however long a range is.
struct CopyStream {
  private static let bufferSize = 1 << 18

  private var source: any ByteSource
  private let path: String
  private var buffer: [UInt8] = []
  /// The next byte in the buffer.
  private var start = 0
  /// The offset of the next byte in the file.
  private var offset = 0

  /// A stream at its start.
  init(_ source: any ByteSource, path: String) {
    self.source = source
    self.path = path
  }

  /// Whether the stream goes on with these few bytes.
  mutating func continues(with bytes: [UInt8]) throws -> Bool {
    try require(bytes.count)
    return buffer[start...].starts(with: bytes)
  }

  /// Passes over everything before an offset.
  mutating func skip(to target: Int) throws { try copy(to: target) { _ in } }

  /// Hands over everything before an offset.
  ///
  /// - Precondition: the offset is not behind the stream.
  /// - Throws: `RefrainError` where the file is not that long any more; what the sink throws.
  mutating func copy(to target: Int, into sink: ([UInt8]) throws -> Void) throws {
    precondition(target >= offset, "a range at byte \(target) after byte \(offset)")
    while offset < target {
      guard try require(1) else { throw CorpusReading.ReadFile.changed(path) }
      try take(min(target - offset, buffer.count - start), into: sink)
    }
  }

  /// Hands over everything that is left.
  mutating func copyRest(into sink: ([UInt8]) throws -> Void) throws {
    while try require(1) { try take(buffer.count - start, into: sink) }
  }

  /// Takes the line end that comes next: CRLF, LF or CR; empty at the end of the file.
  ///
  /// - Throws: `RefrainError` where something else comes next.
  mutating func takeLineEnd() throws -> [UInt8] {
    // No byte more is asked for than is needed: the stream may break off behind the last good record.
    guard try require(1) else { return [] }
    var end = [buffer[start]]
    if end == [UInt8(ascii: "\r")] {
      if try require(2), buffer[start + 1] == UInt8(ascii: "\n") { end.append(UInt8(ascii: "\n")) }
    } else if end != [UInt8(ascii: "\n")] {
      throw CorpusReading.ReadFile.changed(path)
    }
    try take(end.count) { _ in }
    return end
  }

  private mutating func take(_ count: Int, into sink: ([UInt8]) throws -> Void) throws {
    try sink(Array(buffer[start..<start + count]))
    start += count
    offset += count
  }

  /// Sees to it that so many bytes lie in the buffer, if the file has them.
  @discardableResult
  private mutating func require(_ count: Int) throws -> Bool {
    while buffer.count - start < count {
      buffer.removeFirst(start)
      start = 0
      let kept = buffer.count
      let more = try [UInt8](unsafeUninitializedCapacity: Self.bufferSize) { target, read in
        read = try source.read(into: UnsafeMutableRawBufferPointer(target))
      }
      if more.isEmpty { return false }
      if kept == 0 { buffer = more } else { buffer += more }
    }
    return true
  }
}
