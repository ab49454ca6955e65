/// A fixed number of bits, all clear at first.
struct BitSet: Sendable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  /// Sets a bit and says whether it was set before.
  @inline(__always)
  mutating func insert(_ bit: Int) -> Bool {
    let mask = UInt64(1) << UInt64(bit & 63)
    let old = words[bit >> 6]
    words[bit >> 6] = old | mask
    return old & mask != 0
  }

  @inline(__always)
  mutating func set(_ bit: Int) { words[bit >> 6] |= UInt64(1) << UInt64(bit & 63) }

  @inline(__always)
  func contains(_ bit: Int) -> Bool { words[bit >> 6] >> UInt64(bit & 63) & 1 != 0 }
}
