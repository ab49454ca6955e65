/// All ways in which contents are related, from both routes: what families are made of.
struct ContentRelations: Sendable {
  let search: NeighbourSearch
  let alignment: any AlignmentRoute

  init(_ search: NeighbourSearch, alignment: any AlignmentRoute = NoAlignmentRoute()) {
    self.search = search
    self.alignment = alignment
  }

  /// How many contents there are.
  var count: Int { search.sets.count }

  /// The relatives of a content, in walk order; parameters and nil as in `NeighbourSearch.neighbours`.
  func relations(
    of content: Int, counter: inout SharedCounter, patience: NeighbourSearch.Patience = .endless,
    isSkipped: (Int) -> Bool
  ) -> [Relation]? {
    guard
      let neighbours = search.neighbours(
        of: content, counter: &counter, patience: patience, isSkipped: isSkipped),
      let aligned = alignment.nearCopies(
        of: content, counter: &counter, patience: patience, isSkipped: isSkipped)
    else { return nil }
    let byShingles = neighbours.map { relation(of: content, to: $0) }
    if aligned.isEmpty { return byShingles }
    return merged(byShingles, aligned, of: content)
  }

  /// What shingles say about a content and a neighbour.
  func relation(of content: Int, to neighbour: Neighbour) -> Relation {
    let sizes = search.sets.sizes
    let other = neighbour.content
    let isNearCopy = search.rule.isNearCopy(sizes[content], sizes[other], overlap: neighbour.overlap)
    return Relation(
      content: other, overlap: neighbour.overlap, nearCopy: isNearCopy ? .shingles : nil,
      isContained: isContained(other, overlap: neighbour.overlap),
      isContainer: isContained(content, overlap: neighbour.overlap))
  }

  /// What alignment and shingles together say about a content and a near copy by alignment.
  func relation(of content: Int, to aligned: AlignedNearCopy) -> Relation {
    let overlap = search.sets.sharedCount(content, aligned.content)
    var relation = relation(of: content, to: Neighbour(content: aligned.content, overlap: overlap))
    if relation.nearCopy == nil { relation.nearCopy = .alignment(identity: aligned.identity) }
    return relation
  }

  private func isContained(_ content: Int, overlap: Int) -> Bool {
    search.rule.isContained(
      size: search.sets.sizes[content], tokens: search.tokenCounts[content], overlap: overlap)
  }

  /// Both lists ascend; who stands in both keeps what shingles say, and is a near copy if alignment says so.
  private func merged(
    _ byShingles: [Relation], _ aligned: [AlignedNearCopy], of content: Int
  ) -> [Relation] {
    var relations: [Relation] = []
    relations.reserveCapacity(byShingles.count + aligned.count)
    var next = aligned[...]
    for relation in byShingles {
      while let first = next.first, first.content < relation.content {
        relations.append(self.relation(of: content, to: first))
        next = next.dropFirst()
      }
      relations.append(relation)
      if let first = next.first, first.content == relation.content {
        if relation.nearCopy == nil {
          relations[relations.count - 1].nearCopy = .alignment(identity: first.identity)
        }
        next = next.dropFirst()
      }
    }
    return relations + next.map { self.relation(of: content, to: $0) }
  }
}
