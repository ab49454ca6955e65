import Corpora

/// Bytes at hand as a source that yields a few at a time.
struct BytesSource: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let step: Int

  init(_ bytes: [UInt8], step: Int) {
    rest = bytes[...]
    self.step = step
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let part = rest.prefix(min(step, buffer.count))
    buffer.copyBytes(from: part)
    rest = rest.dropFirst(part.count)
    return part.count
  }
}

/// A source that breaks off.
struct BreakingSource: ByteSource {
  struct Break: Error {}

  var source: BytesSource

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = source.read(into: buffer)
    if count == 0 { throw Break() }
    return count
  }
}
