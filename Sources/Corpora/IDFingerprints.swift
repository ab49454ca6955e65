/// A set of 64-bit fingerprints of ids, which says at little cost that many ids are all different.
struct IDFingerprints {
  /// Fingerprints in open addressing; 0 where none is.
  private var slots: [UInt64]
  private let mask: Int

  /// An empty set for up to `capacity` ids.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Adds an id.
  ///
  /// - Returns: whether it is sure to differ from all ids before. Only ASCII is: elsewhere strings of
  ///   different bytes may be equal.
  mutating func addIfSurelyNew(_ id: String) -> Bool {
    var id = id
    guard let fingerprint = id.withUTF8(Self.fingerprint) else { return false }
    var index = Int(truncatingIfNeeded: fingerprint >> 20) & mask
    while slots[index] != 0 {
      if slots[index] == fingerprint { return false }
      index = (index + 1) & mask
    }
    slots[index] = fingerprint
    return true
  }

  /// Equal for equal bytes, rarely equal for others, never 0; nil outside ASCII.
  private static func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var hash = UInt64(truncatingIfNeeded: bytes.count) &+ 0x9E37_79B9_7F4A_7C15
    var seen: UInt64 = 0
    var position = 0
    while position < bytes.count {
      var word: UInt64 = 0
      let end = min(position + 8, bytes.count)
      if end - position == 8 {
        word = UnsafeRawPointer(bytes.baseAddress! + position).loadUnaligned(as: UInt64.self)
      } else {
        for index in position..<end { word = word << 8 | UInt64(bytes[index]) }
      }
      seen |= word
      let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hash = product.high ^ product.low &+ hash
      position = end
    }
    return seen & 0x8080_8080_8080_8080 == 0 ? max(hash, 1) : nil
  }
}
