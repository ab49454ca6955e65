/// A fixed number of bits, all clear at first.
struct BitSet: Sendable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  @inline(__always)
  mutating func set(_ bit: Int) { words[bit >> 6] |= UInt64(1) << UInt64(bit & 63) }

  @inline(__always)
  func contains(_ bit: Int) -> Bool { words[bit >> 6] >> UInt64(bit & 63) & 1 != 0 }
}
