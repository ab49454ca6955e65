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
  /// For every content, how many of its stored ranks are rare: the first ones.
  private let storedCounts: [UInt32]
  /// For every place, how many rare shingles the content there has, unshared ones included.
  private let countsByPlace: [UInt32]

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
    let bound = sets.rankCount(upToFrequency: mostHolders)
    let storedCounts = (0..<sets.count).map { content in
      let all = sets.range(of: content)
      return UInt32(sets.ranks[all].partitioningIndex { Int($0) >= bound } - all.lowerBound)
    }
    self.storedCounts = storedCounts
    countsByPlace = order.contents.map { content in
      UInt32(sets.unsharedCount(of: Int(content))) + storedCounts[Int(content)]
    }
    index = PrefixIndex(sets, order: order) { Int(storedCounts[$0]) }
  }

  /// The candidates for a content, ascending.
  ///
  /// - Parameter counter: for as many places as there are contents, clear; left clear.
  func candidates(of content: Int, counter: inout SharedCounter, isSkipped: (Int) -> Bool) -> [Int] {
    let places = 0..<sets.count
    for rank in sets.ranks[sets.range(of: content).prefix(Int(storedCounts[content]))] {
      counter.add(index.postings(of: rank, in: places))
    }
    let count = count(of: content)
    var found: [Int] = []
    counter.drain { place, shared in
      guard shared >= Self.leastShared(count, Int(countsByPlace[place])) else { return }
      let other = Int(order.contents[place])
      if other != content, !isSkipped(other) { found.append(other) }
    }
    found.sort()
    return found
  }

  /// How many rare shingles a content has.
  func count(of content: Int) -> Int {
    sets.unsharedCount(of: content) + Int(storedCounts[content])
  }

  /// How many rare shingles candidates with that many share at least.
  static func leastShared(_ countA: Int, _ countB: Int) -> Int {
    max(1, leastShare.minimumCount(of: min(countA, countB)))
  }
}
