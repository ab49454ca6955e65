/// A set of small integers, one bit each.
package struct BitSet: Sendable {
  @usableFromInline
  var words: [UInt64]

  /// An empty set for the integers `0..<capacity`.
  @inlinable
  package init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  /// Whether an integer below the capacity is a member.
  @inlinable @inline(__always)
  package func contains(_ member: Int) -> Bool { words[member >> 6] >> UInt64(member & 63) & 1 != 0 }

  /// Makes an integer below the capacity a member.
  @inlinable @inline(__always)
  package mutating func insert(_ member: Int) { words[member >> 6] |= 1 << UInt64(member & 63) }

  /// Calls `body` with the members in ascending order and empties the set.
  @inlinable
  package mutating func drain(_ body: (Int) -> Void) {
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
