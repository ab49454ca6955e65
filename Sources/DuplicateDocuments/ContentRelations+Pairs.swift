extension ContentRelations {
  /// How some contents are related to one content, if at all, by both routes; in the order given.
  ///
  /// - Parameter counter: for as many places as there are contents, clear; left clear.
  func relations(of content: Int, to others: [Int], counter: inout SharedCounter) -> [Relation] {
    var relations = others.map {
      relation(of: content, to: Neighbour(content: $0, overlap: search.sets.sharedCount(content, $0)))
    }
    var undecided: [Int: Int] = [:]
    for (position, relation) in relations.enumerated() where relation.nearCopy == nil {
      undecided[relation.content] = position
    }
    if undecided.isEmpty { return relations }
    let aligned = alignment.nearCopies(of: content, counter: &counter, patience: .endless) {
      undecided[$0] == nil
    }
    for copy in aligned ?? [] {
      guard let position = undecided[copy.content] else { continue }
      relations[position].nearCopy = .alignment(identity: copy.identity)
    }
    return relations
  }

  /// Whether a content is related to each of some others in any way.
  ///
  /// - Parameter counter: for as many places as there are contents, clear; left clear.
  func isRelated(_ content: Int, toAll others: some Sequence<Int>, counter: inout SharedCounter) -> Bool {
    let undecided = Set(others.lazy.filter { search.relatedOverlap(content, $0) == nil })
    if undecided.isEmpty { return true }
    let aligned = alignment.nearCopies(of: content, counter: &counter, patience: .endless) {
      !undecided.contains($0)
    }
    return aligned?.count == undecided.count
  }
}

extension Relation {
  /// Whether the other content contains the one that was asked for one-sidedly: it is neither its near copy
  /// nor contained in it.
  var isOneSidedContainer: Bool { isContainer && !mayBeReplaced }
}
