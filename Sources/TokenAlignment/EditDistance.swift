/// The least number of insertions, deletions and replacements of symbols that turn one sequence into another
/// (V. Levenshtein 1966), as long as it stays within a limit.
///
/// Only the diagonals that a script of so few edits can reach are computed (E. Ukkonen: Algorithms for
/// approximate string matching, 1985), 64 cells at a time (G. Myers: A fast bit-vector algorithm for
/// approximate string matching based on dynamic programming, 1999). The band starts narrow and is widened only
/// while the distance does not fit; a band is left as soon as no way through it can stay within its limit.
public enum EditDistance {
  /// The first band: one or two machine words wide.
  private static let firstLimit = 48
  /// How much wider the next band is. Four keeps the sum of all tries below a third more than the last one.
  private static let growth = 4

  /// The distance of two sequences if it is at most `limit`, else nil.
  ///
  /// - Precondition: `limit ≥ 0`.
  /// - Complexity: with n symbols on both sides together, distance d, e = min(d, limit) and s distinct symbols:
  ///   O(n + n · e / 64) time; O(n + s · e / 64) memory.
  public static func distance(_ a: [UInt32], _ b: [UInt32], limit: Int) -> Int? {
    precondition(limit >= 0, "a limit of \(limit)")
    if abs(a.count - b.count) > limit { return nil }
    return a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var prefix = 0
        let shorter = min(a.count, b.count)
        while prefix < shorter, a[prefix] == b[prefix] { prefix += 1 }
        var suffix = 0
        while suffix < shorter - prefix, a[a.count - 1 - suffix] == b[b.count - 1 - suffix] { suffix += 1 }
        let innerA = UnsafeBufferPointer(rebasing: a[prefix..<a.count - suffix])
        let innerB = UnsafeBufferPointer(rebasing: b[prefix..<b.count - suffix])
        return innerA.count <= innerB.count
          ? widening(innerA, innerB, limit: limit) : widening(innerB, innerA, limit: limit)
      }
    }
  }

  private static func widening(
    _ pattern: UnsafeBufferPointer<UInt32>, _ text: UnsafeBufferPointer<UInt32>, limit: Int
  ) -> Int? {
    if pattern.isEmpty { return text.count }
    // Both sides begin and end differently here.
    if limit == 0 { return nil }
    let symbols = PatternSymbols(pattern: pattern, text: text)
    var narrow = min(limit, max(firstLimit, text.count - pattern.count))
    while true {
      var band = EditBand(symbols, limit: narrow)
      if let distance = band.distance() { return distance }
      if narrow == limit { return nil }
      narrow = min(limit, narrow * growth)
    }
  }
}

/// Two sequences over the numbers 1…`count` of the distinct symbols of the first; 0 stands for all others.
struct PatternSymbols {
  let pattern: [UInt32]
  let text: [UInt32]
  let count: Int

  /// Symbols below this are looked up in an array: Latin, Greek, Cyrillic and Hebrew letters.
  private static let commonSymbols: UInt32 = 0x600

  init(pattern: UnsafeBufferPointer<UInt32>, text: UnsafeBufferPointer<UInt32>) {
    var common = [UInt32](repeating: 0, count: Int(Self.commonSymbols))
    var others: [UInt32: UInt32] = [:]
    var count: UInt32 = 0
    self.pattern = pattern.map { symbol in
      let known = symbol < Self.commonSymbols ? common[Int(symbol)] : others[symbol] ?? 0
      if known > 0 { return known }
      count += 1
      if symbol < Self.commonSymbols { common[Int(symbol)] = count } else { others[symbol] = count }
      return count
    }
    self.text = text.map { symbol in
      symbol < Self.commonSymbols ? common[Int(symbol)] : others[symbol] ?? 0
    }
    self.count = Int(count)
  }
}
