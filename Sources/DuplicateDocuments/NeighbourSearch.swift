import AnalysisModel
import Execution

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
/// filter: S. Chaudhuri et al. 2006; R. Bayardo et al. 2007). For near copies both sides have such a prefix,
/// and the position of the first shared shingle bounds the other's size (C. Xiao et al. 2008; L. Ribeiro and
/// T. Härder 2011); for containment only the contained side has one. Where a prefix is longer than it need
/// be, more than one of its shingles must be shared (J. Wang et al. 2012). What passes is decided exactly by
/// merging the sorted sets.
struct NeighbourSearch: Sendable {
  let sets: ShingleSets
  let rule: PairRule
  /// For every content, its number of tokens.
  let tokenCounts: [Int]
  let order: SizeOrder
  let containedPrefixes: ContainedPrefixes
  /// Prefixes for near copies.
  let nearCopies: PrefixIndex
  /// Prefixes for containment.
  let contained: PrefixIndex
  /// Whole sets, for the shingles of prefixes for containment.
  let containers: PrefixIndex

  /// - Parameters:
  ///   - isFindable: contents for which this is false are never found.
  ///   - isAskedFor: contents for which this is false must not be asked for; nil is those that are not findable.
  init(
    sets: ShingleSets, rule: PairRule, tokenCounts: [Int],
    isFindable: (Int) -> Bool = { _ in true }, isAskedFor: ((Int) -> Bool)? = nil
  ) {
    self.sets = sets
    self.rule = rule
    self.tokenCounts = tokenCounts
    let order = SizeOrder(sets)
    let prefixes = ContainedPrefixes(sets, rule: rule, tokenCounts: tokenCounts)
    nearCopies = PrefixIndex(sets, order: order) { content in
      !isFindable(content)
        ? 0 : max(0, rule.nearCopyPrefix(of: sets.sizes[content]) - sets.unsharedCount(of: content))
    }
    contained = PrefixIndex(sets, order: order) { isFindable($0) ? prefixes.sharedLength(of: $0) : 0 }
    var isProbed = BitSet(capacity: sets.rankCount)
    for content in 0..<sets.count where isAskedFor?(content) ?? isFindable(content) {
      for rank in sets.ranks[sets.range(of: content).prefix(prefixes.sharedLength(of: content))] {
        isProbed.insert(Int(rank))
      }
    }
    containers = PrefixIndex(
      sets, order: order, prefix: { isFindable($0) ? sets.range(of: $0).count : 0 },
      isIndexed: { isProbed.contains(Int($0)) })
    self.order = order
    containedPrefixes = prefixes
  }

  /// How much is looked at before a search is put off.
  struct Patience: Sendable {
    /// Entries of posting lists.
    var postings: Int
    /// Sets to be merged.
    var candidates: Int
    /// Texts to be aligned.
    var alignments = Int.max

    static let endless = Patience(postings: .max, candidates: .max)
  }

  /// The relatives of a content, in walk order.
  ///
  /// - Parameters:
  ///   - counter: for as many places as there are contents, clear; left clear.
  ///   - patience: gives up, with nil, where more would have to be looked at.
  ///   - isSkipped: contents that are of no interest.
  func neighbours(
    of content: Int, counter: inout SharedCounter, patience: Patience = .endless,
    isSkipped: (Int) -> Bool
  ) -> [Neighbour]? {
    var probe = CandidateProbe(self, content: content, budget: patience.postings)
    guard let candidates = probe.candidates(&counter, isSkipped: isSkipped),
      candidates.count <= patience.candidates
    else { return nil }
    return candidates.compactMap { candidate in
      relatedOverlap(content, candidate).map { Neighbour(content: candidate, overlap: $0) }
    }
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
