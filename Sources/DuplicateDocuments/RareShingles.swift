import AnalysisModel

/// The shingles that few contents hold, as evidence that two texts are one in spite of many small differences.
///
/// A shingle is rare while few contents hold it (`mostHolders`), shingles that nobody shares included. Two
/// contents are *candidates* when they share at least `leastShare` of the rare shingles of the one that has
/// fewer. That is exact: all such pairs are found, and no other.
struct RareShingles: Sendable {
  private let sets: ShingleSets
  private let order: SizeOrder
  private let index: PrefixIndex
  private let rankCount: Int

  /// How many contents may hold a rare shingle. A frame that more share is no evidence: its pairs would be looked
  /// at one by one. Runs of characters are far more frequent than runs of words and six times as many, so fewer
  /// holders make the same effort.
  static func mostHolders(ofCharacters: Bool) -> Int { ofCharacters ? 64 : 256 }

  /// 2 % of changed characters leave 57 % of five-word shingles, and 10 % as many of five-character ones; both
  /// texts changed, a third. An eighth leaves room for chance in short texts, and is more than texts share
  /// that quote each other.
  static let leastShare = DecimalFraction("0.125")!

  init(_ sets: ShingleSets, order: SizeOrder, mostHolders: Int) {
    self.sets = sets
    self.order = order
    let rankCount = sets.rankCount(upToFrequency: mostHolders)
    self.rankCount = rankCount
    index = PrefixIndex(sets, order: order) { Self.ranks(of: $0, in: sets, below: rankCount).count }
  }

  /// The candidates for a content, ascending.
  ///
  /// - Parameter counter: for as many places as there are contents, clear; left clear.
  func candidates(of content: Int, counter: inout SharedCounter, isSkipped: (Int) -> Bool) -> [Int] {
    let ranks = Self.ranks(of: content, in: sets, below: rankCount)
    let places = 0..<sets.count
    for rank in sets.ranks[ranks] { counter.add(index.postings(of: rank, in: places)) }
    let count = count(of: content)
    var found: [Int] = []
    counter.drain { place, shared in
      let other = Int(order.contents[place])
      if other != content, shared >= Self.leastShared(count, self.count(of: other)), !isSkipped(other) {
        found.append(other)
      }
    }
    found.sort()
    return found
  }

  /// How many rare shingles a content has.
  func count(of content: Int) -> Int {
    sets.unsharedCount(of: content) + Self.ranks(of: content, in: sets, below: rankCount).count
  }

  /// How many rare shingles candidates with that many share at least.
  static func leastShared(_ countA: Int, _ countB: Int) -> Int {
    max(1, leastShare.minimumCount(of: min(countA, countB)))
  }

  /// Where a content's ranks below a bound stand.
  private static func ranks(of content: Int, in sets: ShingleSets, below bound: Int) -> Range<Int> {
    let all = sets.range(of: content)
    return all.lowerBound..<sets.ranks[all].partitioningIndex { Int($0) >= bound }
  }
}
