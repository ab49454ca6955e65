/// The bytes of a token as two words, so that most comparisons touch no memory but the table's own.
///
/// Up to 16 bytes the two words hold the bytes, the first byte lowest, zeros behind the last; longer tokens
/// carry two hash lanes instead and are compared in the arena as well.
struct ByteKey: Equatable {
  let low: UInt64
  let high: UInt64
  let length: Int

  /// Longest token whose key holds all its bytes.
  static let exactLength = 16

  private static let multiplier1: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let multiplier2: UInt64 = 0xD6E8_FEB8_6659_FD93

  private init(low: UInt64, high: UInt64, length: Int) {
    self.low = low
    self.high = high
    self.length = length
  }

  /// The key of any bytes.
  init(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    let raw = UnsafeRawPointer(bytes)
    self.length = length
    if length > Self.exactLength {
      (low, high) = Self.lanes(raw, length)
    } else if length > 8 {
      low = raw.loadUnaligned(as: UInt64.self)
      high = ByteWord.load(raw + 8, count: length - 8)
    } else {
      low = ByteWord.load(raw, count: length)
      high = 0
    }
  }

  /// The key of up to 16 bytes, with ASCII capitals as small letters.
  ///
  /// - Precondition: 16 bytes can be read.
  @inline(__always)
  init(loweringShort bytes: UnsafePointer<UInt8>, _ length: Int) {
    let raw = UnsafeRawPointer(bytes)
    // Shifts by 64 and more give 0, which is what a length of 0 or 8 asks for.
    let lowMask = UInt64.max >> UInt64(truncatingIfNeeded: 64 - 8 * min(length, 8))
    let highMask = UInt64.max >> UInt64(truncatingIfNeeded: 64 - 8 * max(length - 8, 0))
    low = ByteWord.lowered(raw.loadUnaligned(as: UInt64.self) & lowMask)
    high = ByteWord.lowered((raw + 8).loadUnaligned(as: UInt64.self) & highMask)
    self.length = length
  }

  /// The same key with ASCII capitals as small letters.
  ///
  /// - Precondition: the key holds all bytes.
  var lowered: ByteKey {
    ByteKey(low: ByteWord.lowered(low), high: ByteWord.lowered(high), length: length)
  }

  /// Whether all bytes are ASCII.
  ///
  /// - Precondition: the key holds all bytes.
  @inline(__always)
  var isASCII: Bool { (low | high) & ByteWord.highBits == 0 }

  /// A 64-bit hash; all bits are good.
  @inline(__always)
  func hash(salt: UInt64) -> UInt64 {
    Self.mix(low ^ Self.multiplier1 ^ salt, high ^ Self.multiplier2 ^ UInt64(truncatingIfNeeded: length))
  }

  /// The two halves of a full product, folded onto each other; then once more, because short tokens differ
  /// in few bits.
  @inline(__always)
  static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let first = a.multipliedFullWidth(by: b)
    let folded = first.high ^ first.low
    let second = folded.multipliedFullWidth(by: multiplier1)
    return second.high ^ second.low
  }

  private static func lanes(_ raw: UnsafeRawPointer, _ length: Int) -> (UInt64, UInt64) {
    var first = multiplier1
    var second = multiplier2
    var offset = 0
    while offset + 16 <= length {
      let a = (raw + offset).loadUnaligned(as: UInt64.self)
      let b = (raw + offset + 8).loadUnaligned(as: UInt64.self)
      first = mix(first ^ a, multiplier2 ^ b)
      second = mix(second ^ b, multiplier1 ^ a)
      offset += 16
    }
    // The last 16 bytes once more: they cover the rest.
    let a = (raw + (length - 16)).loadUnaligned(as: UInt64.self)
    let b = (raw + (length - 8)).loadUnaligned(as: UInt64.self)
    return (mix(first ^ a, multiplier2 ^ b), mix(second ^ b, multiplier1 ^ a))
  }
}
