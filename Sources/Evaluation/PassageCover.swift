import AnalysisModel

/// How far some passages are covered by others of the same two documents.
struct PassageCover {
  /// For each passage the share of it that overlaps with others, both sides together, 0…1.
  let shares: [Double]
  /// For each passage how many others it meets.
  let hits: [Int]

  /// Lays passages side by side; they meet where they overlap in both documents.
  init(_ items: [PassageCase], with others: [PassageCase]) {
    let byPair = Dictionary(grouping: others, by: \.pair)
      .mapValues { $0.sorted { $0.a.lowerBound < $1.a.lowerBound } }
    var shares: [Double] = []
    var hits: [Int] = []
    for item in items {
      var a: [Range<Int>] = []
      var b: [Range<Int>] = []
      for other in byPair[item.pair] ?? [] {
        if other.a.lowerBound >= item.a.upperBound { break }
        guard item.a.overlaps(other.a), item.b.overlaps(other.b) else { continue }
        a.append(item.a.clamped(to: other.a))
        b.append(item.b.clamped(to: other.b))
      }
      hits.append(a.count)
      let covered = Self.unionLength(a) + Self.unionLength(b)
      shares.append(item.length > 0 ? Double(covered) / Double(item.length) : 0)
    }
    self.shares = shares
    self.hits = hits
  }

  private static func unionLength(_ ranges: [Range<Int>]) -> Int {
    var total = 0
    var end = Int.min
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      total += max(0, range.upperBound - max(range.lowerBound, end))
      end = max(end, range.upperBound)
    }
    return total
  }
}
