/// Numbers pairs of 32-bit numbers in the order of their first appearance; exact.
///
/// An n-gram is the pair of its first n − 1 symbols (as a number of this table) and its last symbol, so
/// that n-grams of any length are told apart without comparing more than one word.
struct NGramTable {
  /// The keys in the order of their numbers: prefix in the upper half, symbol in the lower.
  private(set) var keys: [UInt64] = []
  private var slots: [UInt32]
  private var mask: Int

  /// The prefix of an n-gram of one symbol.
  static let noPrefix = UInt32.max

  init(capacity: Int = 512) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: .max, count: size)
    mask = size - 1
  }

  static func key(prefix: UInt32, symbol: UInt32) -> UInt64 { UInt64(prefix) << 32 | UInt64(symbol) }

  /// The number of a pair, new or known.
  @inline(__always)
  mutating func number(_ key: UInt64) -> UInt32 {
    var index = Self.slot(key) & mask
    while true {
      let number = slots[index]
      if number == .max { return insert(key, at: index) }
      if keys[Int(number)] == key { return number }
      index = (index + 1) & mask
    }
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: ByteKey.mix(key ^ 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB))
  }

  private mutating func insert(_ key: UInt64, at index: Int) -> UInt32 {
    let number = UInt32(keys.count)
    precondition(number < .max - 1, "more than \(number) distinct n-grams")
    keys.append(key)
    slots[index] = number
    if keys.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: .max, count: slots.count * 2)
    mask = slots.count - 1
    for (number, key) in keys.enumerated() {
      var index = Self.slot(key) & mask
      while slots[index] != .max { index = (index + 1) & mask }
      slots[index] = UInt32(number)
    }
  }
}
