/// Tells values that occur once from values that occur again, with false alarms but never a miss.
///
/// Two bits a place: 0 not seen, 1 seen once, 3 seen again. All steps are free of branches, so that the
/// processor can wait for many places of memory at a time.
struct RepeatFilter: Sendable {
  private var words: [UInt64]

  /// A filter of 2^bits places.
  init(bits: Int) { words = Array(repeating: 0, count: max(1, (1 << bits) >> 5)) }

  /// Takes note of values below 2^bits.
  mutating func note(_ values: UnsafeBufferPointer<UInt32>) {
    words.withUnsafeMutableBufferPointer { words in
      for value in values {
        let shift = UInt64(value & 31) * 2
        let place = Int(value >> 5)
        let word = words[place]
        let cell = (word >> shift) & 3
        words[place] = word | (((cell << 1) | 1) & 3) << shift
      }
    }
  }

  /// Moves the indices of the values that were noted more than once to the front of `kept`.
  ///
  /// - Returns: how many they are.
  func repeated(
    among values: UnsafeBufferPointer<UInt32>, into kept: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    var count = 0
    words.withUnsafeBufferPointer { words in
      for (index, value) in values.enumerated() {
        kept[count] = index
        count += Int((words[Int(value >> 5)] >> (UInt64(value & 31) * 2 + 1)) & 1)
      }
    }
    return count
  }
}
