#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An exact map from byte strings to 32-bit values: open addressing, linear probing, load at most one half.
///
/// A hit costs one probe for tokens of up to 16 bytes; longer ones are compared with the copy in the arena.
struct ByteStringTable {
  private struct Slot {
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// Where a long string's copy starts in the arena (upper 56 bits), and the tag (lower 8).
    var place: UInt64 = 0
    var length: UInt32 = 0
    var value: UInt32 = .max
  }

  private var slots: [Slot]
  private var mask: Int
  private var arena: [UInt8] = []
  private(set) var count = 0

  /// An empty table with room for `capacity` strings before it grows.
  init(capacity: Int = 512) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
  }

  /// The value of a string under a tag, or nil. Strings under different tags are different.
  @inline(__always)
  func value(_ key: ByteKey, at bytes: UnsafePointer<UInt8>, tag: UInt8 = 0) -> UInt32? {
    var index = Int(truncatingIfNeeded: key.hash(salt: UInt64(tag))) & mask
    return slots.withUnsafeBufferPointer { slots in
      while true {
        let slot = slots[index]
        if slot.value == .max { return nil }
        if slot.low == key.low && slot.high == key.high && Int(slot.length) == key.length
          && UInt8(truncatingIfNeeded: slot.place) == tag
          && (key.length <= ByteKey.exactLength || isSame(slot, as: bytes))
        {
          return slot.value
        }
        index = (index + 1) & mask
      }
    }
  }

  /// Adds a string that is not in the table.
  ///
  /// - Precondition: `value < UInt32.max`, and the string is shorter than 4 GiB.
  mutating func insert(_ key: ByteKey, at bytes: UnsafePointer<UInt8>, tag: UInt8 = 0, value: UInt32) {
    precondition(value != .max, "the table is full: \(count) strings")
    if (count + 1) * 2 > slots.count { grow() }
    var slot = Slot(
      low: key.low, high: key.high, place: UInt64(tag), length: UInt32(key.length), value: value)
    if key.length > ByteKey.exactLength {
      slot.place |= UInt64(arena.count) << 8
      arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: key.length))
    }
    place(slot, hash: key.hash(salt: UInt64(tag)))
    count += 1
  }

  private func isSame(_ slot: Slot, as bytes: UnsafePointer<UInt8>) -> Bool {
    arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return false }
      return memcmp(base + Int(slot.place >> 8), bytes, Int(slot.length)) == 0
    }
  }

  private mutating func place(_ slot: Slot, hash: UInt64) {
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].value != .max { index = (index + 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.value != .max {
      let key = ByteKey(low: slot.low, high: slot.high, length: Int(slot.length))
      place(slot, hash: key.hash(salt: slot.place & 0xFF))
    }
  }
}

extension ByteKey {
  fileprivate init(low: UInt64, high: UInt64, length: Int) {
    self.low = low
    self.high = high
    self.length = length
  }
}
