/// The bytes of a token as two words, so that most comparisons touch no memory but the table's own.
///
/// Up to 16 bytes the two words and the length determine the bytes; longer tokens carry two hash lanes
/// instead and are compared in the arena as well.
struct ByteKey: Equatable {
  let low: UInt64
  let high: UInt64
  let length: Int

  /// Longest token whose key holds all its bytes.
  static let exactLength = 16

  private static let multiplier1: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let multiplier2: UInt64 = 0xD6E8_FEB8_6659_FD93

  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    self.length = length
    let raw = UnsafeRawPointer(bytes)
    if length > Self.exactLength {
      (low, high) = Self.lanes(raw, length)
    } else if length >= 8 {
      low = raw.loadUnaligned(as: UInt64.self)
      high = (raw + (length - 8)).loadUnaligned(as: UInt64.self)
    } else if length >= 4 {
      low = UInt64(raw.loadUnaligned(as: UInt32.self))
      high = UInt64((raw + (length - 4)).loadUnaligned(as: UInt32.self))
    } else {
      var packed: UInt64 = 0
      if length > 0 { packed = UInt64(bytes[0]) }
      if length > 1 { packed |= UInt64(bytes[1]) << 8 }
      if length > 2 { packed |= UInt64(bytes[2]) << 16 }
      low = packed
      high = 0
    }
  }

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
