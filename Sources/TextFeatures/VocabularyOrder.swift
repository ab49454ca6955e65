import Execution

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The order of a vocabulary: document frequency descending, then bytes ascending.
enum VocabularyOrder {
  private struct Entry: BitwiseCopyable {
    let frequency: UInt32
    let index: UInt32
    /// The first eight bytes, most significant first; shorter strings are padded with zeros.
    let prefix: UInt64
  }

  /// Up to this frequency, which most strings do not pass, strings are shared out by frequency and first byte
  /// before they are sorted.
  private static let rareFrequency: UInt32 = 16
  private static let bucketCount = 1 + 256 * (Int(rareFrequency) + 1)
  /// More pieces than this share the work out no better.
  private static let mostPieces = 16

  /// The given strings' indexes in vocabulary order; equal strings of equal frequency stay in the given
  /// order.
  ///
  /// O(n log n) comparisons, few of which look further than eight bytes. Frequent strings are sorted as one,
  /// the others in thousands of small buckets that are in order among each other.
  static func order(
    arena: [UInt8], offsets: [Int], documentFrequencies: [UInt32], parallelism: Parallelism
  ) -> [UInt32] {
    let count = documentFrequencies.count
    let entries = [Entry](
      count: count,
      filledBy: { entries in
        parallelism.perform(count: mostPieces) { piece in
          arena.withUnsafeBufferPointer { arena in
            for index in count * piece / mostPieces..<count * (piece + 1) / mostPieces {
              let bytes = UnsafeBufferPointer(rebasing: arena[offsets[index]..<offsets[index + 1]])
              (entries.base + index).initialize(
                to: Entry(
                  frequency: documentFrequencies[index], index: UInt32(index), prefix: prefix(of: bytes)))
            }
          }
        }
      })
    let (shared, starts) = sharedOut(entries)
    let borders = pieceBorders(starts)
    return [UInt32](
      count: count,
      filledBy: { order in
        parallelism.perform(count: borders.count - 1) { piece in
          arena.withUnsafeBufferPointer { arena in
            for bucket in borders[piece]..<borders[piece + 1] where starts[bucket] < starts[bucket + 1] {
              let sorted = shared[starts[bucket]..<starts[bucket + 1]].sorted {
                precedes($0, $1, arena, offsets)
              }
              for (place, entry) in sorted.enumerated() {
                (order.base + starts[bucket] + place).initialize(to: entry.index)
              }
            }
          }
        }
      })
  }

  private static func prefix(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = bytes.baseAddress else { return 0 }
    return UInt64(bigEndian: ByteWord.load(base, count: min(bytes.count, 8)))
  }

  private static func bucket(_ entry: Entry) -> Int {
    if entry.frequency > rareFrequency { return 0 }
    return 1 + Int(rareFrequency - entry.frequency) << 8 + Int(entry.prefix >> 56)
  }

  /// The entries by bucket, and where each bucket starts.
  private static func sharedOut(_ entries: [Entry]) -> (entries: [Entry], starts: [Int]) {
    var starts = [Int](repeating: 0, count: bucketCount + 1)
    for entry in entries { starts[bucket(entry) + 1] += 1 }
    for bucket in 0..<bucketCount { starts[bucket + 1] += starts[bucket] }
    var next = starts
    let shared = [Entry](unsafeUninitializedCapacity: entries.count) { shared, count in
      for entry in entries {
        let bucket = bucket(entry)
        shared.initializeElement(at: next[bucket], to: entry)
        next[bucket] += 1
      }
      count = entries.count
    }
    return (shared, starts)
  }

  /// Runs of buckets of about equal size.
  private static func pieceBorders(_ starts: [Int]) -> [Int] {
    let least = starts[bucketCount] / mostPieces + 1
    var borders = [0]
    var start = 0
    for bucket in 1...bucketCount where starts[bucket] - start >= least || bucket == bucketCount {
      borders.append(bucket)
      start = starts[bucket]
    }
    return borders
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
