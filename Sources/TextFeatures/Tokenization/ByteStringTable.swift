#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An exact map from byte strings to 32-bit values: open addressing, linear probing, load at most one half.
///
/// A slot is one word, half of it a part of the hash, so that the slots of a piece's vocabulary stay in a
/// core's cache. Entries stand in the order of their insertion, which keeps frequent strings, met early,
/// close together.
struct ByteStringTable {
  /// 32 bytes, so that none lies across two of the memory's lines.
  private struct Entry {
    let low: UInt64
    let high: UInt64
    let value: UInt32
    /// The length (upper 24 bits; all ones for a long string) and the tag (lower 8).
    let form: UInt32
    /// Where a long string's copy starts among all copies' starts.
    let copy: UInt32

    static func form(_ length: Int, tag: UInt8) -> UInt32 {
      UInt32(truncatingIfNeeded: length > ByteKey.exactLength ? 0xFF_FFFF : length) << 8 | UInt32(tag)
    }
  }

  /// Upper half of the hash, and one more than the index of an entry; 0 where nothing is.
  private var slots: [UInt64]
  private var mask: Int
  private var entries: [Entry] = []
  /// Copies of the long strings, and where each starts and ends.
  private var arena: [UInt8] = []
  private var copies: [Int] = [0]

  /// An empty table with room for `capacity` strings before it grows.
  init(capacity: Int = 512) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// How many strings there are.
  var count: Int { entries.count }

  /// The value of a string under a tag, or nil. Strings under different tags are different.
  @inline(__always)
  func value(_ key: ByteKey, at bytes: UnsafePointer<UInt8>, tag: UInt8 = 0) -> UInt32? {
    let mark = key.hash(salt: UInt64(tag)) >> 32
    var index = Int(truncatingIfNeeded: mark) & mask
    return slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        while true {
          let slot = slots[index]
          if slot == 0 { return nil }
          if slot >> 32 == mark {
            let entry = entries[Int(slot & 0xFFFF_FFFF) - 1]
            if entry.low == key.low && entry.high == key.high
              && entry.form == Entry.form(key.length, tag: tag)
              && (key.length <= ByteKey.exactLength || isSame(entry, as: bytes, key.length))
            {
              return entry.value
            }
          }
          index = (index + 1) & mask
        }
      }
    }
  }

  /// The first slot at which a string of this hash may stand.
  @inline(__always)
  func slot(hash: UInt64) -> UInt64 {
    slots.withUnsafeBufferPointer { $0[Int(truncatingIfNeeded: hash >> 32) & mask] }
  }

  /// The value of a string of up to 16 bytes if a slot read before shows it; nil does not mean that there
  /// is none.
  @inline(__always)
  func value(_ key: ByteKey, tag: UInt8, hash: UInt64, inSlot slot: UInt64) -> UInt32? {
    guard slot != 0, slot >> 32 == hash >> 32, key.length <= ByteKey.exactLength else { return nil }
    return entries.withUnsafeBufferPointer { entries in
      let entry = entries[Int(slot & 0xFFFF_FFFF) - 1]
      let isSame =
        entry.low == key.low && entry.high == key.high && entry.form == Entry.form(key.length, tag: tag)
      return isSame ? entry.value : nil
    }
  }

  /// Adds a string that is not in the table.
  ///
  /// - Precondition: fewer than 2³² − 1 strings, each shorter than 4 GiB.
  mutating func insert(_ key: ByteKey, at bytes: UnsafePointer<UInt8>, tag: UInt8 = 0, value: UInt32) {
    precondition(entries.count < Int(UInt32.max) - 1, "the table is full: \(entries.count) strings")
    if (entries.count + 1) * 2 > slots.count { grow() }
    if key.length > ByteKey.exactLength {
      arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: key.length))
      copies.append(arena.count)
    }
    entries.append(
      Entry(
        low: key.low, high: key.high, value: value, form: Entry.form(key.length, tag: tag),
        copy: UInt32(max(copies.count - 2, 0))))
    fill(key.hash(salt: UInt64(tag)) & ~0xFFFF_FFFF | UInt64(entries.count))
  }

  private func isSame(_ entry: Entry, as bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let start = copies[Int(entry.copy)]
    guard copies[Int(entry.copy) + 1] - start == length else { return false }
    return arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return false }
      return memcmp(base + start, bytes, length) == 0
    }
  }

  private mutating func fill(_ slot: UInt64) {
    var index = Int(truncatingIfNeeded: slot >> 32) & mask
    while slots[index] != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot != 0 { fill(slot) }
  }
}
