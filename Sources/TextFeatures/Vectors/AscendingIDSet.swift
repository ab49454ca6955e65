/// A set of small integers that is emptied in ascending order, without sorting: bits, summarised twice.
///
/// Emptying costs O(members + capacity / 2¹⁸).
struct AscendingIDSet {
  private var bits: [UInt64]
  /// One bit for every word of `bits` that is not 0, and one for every such word again.
  private var summary: [UInt64]
  private var top: [UInt64]

  /// An empty set for integers below `capacity`.
  init(capacity: Int) {
    bits = Array(repeating: 0, count: capacity >> 6 + 1)
    summary = Array(repeating: 0, count: capacity >> 12 + 1)
    top = Array(repeating: 0, count: capacity >> 18 + 1)
  }

  /// Adds a member; adding it again changes nothing.
  @inline(__always)
  mutating func insert(_ id: UInt32) {
    let id = Int(id)
    bits[id >> 6] |= 1 << UInt64(id & 63)
    summary[id >> 12] |= 1 << UInt64(id >> 6 & 63)
    top[id >> 18] |= 1 << UInt64(id >> 12 & 63)
  }

  /// Hands out the members in ascending order and empties the set.
  @inline(__always)
  mutating func removeAll(_ body: (Int) -> Void) {
    for topIndex in top.indices where top[topIndex] != 0 {
      var topWord = top[topIndex]
      top[topIndex] = 0
      while topWord != 0 {
        let summaryIndex = topIndex << 6 | topWord.trailingZeroBitCount
        topWord &= topWord - 1
        var summaryWord = summary[summaryIndex]
        summary[summaryIndex] = 0
        while summaryWord != 0 {
          let index = summaryIndex << 6 | summaryWord.trailingZeroBitCount
          summaryWord &= summaryWord - 1
          var word = bits[index]
          bits[index] = 0
          while word != 0 {
            body(index << 6 | word.trailingZeroBitCount)
            word &= word - 1
          }
        }
      }
    }
  }
}
