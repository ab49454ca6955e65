/// Hashes that only ever propose equality: whoever uses them compares the contents.
enum ContentHash {
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Spreads the bits of a word; a bijection (the finaliser of splitmix64, G. Steele et al. 2014).
  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ multiplier
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Folds a word into a running hash.
  @inline(__always)
  static func combine(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    var next = (hash ^ word) &* multiplier
    next ^= next >> 32
    return next &* 0xD6E8_FEB8_6659_FD93
  }

  /// The hash of some bytes, their number included.
  static func hash(of bytes: ArraySlice<UInt8>, seed: UInt64) -> UInt64 {
    bytes.withUnsafeBytes { raw in
      var hash = combine(seed, UInt64(raw.count))
      var offset = 0
      while offset + 8 <= raw.count {
        hash = combine(hash, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      var rest: UInt64 = 0
      while offset < raw.count {
        rest = rest << 8 | UInt64(raw[offset])
        offset += 1
      }
      return mixed(combine(hash, rest))
    }
  }

  /// The hash of some token ids, their number included.
  static func hash(of ids: ArraySlice<UInt32>, seed: UInt64) -> UInt64 {
    var hash = combine(seed, UInt64(ids.count))
    for id in ids { hash = combine(hash, UInt64(id)) }
    return mixed(hash)
  }
}
