/// A set of small integers, one bit each.
struct BitSet: Sendable {
  private var words: [UInt64]

  /// An empty set for the integers `0..<capacity`.
  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  @inline(__always)
  func contains(_ member: Int) -> Bool { words[member >> 6] >> UInt64(member & 63) & 1 != 0 }

  @inline(__always)
  mutating func insert(_ member: Int) { words[member >> 6] |= 1 << UInt64(member & 63) }

  /// Calls `body` with the members in ascending order and empties the set.
  mutating func drain(_ body: (Int) -> Void) {
    for index in words.indices where words[index] != 0 {
      var word = words[index]
      words[index] = 0
      while word != 0 {
        body(index << 6 | word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}

extension Int {
  /// The smallest power of two that is not below a positive number.
  var roundedUpToPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
