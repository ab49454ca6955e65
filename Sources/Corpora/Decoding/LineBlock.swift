import AnalysisModel

/// A stretch of a file that ends at a line end or at the end of the file.
struct LineBlock: Sendable {
  /// The bytes of whole lines.
  var bytes: [UInt8]
  /// Where in the file they start.
  var offset: Int
}

/// Cuts a stream into blocks of whole lines.
struct LineBlockReader {
  private var source: any ByteSource
  private let blockSize: Int
  private let inspect: (ArraySlice<UInt8>) throws -> Void
  /// The start of a line whose end has not been read yet.
  private var rest: [UInt8] = []
  private var offset = 0
  private var isAtEnd = false

  /// Large enough that the work on a block dwarfs its handing over, small enough to stay in a processor's
  /// cache and to keep many threads busy on a middling file.
  static let defaultBlockSize = 1 << 20

  /// A reader at the start of a stream.
  ///
  /// - Parameter inspect: shown the first bytes of the stream, which may reach past the first block, before
  ///   any block is cut: a file that is no text need not have line ends.
  init(
    _ source: any ByteSource, blockSize: Int = defaultBlockSize,
    inspect: @escaping (ArraySlice<UInt8>) throws -> Void = { _ in }
  ) {
    precondition(blockSize > 0, "blocks of \(blockSize) bytes")
    self.source = source
    self.blockSize = blockSize
    self.inspect = inspect
  }

  /// The next block; nil at the end.
  ///
  /// A block is about as large as asked for, or as large as its longest line.
  mutating func next() throws -> LineBlock? {
    while !isAtEnd {
      let start = rest.count
      let wanted = max(blockSize, start)
      var isFull = false
      var bytes = try [UInt8](unsafeUninitializedCapacity: start + wanted) { [rest] buffer, count in
        _ = buffer.update(fromContentsOf: rest)
        let added = try source.fill(
          UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[start...]))
        count = start + added
        isFull = added == wanted
      }
      isAtEnd = !isFull
      if offset == 0, start == 0 { try inspect(bytes[...]) }
      if isAtEnd {
        rest = []
      } else if let end = bytes[start...].lastIndex(of: UInt8(ascii: "\n")) {
        rest = Array(bytes[(end + 1)...])
        bytes.removeLast(rest.count)
      } else {
        rest = bytes
        continue
      }
      defer { offset += bytes.count }
      return bytes.isEmpty ? nil : LineBlock(bytes: bytes, offset: offset)
    }
    return nil
  }
}
