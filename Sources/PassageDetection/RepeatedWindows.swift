import Execution
import TextFeatures

/// Finds the windows of m tokens whose hash occurs at least twice: the small part of a corpus in which every
/// repeated run must lie.
///
/// The hashes are split into a fixed number of classes and each is counted on its own: first in a bitmap of
/// slots seen once and twice, then exactly among the windows whose slot was hit twice. Every class reads the
/// whole text, which costs less than sharing a table between threads. O(classes · tokens) time.
struct RepeatedWindows {
  let width: Int
  let parallelism: Parallelism
  /// Eight keep the bitmaps of a 100 MB corpus within a second-level cache and divide well among few cores.
  static let hashClasses = 8

  /// The positions at which such a window starts, as a set of bits.
  func starts(in fields: CorpusFields, ids: [UInt32]) async throws -> BitSet {
    let ranges = fields.sequences.map(\.positions)
    let windows = ranges.reduce(0) { $0 + max($1.count - width + 1, 0) }
    let found = try await parallelism.map(count: Self.hashClasses) { [width] hashClass in
      ids.withUnsafeBufferPointer { ids in
        HashClassCounter(number: hashClass, width: width, expected: windows / Self.hashClasses)
          .repeatedStarts(in: ranges, ids: ids)
      }
    }
    var starts = BitSet(capacity: ids.count)
    for positions in found {
      for position in positions { starts.insert(Int(position)) }
    }
    return starts
  }
}

/// Counts the windows of one class of hashes.
private struct HashClassCounter {
  let number: Int
  let width: Int
  let expected: Int

  func repeatedStarts(in ranges: [Range<Int>], ids: UnsafeBufferPointer<UInt32>) -> [Int] {
    let slots = (max(expected, 64) * 6).roundedUpToPowerOfTwo
    var once = BitSet(capacity: slots)
    var twice = BitSet(capacity: slots)
    var hits = 0
    let mask = UInt64(slots - 1)
    forEachWindow(in: ranges, ids: ids) { _, hash in
      let slot = Int(hash & mask)
      if once.contains(slot) {
        twice.insert(slot)
        hits += 1
      } else {
        once.insert(slot)
      }
    }
    if hits == 0 { return [] }
    var table = FirstPositions(capacity: 2 * hits)
    var repeated: [Int] = []
    forEachWindow(in: ranges, ids: ids) { start, hash in
      if twice.contains(Int(hash & mask)) { table.enter(hash, at: start, into: &repeated) }
    }
    return repeated
  }

  @inline(__always)
  private func forEachWindow(
    in ranges: [Range<Int>], ids: UnsafeBufferPointer<UInt32>, _ body: (Int, UInt64) -> Void
  ) {
    let shift = UInt64(64 - RepeatedWindows.hashClasses.trailingZeroBitCount)
    let wanted = UInt64(number)
    for range in ranges {
      TokenHash.forEachWindow(of: ids, in: range, width: width) { start, hash in
        if hash >> shift == wanted { body(start, hash) }
      }
    }
  }
}

/// An open-addressing table from hashes to the first position they were met at.
private struct FirstPositions {
  private var hashes: [UInt64]
  /// −1 empty; a position, complemented below −1 once it has been given out.
  private var positions: [Int]
  private let mask: Int

  init(capacity: Int) {
    let slots = (capacity * 2).roundedUpToPowerOfTwo
    hashes = Array(repeating: 0, count: slots)
    positions = Array(repeating: -1, count: slots)
    mask = slots - 1
  }

  /// Records a window; from the second of equal hash on, it and the first are added to `repeated`.
  mutating func enter(_ hash: UInt64, at position: Int, into repeated: inout [Int]) {
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while positions[slot] != -1 && hashes[slot] != hash { slot = (slot + 1) & mask }
    if positions[slot] == -1 {
      hashes[slot] = hash
      positions[slot] = position
      return
    }
    if positions[slot] >= 0 {
      repeated.append(positions[slot])
      positions[slot] = -2 - positions[slot]
    }
    repeated.append(position)
  }
}
