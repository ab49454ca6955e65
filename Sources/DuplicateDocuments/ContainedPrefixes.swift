/// How many of its rarest shingles each content is looked up by when something may contain it.
///
/// |A| − ⌈c|A|⌉ + 1 are enough to miss nothing. Up to twice as many are taken while they are hardly more
/// frequent: then a container must hold several of them, and texts that merely share a sentence drop out.
/// Shingles of a common frame are much more frequent, so they end the prefix.
struct ContainedPrefixes: Sendable {
  /// Of every content's prefix, the part that is stored (shared shingles); 0 where nothing can contain it.
  private let sharedLengths: [UInt32]

  init(_ sets: ShingleSets, rule: PairRule, tokenCounts: [Int]) {
    var frequencies = [UInt32](repeating: 0, count: sets.rankCount)
    for rank in sets.ranks { frequencies[Int(rank)] += 1 }
    sharedLengths = (0..<sets.count).map { content in
      let least = rule.containedPrefix(of: sets.sizes[content], tokens: tokenCounts[content])
      let unshared = sets.unsharedCount(of: content)
      guard least > unshared else { return 0 }
      let range = sets.range(of: content)
      var end = least - unshared
      let frequent = 2 * frequencies[Int(sets.ranks[range.lowerBound + end - 1])]
      while end + unshared < 2 * least, end < range.count,
        frequencies[Int(sets.ranks[range.lowerBound + end])] <= frequent
      { end += 1 }
      return UInt32(end)
    }
  }

  /// How many of a content's stored ranks belong to its prefix.
  @inline(__always)
  func sharedLength(of content: Int) -> Int { Int(sharedLengths[content]) }
}
