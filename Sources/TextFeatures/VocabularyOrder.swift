#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The order of a vocabulary: document frequency descending, then bytes ascending.
enum VocabularyOrder {
  private struct Entry {
    let frequency: UInt32
    let index: UInt32
    /// The first eight bytes, most significant first; shorter strings are padded with zeros.
    let prefix: UInt64
  }

  /// The given strings' indexes in vocabulary order; equal strings of equal frequency stay in the given order.
  ///
  /// O(n log n) comparisons, few of which look further than eight bytes.
  static func order(arena: [UInt8], offsets: [Int], documentFrequencies: [UInt32]) -> [UInt32] {
    arena.withUnsafeBufferPointer { arena in
      var entries: [Entry] = []
      entries.reserveCapacity(documentFrequencies.count)
      for (index, frequency) in documentFrequencies.enumerated() {
        var prefix: UInt64 = 0
        let start = offsets[index]
        let end = min(offsets[index + 1], start + 8)
        for position in start..<end { prefix = prefix << 8 | UInt64(arena[position]) }
        prefix <<= UInt64(8 * (8 - (end - start)))
        entries.append(Entry(frequency: frequency, index: UInt32(index), prefix: prefix))
      }
      entries.sort { a, b in
        if a.frequency != b.frequency { return a.frequency > b.frequency }
        if a.prefix != b.prefix { return a.prefix < b.prefix }
        return precedes(Int(a.index), Int(b.index), arena, offsets)
      }
      return entries.map(\.index)
    }
  }

  private static func precedes(
    _ a: Int, _ b: Int, _ arena: UnsafeBufferPointer<UInt8>, _ offsets: [Int]
  ) -> Bool {
    let lengthA = offsets[a + 1] - offsets[a]
    let lengthB = offsets[b + 1] - offsets[b]
    if let base = arena.baseAddress {
      let order = memcmp(base + offsets[a], base + offsets[b], min(lengthA, lengthB))
      if order != 0 { return order < 0 }
    }
    return lengthA == lengthB ? a < b : lengthA < lengthB
  }

  /// The vocabulary of the strings that stand in an order.
  static func vocabulary(
    arena: [UInt8], offsets: [Int], documentFrequencies: [UInt32], order: [UInt32]
  ) -> Vocabulary {
    var ordered: [UInt8] = []
    ordered.reserveCapacity(arena.count)
    var orderedOffsets = [0]
    orderedOffsets.reserveCapacity(order.count + 1)
    arena.withUnsafeBufferPointer { arena in
      for index in order {
        ordered.append(contentsOf: arena[offsets[Int(index)]..<offsets[Int(index) + 1]])
        orderedOffsets.append(ordered.count)
      }
    }
    return Vocabulary(
      arena: ordered, offsets: orderedOffsets,
      documentFrequencies: order.map { documentFrequencies[Int($0)] })
  }
}
