/// Collects the contents that may be related to one content, by what they share in the prefixes.
///
/// Each of three rounds counts shared shingles in posting lists and keeps a content only if the shingles that
/// were not looked at could make up for what is missing.
struct CandidateProbe {
  private let search: NeighbourSearch
  private let content: Int
  private let size: Int
  private let unshared: Int
  private let range: Range<Int>
  private var budget: Int
  private var found: [Int] = []

  /// Lists up to this long are always read in full: they cost less than the thought.
  private static let shortList = 64

  init(_ search: NeighbourSearch, content: Int, budget: Int) {
    self.search = search
    self.content = content
    size = search.sets.sizes[content]
    unshared = search.sets.unsharedCount(of: content)
    range = search.sets.range(of: content)
    self.budget = budget
  }

  /// The candidates in walk order, each once; nil when the budget does not suffice.
  mutating func candidates(_ counter: inout SharedCounter, isSkipped: (Int) -> Bool) -> [Int]? {
    guard addNearCopies(&counter, isSkipped), addContainers(&counter, isSkipped),
      addContained(&counter, isSkipped)
    else {
      counter.drain { _, _ in }
      return nil
    }
    found.sort()
    var last = -1
    return found.filter { candidate in
      defer { last = candidate }
      return candidate != last
    }
  }

  private mutating func read(_ postings: ArraySlice<UInt32>, _ counter: inout SharedCounter) -> Bool {
    budget -= postings.count
    if budget < 0 { return false }
    counter.add(postings)
    return true
  }

  /// Keeps whoever shares at least `needed` of the shingles that were read.
  private mutating func keep(
    _ counter: inout SharedCounter, _ isSkipped: (Int) -> Bool, needed: (_ content: Int) -> Int
  ) {
    counter.drain { place, count in
      let other = Int(search.order.contents[place])
      if other != content, count >= needed(other), !isSkipped(other) { found.append(other) }
    }
  }

  /// Prefix against prefix. Lists of rare shingles are read for all sizes, so that counts are complete up to
  /// `complete`; the longer lists that follow only for the sizes that a first shared shingle there allows.
  private mutating func addNearCopies(
    _ counter: inout SharedCounter, _ isSkipped: (Int) -> Bool
  ) -> Bool {
    let rule = search.rule
    let prefix = rule.nearCopyPrefix(of: size)
    guard prefix > unshared, let sizes = rule.nearCopySizes(of: size, firstSharedAt: 0) else { return true }
    let all = search.order.places(sizes)
    var complete = unshared
    var isComplete = true
    var longest = 0
    for (index, rank) in zip(range, search.sets.ranks[range]) {
      let position = unshared + index - range.lowerBound
      if position >= prefix { break }
      let whole = search.nearCopies.postings(of: rank, in: all)
      let possible = rule.nearCopySizes(of: size, firstSharedAt: position).map {
        search.nearCopies.postings(of: rank, in: search.order.places($0))
      }
      longest = max(longest, possible?.count ?? 0)
      isComplete = isComplete && whole.count <= Self.shortList + 2 * longest
      if isComplete {
        complete = position + 1
        longest = max(longest, whole.count)
        if !read(whole, &counter) { return false }
      } else if let possible {
        if !read(possible, &counter) { return false }
      } else {
        break
      }
    }
    // What is shared beyond one of the two prefixes is all that was not counted.
    let sizeHere = size
    let uncounted = size - complete
    let sets = search.sets
    keep(&counter, isSkipped) { other in
      let otherSize = sets.sizes[other]
      return rule.overlapForNearCopy(sizeHere, otherSize)
        - max(uncounted, otherSize - rule.nearCopyPrefix(of: otherSize))
    }
    return true
  }

  /// The content's prefix against whole sets.
  private mutating func addContainers(
    _ counter: inout SharedCounter, _ isSkipped: (Int) -> Bool
  ) -> Bool {
    let length = search.containedPrefixes.sharedLength(of: content)
    guard length > 0,
      let least = search.rule.overlapForContained(size: size, tokens: search.tokenCounts[content])
    else { return true }
    let places = search.order.places(least...Int.max)
    for rank in search.sets.ranks[range.prefix(length)] {
      if !read(search.containers.postings(of: rank, in: places), &counter) { return false }
    }
    let needed = least - (size - unshared - length)
    keep(&counter, isSkipped) { _ in needed }
    return true
  }

  /// The content's whole set against prefixes.
  private mutating func addContained(
    _ counter: inout SharedCounter, _ isSkipped: (Int) -> Bool
  ) -> Bool {
    let containment = search.rule.containment
    let largest =
      containment.numerator == 0
      ? Int.max : max(1, size * containment.denominator / containment.numerator)
    let places = search.order.places(1...largest)
    for rank in search.sets.ranks[range] {
      if !read(search.contained.postings(of: rank, in: places), &counter) { return false }
    }
    let search = search
    keep(&counter, isSkipped) { other in
      let shared = search.sets.range(of: other).count
      let uncounted = shared - search.containedPrefixes.sharedLength(of: other)
      let least = search.rule.overlapForContained(
        size: search.sets.sizes[other], tokens: search.tokenCounts[other])
      return (least ?? Int.max) - uncounted
    }
    return true
  }
}
