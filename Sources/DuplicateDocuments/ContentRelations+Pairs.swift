extension ContentRelations {
  /// How some contents are related to one content, if at all, by both routes; in the order given.
  func relations(of content: Int, to others: [Int]) -> [Relation] {
    var relations = others.map {
      relation(of: content, to: Neighbour(content: $0, overlap: search.overlap(content, $0)))
    }
    var undecided: [Int: Int] = [:]
    for (position, relation) in relations.enumerated() where relation.nearCopy == nil {
      undecided[relation.content] = position
    }
    if undecided.isEmpty { return relations }
    for aligned in alignment.nearCopies(of: content, isSkipped: { undecided[$0] == nil }) {
      guard let position = undecided[aligned.content] else { continue }
      relations[position].nearCopy = .alignment(identity: aligned.identity)
    }
    return relations
  }

  /// Whether two contents are related in any way.
  func areRelated(_ content: Int, _ other: Int) -> Bool {
    search.relatedOverlap(content, other) != nil
      || !alignment.nearCopies(of: content, isSkipped: { $0 != other }).isEmpty
  }
}

extension Relation {
  /// Whether the other content contains the one that was asked for one-sidedly: it is neither its near copy nor
  /// contained in it.
  var isOneSidedContainer: Bool { isContainer && !mayBeReplaced }
}
