/// Numbers distinct shingles. Two shingles are one only if their tokens are the same: the hash finds the
/// place, the tokens at the first occurrence decide.
struct ShingleTable {
  private struct Entry {
    var hash: UInt64
    var start: Int
    var length: Int32
    var lastContent: UInt32
  }

  private let ids: UnsafeBufferPointer<UInt32>
  private var entries: [Entry] = []
  private var slots: [UInt32]
  /// For every number, how many contents hold the shingle.
  private(set) var frequencies: [UInt32] = []

  private static let free = UInt32.max

  /// A table over the tokens of a corpus; the pointer must outlive it.
  init(ids: UnsafeBufferPointer<UInt32>) {
    self.ids = ids
    slots = Array(repeating: Self.free, count: 1 << 10)
  }

  /// Takes note of an occurrence; contents come in ascending order.
  ///
  /// - Returns: the shingle's number, or nil where this content was noted for it before.
  @inline(__always)
  mutating func note(_ hash: UInt64, _ start: Int, _ length: Int, content: UInt32) -> UInt32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != Self.free {
      let number = Int(slots[slot])
      if entries[number].hash == hash && holdsSameTokens(entries[number], start, length) {
        if entries[number].lastContent == content { return nil }
        entries[number].lastContent = content
        frequencies[number] += 1
        return UInt32(number)
      }
      slot = (slot + 1) & mask
    }
    let number = UInt32(entries.count)
    precondition(number < Self.free, "more than \(Self.free) shared shingles in one slice")
    slots[slot] = number
    entries.append(Entry(hash: hash, start: start, length: Int32(length), lastContent: content))
    frequencies.append(1)
    if entries.count * 2 > slots.count { grow() }
    return number
  }

  private func holdsSameTokens(_ entry: Entry, _ start: Int, _ length: Int) -> Bool {
    guard Int(entry.length) == length else { return false }
    for offset in 0..<length where ids[entry.start + offset] != ids[start + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: Self.free, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[slot] != Self.free { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number)
    }
  }
}
