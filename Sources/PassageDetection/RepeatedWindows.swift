import Execution
import TextFeatures

/// Finds the windows of m tokens whose hash occurs at least twice: the small part of a corpus in which every
/// repeated run must lie.
///
/// The hashes are split into a fixed number of classes and each is counted on its own: first in a bitmap of
/// slots seen once and again, then exactly among the windows whose slot was hit twice. Every class reads all
/// hashes, which costs less than sharing a table between threads. O(classes · tokens) time; eight bytes a
/// token of memory for the time being.
struct RepeatedWindows {
  let width: Int
  let parallelism: Parallelism
  /// Eight classes keep the bitmap of a 100 MB corpus near the core and divide well among few cores.
  static let classBits = 3

  /// The positions at which such a window starts, as a set of bits.
  func starts(in fields: CorpusFields, ids: [UInt32]) async throws -> BitSet {
    let windows = try await WindowHashes(
      of: ids, in: fields.sequences.map(\.positions), width: width, parallelism: parallelism)
    let found = try await parallelism.map(count: 1 << Self.classBits) { number in
      HashClassCounter(number: number, classBits: Self.classBits, windows: windows).repeatedStarts()
    }
    var starts = BitSet(capacity: ids.count)
    for positions in found {
      for position in positions { starts.insert(position) }
    }
    return starts
  }
}

/// Counts the windows of one class of hashes.
private struct HashClassCounter {
  let number: Int
  let classBits: Int
  let windows: WindowHashes
  /// Slots a window: five or six leave a false hit to about one window in six.
  static let slotsPerWindow = 6

  func repeatedStarts() -> [Int] {
    let slots = (max(windows.count >> classBits, 64) * Self.slotsPerWindow).roundedUpToPowerOfTwo
    let mask = slots - 1
    // Two bits a slot, side by side so that one look tells both: seen once, seen again.
    var seen = [UInt64](repeating: 0, count: slots / 32)
    return seen.withUnsafeMutableBufferPointer { seen in
      var hits = 0
      windows.forEach(ofClass: number, classBits: classBits) { _, hash in
        let slot = Int(truncatingIfNeeded: hash) & mask
        let shift = UInt64(slot & 31) << 1
        let word = seen[slot >> 5]
        let again = word >> shift & 1
        hits += Int(again)
        seen[slot >> 5] = word | (1 | again << 1) << shift
      }
      if hits == 0 { return [] }
      var table = FirstPositions(capacity: 2 * hits)
      var repeated: [Int] = []
      windows.forEach(ofClass: number, classBits: classBits) { start, hash in
        let slot = Int(truncatingIfNeeded: hash) & mask
        if seen[slot >> 5] >> (UInt64(slot & 31) << 1) & 2 != 0 {
          table.enter(hash, at: start, into: &repeated)
        }
      }
      return repeated
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
