/// Which of up to 64 neighbouring bytes belong to words of letters, digits and underscores; bit i stands for
/// byte i.
struct WordMask {
  /// Bytes inside words: ASCII letters, digits and underscores, and all bytes outside ASCII, of which it does
  /// not show yet what they are.
  private(set) var word: UInt64 = 0
  /// Bytes outside ASCII.
  private(set) var nonASCII: UInt64 = 0

  static let width = 64

  /// Looks at so many bytes, up to 64; the bits behind them are 0.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    ByteWord.forEach(bytes, count: count) { add($0, at: $1) }
  }

  @inline(__always)
  private mutating func add(_ bytes: UInt64, at index: Int) {
    let shift = UInt64(8 * index)
    word |=
      ByteWord.gathered(
        ByteWord.alphanumerics(bytes) | ByteWord.equal(UInt8(ascii: "_"), bytes) | bytes) << shift
    nonASCII |= ByteWord.gathered(bytes) << shift
  }
}
