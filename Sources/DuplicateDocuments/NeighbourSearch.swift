import AnalysisModel

/// A content that is related to the one that was asked for.
struct Neighbour: Sendable, Hashable {
  /// The other content.
  var content: Int
  /// How many shingles both hold.
  var overlap: Int
}

/// The exact join: all contents that are near copies of a given one, contain it, or are contained in it.
///
/// Two sets that share at least o of their shingles share one of the |A| − o + 1 rarest ones of A (prefix
/// filter: S. Chaudhuri et al. 2006; R. Bayardo et al. 2007). For near copies both sides have such a prefix, and
/// the place of the first shared shingle bounds the other's size (C. Xiao et al. 2008; L. Ribeiro and
/// T. Härder 2011); for containment only the contained side has one. What passes is counted exactly by merging
/// the sorted sets.
struct NeighbourSearch: Sendable {
  let sets: ShingleSets
  let rule: PairRule
  /// For every content, its number of tokens.
  let tokenCounts: [Int]
  /// Contents ascending by size, ties in walk order; a *place* is an index into this.
  private let bySize: [UInt32]
  private let sortedSizes: [Int]
  /// Prefixes for near copies, prefixes for containment, and whole sets for shingles of the latter.
  private let nearCopies: PrefixIndex
  private let contained: PrefixIndex
  private let containers: PrefixIndex

  init(sets: ShingleSets, rule: PairRule, tokenCounts: [Int]) {
    self.sets = sets
    self.rule = rule
    self.tokenCounts = tokenCounts
    let order = (0..<UInt32(sets.count)).sorted {
      (sets.sizes[Int($0)], $0) < (sets.sizes[Int($1)], $1)
    }
    bySize = order
    sortedSizes = order.map { sets.sizes[Int($0)] }
    nearCopies = PrefixIndex(sets, bySize: order) { content in
      max(0, rule.nearCopyPrefix(of: sets.sizes[content]) - sets.unsharedCount(of: content))
    }
    let containedPrefix = { (content: Int) in
      max(
        0,
        rule.containedPrefix(of: sets.sizes[content], tokens: tokenCounts[content])
          - sets.unsharedCount(of: content))
    }
    contained = PrefixIndex(sets, bySize: order, prefix: containedPrefix)
    var isProbed = BitSet(count: sets.rankCount)
    for content in 0..<sets.count {
      for rank in sets.ranks[sets.range(of: content).prefix(containedPrefix(content))] {
        isProbed.set(Int(rank))
      }
    }
    containers = PrefixIndex(
      sets, bySize: order, prefix: { sets.range(of: $0).count },
      isIndexed: { isProbed.contains(Int($0)) })
  }

  /// The relatives of a content, in walk order.
  ///
  /// - Parameters:
  ///   - isSkipped: contents that are of no interest.
  ///   - limit: gives up, with nil, when more postings than this would have to be looked at.
  func neighbours(of content: Int, limit: Int = .max, isSkipped: (Int) -> Bool) -> [Neighbour]? {
    var candidates: [UInt32] = []
    guard gatherCandidates(for: content, into: &candidates, limit: limit, isSkipped: isSkipped) else {
      return nil
    }
    candidates.sort()
    var found: [Neighbour] = []
    var previous: UInt32?
    for candidate in candidates where candidate != previous {
      previous = candidate
      if let overlap = relatedOverlap(content, Int(candidate)) {
        found.append(Neighbour(content: Int(candidate), overlap: overlap))
      }
    }
    return found
  }

  private func gatherCandidates(
    for content: Int, into candidates: inout [UInt32], limit: Int, isSkipped: (Int) -> Bool
  ) -> Bool {
    let size = sets.sizes[content]
    let unshared = sets.unsharedCount(of: content)
    let range = sets.range(of: content)
    let nearPrefix = rule.nearCopyPrefix(of: size)
    let ownPrefix = rule.containedPrefix(of: size, tokens: tokenCounts[content])
    let lowestContainer = rule.overlapForContained(size: size, tokens: tokenCounts[content]) ?? 0
    let larger = places(lowestContainer...Int.max)
    // Whoever is contained here has at most |A| / c shingles.
    let smaller = places(1...largestContained(in: size))
    var lookedAt = 0

    func take(_ postings: ArraySlice<UInt32>) -> Bool {
      lookedAt += postings.count
      if lookedAt > limit { return false }
      for place in postings {
        let other = bySize[Int(place)]
        if Int(other) != content && !isSkipped(Int(other)) { candidates.append(other) }
      }
      return true
    }

    for (index, rank) in zip(range, sets.ranks[range]) {
      let position = unshared + index - range.lowerBound
      if position < nearPrefix, let sizes = rule.nearCopySizes(of: size, firstSharedAt: position) {
        if !take(nearCopies.postings(of: rank, in: places(sizes))) { return false }
      }
      if position < ownPrefix {
        if !take(containers.postings(of: rank, in: larger)) { return false }
      }
      if !take(contained.postings(of: rank, in: smaller)) { return false }
    }
    return true
  }

  private func largestContained(in size: Int) -> Int {
    rule.containment.numerator == 0
      ? Int.max : max(1, size * rule.containment.denominator / rule.containment.numerator)
  }

  private func places(_ sizes: ClosedRange<Int>) -> Range<Int> {
    let low = sortedSizes.partitioningIndex { $0 >= sizes.lowerBound }
    if sizes.upperBound == Int.max { return low..<sortedSizes.count }
    return low..<max(low, sortedSizes.partitioningIndex { $0 > sizes.upperBound })
  }

  /// The overlap of two contents if they are related in any way; nil otherwise.
  func relatedOverlap(_ a: Int, _ b: Int) -> Int? {
    var needed = rule.overlapForNearCopy(sets.sizes[a], sets.sizes[b])
    for side in [a, b] {
      if let least = rule.overlapForContained(size: sets.sizes[side], tokens: tokenCounts[side]) {
        needed = min(needed, least)
      }
    }
    return sets.ranks.withUnsafeBufferPointer { ranks in
      Self.overlap(
        UnsafeBufferPointer(rebasing: ranks[sets.range(of: a)]),
        UnsafeBufferPointer(rebasing: ranks[sets.range(of: b)]), atLeast: needed)
    }
  }

  /// How many numbers two ascending lists share; nil as soon as `atLeast` is out of reach.
  private static func overlap(
    _ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>, atLeast needed: Int
  ) -> Int? {
    var sparedA = a.count - needed
    var sparedB = b.count - needed
    var i = 0
    var j = 0
    var overlap = 0
    while sparedA >= 0 && sparedB >= 0 {
      if i == a.count || j == b.count { return overlap >= needed ? overlap : nil }
      let left = a[i]
      let right = b[j]
      if left == right { overlap += 1 }
      if left < right { sparedA -= 1 }
      if right < left { sparedB -= 1 }
      i += left <= right ? 1 : 0
      j += right <= left ? 1 : 0
    }
    return nil
  }
}
