/// Polynomial hashes of token ids modulo 2⁶⁴.
///
/// Equal runs have equal hashes; the converse is never relied upon.
enum TokenHash {
  static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// An id spread over 64 bits, so that small ids do not give similar sums.
  ///
  /// The multipliers are those of SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
  /// Generators", 2014).
  @inline(__always)
  static func spread(_ id: UInt32) -> UInt64 {
    var value = (UInt64(id) &+ 1) &* 0xBF58_476D_1CE4_E5B9
    value ^= value >> 29
    return value &* 0x94D0_49BB_1331_11EB
  }

  /// Brings all bits of a sum into its upper ones.
  @inline(__always)
  static func finish(_ sum: UInt64) -> UInt64 {
    let value = (sum ^ (sum >> 31)) &* 0xD6E8_FEB8_6659_FD93
    return value ^ (value >> 32)
  }

  /// The hash of a whole run.
  static func of(_ ids: some Collection<UInt32>) -> UInt64 {
    var sum = UInt64(ids.count)
    for id in ids { sum = sum &* base &+ spread(id) }
    return finish(sum)
  }

  /// Calls `body` with the hash of every window of `width` ids inside a range.
  @inline(__always)
  static func forEachWindow(
    of ids: UnsafeBufferPointer<UInt32>, in range: Range<Int>, width: Int,
    _ body: (_ start: Int, _ hash: UInt64) -> Void
  ) {
    if range.count < width { return }
    var leaving: UInt64 = 1
    for _ in 0..<width { leaving = leaving &* base }
    var sum: UInt64 = 0
    for position in range.lowerBound..<range.lowerBound + width {
      sum = sum &* base &+ spread(ids[position])
    }
    body(range.lowerBound, finish(sum))
    var start = range.lowerBound + 1
    while start + width <= range.upperBound {
      sum = sum &* base &+ spread(ids[start + width - 1]) &- leaving &* spread(ids[start - 1])
      body(start, finish(sum))
      start += 1
    }
  }
}
