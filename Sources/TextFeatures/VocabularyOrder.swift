import Execution

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The order of a vocabulary: document frequency descending, then bytes ascending.
enum VocabularyOrder {
  private struct Entry: Sendable {
    let frequency: UInt32
    let index: UInt32
    /// The first eight bytes, most significant first; shorter strings are padded with zeros.
    let prefix: UInt64
  }

  /// Below this many strings one sorted run is made; above, sixteen are, side by side, and merged.
  private static let stringsPerRun = 1 << 14
  private static let mostRuns = 16

  /// The given strings' indexes in vocabulary order; equal strings of equal frequency stay in the given
  /// order.
  ///
  /// O(n log n) comparisons, few of which look further than eight bytes.
  static func order(
    arena: [UInt8], offsets: [Int], documentFrequencies: [UInt32], parallelism: Parallelism,
    stringsPerRun: Int = stringsPerRun
  ) async throws -> [UInt32] {
    let count = documentFrequencies.count
    let runCount = max(1, min(mostRuns, count / stringsPerRun))
    var runs = try await parallelism.map(count: runCount) { run in
      let range = count * run / runCount..<count * (run + 1) / runCount
      return sortedRun(range, arena, offsets, documentFrequencies)
    }
    while runs.count > 1 {
      let pairs = runs
      runs = try await parallelism.map(count: (pairs.count + 1) / 2) { pair in
        guard 2 * pair + 1 < pairs.count else { return pairs[2 * pair] }
        return merged(pairs[2 * pair], pairs[2 * pair + 1], arena, offsets)
      }
    }
    return runs[0].map(\.index)
  }

  private static func sortedRun(
    _ range: Range<Int>, _ arena: [UInt8], _ offsets: [Int], _ documentFrequencies: [UInt32]
  ) -> [Entry] {
    arena.withUnsafeBufferPointer { arena in
      var entries: [Entry] = []
      entries.reserveCapacity(range.count)
      for index in range {
        var prefix: UInt64 = 0
        let start = offsets[index]
        let end = min(offsets[index + 1], start + 8)
        for position in start..<end { prefix = prefix << 8 | UInt64(arena[position]) }
        prefix <<= UInt64(8 * (8 - (end - start)))
        entries.append(
          Entry(frequency: documentFrequencies[index], index: UInt32(index), prefix: prefix))
      }
      entries.sort { precedes($0, $1, arena, offsets) }
      return entries
    }
  }

  private static func merged(_ a: [Entry], _ b: [Entry], _ arena: [UInt8], _ offsets: [Int]) -> [Entry] {
    arena.withUnsafeBufferPointer { arena in
      var result: [Entry] = []
      result.reserveCapacity(a.count + b.count)
      var (nextA, nextB) = (0, 0)
      while nextA < a.count && nextB < b.count {
        if precedes(b[nextB], a[nextA], arena, offsets) {
          result.append(b[nextB])
          nextB += 1
        } else {
          result.append(a[nextA])
          nextA += 1
        }
      }
      result.append(contentsOf: a[nextA...])
      result.append(contentsOf: b[nextB...])
      return result
    }
  }

  @inline(__always)
  private static func precedes(
    _ a: Entry, _ b: Entry, _ arena: UnsafeBufferPointer<UInt8>, _ offsets: [Int]
  ) -> Bool {
    if a.frequency != b.frequency { return a.frequency > b.frequency }
    if a.prefix != b.prefix { return a.prefix < b.prefix }
    return precedes(Int(a.index), Int(b.index), arena, offsets)
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

  /// More pieces than this share the copying out no better.
  private static let mostPieces = 16

  /// The vocabulary of the strings that stand in an order.
  static func vocabulary(
    arena: [UInt8], offsets: [Int], documentFrequencies: [UInt32], order: [UInt32],
    parallelism: Parallelism
  ) -> Vocabulary {
    var orderedOffsets = [0]
    orderedOffsets.reserveCapacity(order.count + 1)
    var size = 0
    for index in order {
      size += offsets[Int(index) + 1] - offsets[Int(index)]
      orderedOffsets.append(size)
    }
    let starts = orderedOffsets
    let ordered = [UInt8](
      count: size,
      filledBy: { ordered in
        parallelism.perform(count: mostPieces) { piece in
          arena.withUnsafeBufferPointer { arena in
            guard let base = arena.baseAddress else { return }
            for place in order.count * piece / mostPieces..<order.count * (piece + 1) / mostPieces {
              let start = offsets[Int(order[place])]
              (ordered.base + starts[place]).initialize(
                from: base + start, count: starts[place + 1] - starts[place])
            }
          }
        }
      })
    return Vocabulary(
      arena: ordered, offsets: orderedOffsets,
      documentFrequencies: order.map { documentFrequencies[Int($0)] })
  }
}
