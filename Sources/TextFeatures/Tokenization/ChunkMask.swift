/// What up to 64 neighbouring bytes are to the Unicode tokeniser; bit i stands for byte i.
struct ChunkMask {
  /// ASCII letters and digits.
  private(set) var word: UInt64 = 0
  /// ASCII white space, which ends a chunk.
  private(set) var space: UInt64 = 0
  /// Bytes that make their chunk more than plain words wherever they stand: characters outside ASCII, `:` and
  /// `@` of addresses, `_`, and the rare `;`.
  private(set) var odd: UInt64 = 0
  /// `.`, `,` and `'`, which join what stands on both sides, and so only before another character of the chunk.
  private(set) var joiner: UInt64 = 0

  static let width = 64

  /// Looks at so many bytes, up to 64; the bits behind them are 0.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    ByteWord.forEach(bytes, count: count) { add($0, at: $1) }
  }

  @inline(__always)
  private mutating func add(_ bytes: UInt64, at index: Int) {
    let shift = UInt64(8 * index)
    let spaces =
      ByteWord.between(9, 13, bytes & ~ByteWord.highBits) & ~bytes
      | ByteWord.equal(UInt8(ascii: " "), bytes)
    // One bit tells `:` from `;`, and another one `,` from `.`.
    let odd =
      bytes | ByteWord.equal(UInt8(ascii: ";"), bytes | 0x0101_0101_0101_0101)
      | ByteWord.equal(UInt8(ascii: "@"), bytes) | ByteWord.equal(UInt8(ascii: "_"), bytes)
    let joiners =
      ByteWord.equal(UInt8(ascii: "."), bytes | 0x0202_0202_0202_0202)
      | ByteWord.equal(UInt8(ascii: "'"), bytes)
    word |= ByteWord.gathered(ByteWord.alphanumerics(bytes)) << shift
    space |= ByteWord.gathered(spaces) << shift
    self.odd |= ByteWord.gathered(odd) << shift
    joiner |= ByteWord.gathered(joiners) << shift
  }
}
