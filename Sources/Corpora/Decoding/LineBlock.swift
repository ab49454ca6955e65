import AnalysisModel

/// A stretch of a file that ends at a line end or at the end of the file.
struct LineBlock: Sendable {
  /// The bytes of whole lines.
  var bytes: [UInt8]
  /// Where in the file they start.
  var offset: Int
}

/// Cuts a stream into blocks of whole lines.
///
/// What was read before a failure still comes as a block, without the line in which the stream broke off.
struct LineBlockReader {
  private var source: any ByteSource
  private let blockSize: Int
  private let inspect: (ArraySlice<UInt8>) throws -> Void
  /// The start of a line whose end has not been read yet.
  private var rest: [UInt8] = []
  /// Where in the file the next block starts; 0 as long as there was none.
  private(set) var offset = 0
  private var isAtEnd = false
  private var failure: (any Error)?

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

  /// What is to be said about the stream once its end is reached; nil where nothing is.
  var remark: String? { source.remark }

  /// The next block; nil at the end.
  ///
  /// A block is about as large as asked for, or as large as its longest line.
  ///
  /// - Throws: what reading the stream threw, and what `inspect` did.
  mutating func next() throws -> LineBlock? {
    if isAtEnd {
      if let failure { throw failure }
      return nil
    }
    var searched = rest.count
    var bytes = readFirst()
    if offset == 0 { try inspect(bytes[...]) }
    while true {
      let end = bytes[searched...].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
      if isAtEnd {
        // A line that breaks off is no record, a last line without an end is one.
        if failure != nil { bytes.removeLast(bytes.count - (end ?? 0)) }
        rest = []
        break
      }
      if let end {
        rest = Array(bytes[end...])
        bytes.removeLast(rest.count)
        break
      }
      searched = bytes.count
      readMore(into: &bytes)
    }
    if bytes.isEmpty {
      if let failure { throw failure }
      return nil
    }
    defer { offset += bytes.count }
    return LineBlock(bytes: bytes, offset: offset)
  }

  /// The rest of the block before and what follows.
  private mutating func readFirst() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: rest.count + blockSize) { [rest] buffer, count in
      _ = buffer.update(fromContentsOf: rest)
      let room = UnsafeMutableRawBufferPointer(buffer)[rest.count...]
      count = rest.count + fill(UnsafeMutableRawBufferPointer(rebasing: room))
    }
  }

  /// Goes on with a line that is longer than a block; no more is read than the line and a block.
  private mutating func readMore(into bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: blockSize))
    let added = bytes.withUnsafeMutableBytes { fill(UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
    bytes.removeLast(blockSize - added)
  }

  private mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let (count, failure) = source.fillUpToFailure(buffer)
    self.failure = failure
    isAtEnd = count < buffer.count
    return count
  }
}
