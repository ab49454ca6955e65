/// Eight bytes at a time in one machine word, the first byte lowest.
///
/// The tests of ranges are those of Lamport ("Multiple byte processing with full-word instructions", 1975):
/// adding a constant to the lower seven bits of every byte carries into its eighth where the byte is large
/// enough.
enum ByteWord {
  /// The eighth bit of every byte: set outside ASCII.
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Up to eight bytes; zeros behind the last. Reads no byte past them.
  @inline(__always)
  static func load(_ raw: UnsafeRawPointer, count: Int) -> UInt64 {
    if count >= 8 { return raw.loadUnaligned(as: UInt64.self) }
    if count >= 4 {
      let first = UInt64(raw.loadUnaligned(as: UInt32.self))
      let last = UInt64((raw + (count - 4)).loadUnaligned(as: UInt32.self))
      return first | last << UInt64(8 * (count - 4))
    }
    if count == 0 { return 0 }
    let first = UInt64(raw.load(as: UInt8.self))
    let middle = UInt64(raw.load(fromByteOffset: count / 2, as: UInt8.self))
    let last = UInt64(raw.load(fromByteOffset: count - 1, as: UInt8.self))
    return first | middle << UInt64(8 * (count / 2)) | last << UInt64(8 * (count - 1))
  }

  /// Calls `body` with up to 64 bytes, eight at a time, and the number of the eight; zeros behind the last. Reads
  /// no byte past them.
  @inline(__always)
  static func forEach(_ bytes: UnsafePointer<UInt8>, count: Int, _ body: (UInt64, Int) -> Void) {
    let raw = UnsafeRawPointer(bytes)
    if count == 64 {
      for index in 0..<8 { body((raw + 8 * index).loadUnaligned(as: UInt64.self), index) }
    } else {
      for index in 0..<(count + 7) / 8 { body(load(raw + 8 * index, count: count - 8 * index), index) }
    }
  }

  /// ASCII capitals as small letters; all other bytes as they are.
  @inline(__always)
  static func lowered(_ word: UInt64) -> UInt64 {
    let capitals = between(UInt8(ascii: "A"), UInt8(ascii: "Z"), word & ~highBits) & ~word & highBits
    return word | capitals >> 2
  }

  /// The eighth bit of every byte that is an ASCII letter or digit; other bits are not to be looked at.
  @inline(__always)
  static func alphanumerics(_ word: UInt64) -> UInt64 {
    let bytes = word & ~highBits
    let letters = between(UInt8(ascii: "a"), UInt8(ascii: "z"), bytes | 0x20 &* ones)
    return (letters | between(UInt8(ascii: "0"), UInt8(ascii: "9"), bytes)) & ~word
  }

  /// The eighth bit of every byte that equals the given one of ASCII; other bits are not to be looked at.
  @inline(__always)
  static func equal(_ byte: UInt8, _ word: UInt64) -> UInt64 {
    ~((((word & ~highBits) ^ UInt64(byte) &* ones) &+ 0x7F &* ones) | word)
  }

  /// The eighth bit of every byte that lies between two of ASCII, borders included; other bits are not to be
  /// looked at.
  ///
  /// - Parameter bytes: eight bytes below 0x80.
  @inline(__always)
  static func between(_ first: UInt8, _ last: UInt8, _ bytes: UInt64) -> UInt64 {
    (bytes &+ UInt64(0x80 - first) &* ones) & ~(bytes &+ UInt64(0x7F - last) &* ones)
  }

  /// The eighth bits of the bytes as the lowest eight bits, the first byte's lowest.
  @inline(__always)
  static func gathered(_ word: UInt64) -> UInt64 { ((word & highBits) &* 0x0002_0408_1020_4081) >> 56 }
}
