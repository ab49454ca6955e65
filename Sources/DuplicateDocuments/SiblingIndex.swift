import Execution

/// Finds the template siblings most similar to a content without comparing it with each of them.
///
/// The siblings of one group have the shingles of their frame in common. A shingle that all of them hold is
/// counted once for the group; the others have posting lists. So the overlap of a content with every sibling is
/// a sum of two counts, exact, and 50,000 fillings of one template cost no more than what tells them apart.
struct SiblingIndex: Sendable {
  private let relations: ContentRelations
  private let groupOf: [Int32]
  /// The contents of every group in ascending order of size, ties in walk order.
  private let bySize: [[UInt32]]
  /// For every rank, the groups of which all siblings hold it.
  private let common: RankPostings
  /// For every rank, the other siblings that hold it.
  private let distinguishing: RankPostings

  init(_ relations: ContentRelations, _ siblings: TemplateSiblings) {
    self.relations = relations
    groupOf = siblings.groupOf
    let sets = relations.search.sets
    bySize = siblings.groups.map { group in
      group.contents.sorted { (sets.sizes[$0], $0) < (sets.sizes[$1], $1) }.map { UInt32($0) }
    }
    // Ranks that nobody outside holds are never asked for.
    var isAskedFor = BitSet(capacity: sets.rankCount)
    for content in 0..<sets.count where groupOf[content] < 0 {
      for rank in sets.ranks[sets.range(of: content)] { isAskedFor.insert(Int(rank)) }
    }
    var common: [RankPostings.Entry] = []
    var distinguishing: [RankPostings.Entry] = []
    var holders = SharedCounter(count: sets.rankCount)
    for (number, group) in siblings.groups.enumerated() {
      for content in group.contents { holders.add(sets.ranks[sets.range(of: content)]) }
      for content in group.contents {
        for rank in sets.ranks[sets.range(of: content)]
        where isAskedFor.contains(Int(rank)) && holders[Int(rank)] < group.contents.count {
          distinguishing.append(.init(rank: rank, holder: UInt32(content)))
        }
      }
      holders.drain { rank, count in
        if count == group.contents.count {
          common.append(.init(rank: UInt32(rank), holder: UInt32(number)))
        }
      }
    }
    self.common = RankPostings(common, rankCount: sets.rankCount)
    self.distinguishing = RankPostings(distinguishing, rankCount: sets.rankCount)
  }

  /// What a worker counts in; made once and used for many contents.
  struct Counters {
    fileprivate var siblings: SharedCounter
    fileprivate var groups: SharedCounter

    init(_ index: SiblingIndex) {
      siblings = SharedCounter(count: index.groupOf.count)
      groups = SharedCounter(count: index.bySize.count)
    }
  }

  /// The siblings that may replace a content: the `SiblingChoice.mostSiblings` most similar ones by shingles,
  /// and all near copies by alignment.
  func siblings(of content: Int, _ counters: inout Counters) -> [Relation] {
    let sets = relations.search.sets
    for rank in sets.ranks[sets.range(of: content)] {
      counters.groups.add(common.holders(of: rank))
      counters.siblings.add(distinguishing.holders(of: rank))
    }
    var best = BestSiblings(of: content, sizes: sets.sizes)
    addMet(&best, content, groups: &counters.groups, siblings: &counters.siblings)
    let nearCopies = relations.alignment.nearCopies(
      of: content, counter: &counters.siblings, patience: .endless, isSkipped: { groupOf[$0] < 0 })
    let aligned = (nearCopies ?? []).map { relations.relation(of: content, to: $0) }
    let byShingles = best.relations.filter { found in
      found.nearCopy != nil || !aligned.contains { $0.content == found.content }
    }
    return byShingles + aligned.filter { $0.identity != nil }
  }

  /// Adds what was counted and clears the counters.
  private func addMet(
    _ best: inout BestSiblings, _ content: Int, groups: inout SharedCounter,
    siblings: inout SharedCounter
  ) {
    func consider(_ sibling: Int, overlap: Int, _ best: inout BestSiblings) {
      let relation = relations.relation(of: content, to: Neighbour(content: sibling, overlap: overlap))
      if relation.mayReplace { best.add(relation) }
    }
    // Siblings that share nothing but the common shingles differ in size only.
    groups.forEach { group, count in
      var taken = 0
      for sibling in bySize[group] where siblings[Int(sibling)] == 0 {
        consider(Int(sibling), overlap: count, &best)
        taken += 1
        if taken == SiblingChoice.mostSiblings { break }
      }
    }
    siblings.drain { sibling, count in
      consider(sibling, overlap: count + groups[Int(groupOf[sibling])], &best)
    }
    groups.drain { _, _ in }
  }
}

/// The best few of a stream of siblings.
private struct BestSiblings {
  private(set) var relations: [Relation] = []
  private let order: SiblingOrder

  init(of content: Int, sizes: [Int]) { order = SiblingOrder(content: content, sizes: sizes) }

  mutating func add(_ relation: Relation) {
    if relations.count == SiblingChoice.mostSiblings {
      guard let last = relations.last, order.isBetter(relation, last) else { return }
      relations.removeLast()
    }
    let place = relations.partitioningIndex { order.isBetter(relation, $0) }
    relations.insert(relation, at: place)
  }
}

/// For every rank who holds it.
private struct RankPostings: Sendable {
  struct Entry {
    var rank: UInt32
    var holder: UInt32
  }

  private let offsets: [Int]
  private let all: [UInt32]

  init(_ entries: [Entry], rankCount: Int) {
    var ends = [Int](repeating: 0, count: rankCount + 1)
    for entry in entries { ends[Int(entry.rank) + 1] += 1 }
    for rank in ends.indices.dropFirst() { ends[rank] += ends[rank - 1] }
    offsets = ends
    var all = [UInt32](repeating: 0, count: entries.count)
    for entry in entries {
      all[ends[Int(entry.rank)]] = entry.holder
      ends[Int(entry.rank)] += 1
    }
    self.all = all
  }

  @inline(__always)
  func holders(of rank: UInt32) -> ArraySlice<UInt32> {
    all[offsets[Int(rank)]..<offsets[Int(rank) + 1]]
  }
}
