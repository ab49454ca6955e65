/// A repeated run that may become a passage: consecutive entries of the suffix array.
struct RunCandidate {
  /// Its length in tokens.
  var length: Int
  /// The suffixes that begin with it, as ranks.
  var ranks: Range<Int>
  /// The smallest of them.
  var first: Int
}

/// Walks the intervals of a suffix array and keeps those that may be reported.
///
/// An interval with common prefix ≥ m is a right-maximal run (Abouelhoda, Kurtz, Ohlebusch, "Replacing
/// Suffix Trees with Enhanced Suffix Arrays", 2004). Kept are the left-maximal ones of which two occurrences
/// do not overlap. A run of which all occurrences overlap is shortened until two of them do not, so long as
/// that does not make it a shorter run of the tree.
///
/// Runs nest: each longer beginning of a template stands in fewer documents. Up to
/// ``RunCandidates/freelyNested`` occurrences every run is kept; above, only one with at least half as many
/// again as any longer kept run that begins with it. So every token begins O(log n) kept runs, and all their
/// occurrences together are O(n log n).
struct RunCandidates {
  let region: RegionText
  let minimumLength: Int
  /// Above so many occurrences nesting needs half as many again.
  static let freelyNested = 16

  /// An interval being walked.
  private struct Interval {
    var prefix: Int
    var firstRank: Int
    var members: Members
  }

  /// What is known of the suffixes of an interval.
  private struct Members {
    var first: Int
    var last: Int
    /// The symbol before all of them; −1 where they differ.
    var before: Int32
    var weight: Int
    /// The largest weight of a kept interval inside.
    var keptWeight = 0

    mutating func merge(_ other: Members) {
      first = min(first, other.first)
      last = max(last, other.last)
      if before != other.before { before = -1 }
      weight += other.weight
      keptWeight = max(keptWeight, other.keptWeight)
    }
  }

  /// The kept runs, in no particular but reproducible order. O(n) time.
  func all(
    suffixes: [Int32], commonPrefixes: [Int32], isClear: (_ first: Int, _ second: Int, _ length: Int) -> Bool
  ) -> [RunCandidate] {
    var kept: [RunCandidate] = []
    var open: [Interval] = []
    for rank in stride(from: 1, through: suffixes.count, by: 1) {
      let prefix = rank < suffixes.count ? Int(commonPrefixes[rank]) : 0
      if prefix < minimumLength && open.isEmpty { continue }
      var members = leaf(Int(suffixes[rank - 1]))
      var firstRank = rank - 1
      while var interval = open.last, interval.prefix > prefix {
        open.removeLast()
        interval.members.merge(members)
        let parent = max(prefix, open.last?.prefix ?? 0, minimumLength - 1)
        members = interval.members
        firstRank = interval.firstRank
        if let length = lengthIfKept(members, prefix: interval.prefix, parent: parent, isClear: isClear) {
          members.keptWeight = members.weight
          kept.append(RunCandidate(length: length, ranks: firstRank..<rank, first: members.first))
        }
      }
      if prefix < minimumLength { continue }
      if let last = open.indices.last, open[last].prefix == prefix {
        open[last].members.merge(members)
      } else {
        open.append(Interval(prefix: prefix, firstRank: firstRank, members: members))
      }
    }
    return kept
  }

  private func leaf(_ suffix: Int) -> Members {
    // Nothing stands before the very first symbol: a value that no symbol has.
    let before = suffix == 0 ? -2 : region.symbols[suffix - 1]
    let weight = region.standsForCopies ? region.weight(of: suffix) : 1
    return Members(first: suffix, last: suffix, before: before, weight: weight)
  }

  private func lengthIfKept(
    _ members: Members, prefix: Int, parent: Int, isClear: (Int, Int, Int) -> Bool
  ) -> Int? {
    guard members.before == -1 else { return nil }
    if members.weight > Self.freelyNested && members.weight * 2 < members.keptWeight * 3 { return nil }
    var length = prefix
    if region.regionOf[members.first] == region.regionOf[members.last] {
      length = min(length, members.last - members.first)
    }
    while length > parent && !isClear(members.first, members.last, length) { length -= 1 }
    return length > parent ? length : nil
  }
}
