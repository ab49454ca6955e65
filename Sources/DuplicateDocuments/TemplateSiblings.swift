import Execution

/// The template groups known by their frames, and what every other content is to their siblings.
struct TemplateSiblings: Sendable {
  /// The groups, in the order of their first contents.
  let groups: [TemplateFrames.Group]
  /// For every content the index of its group; -1 for none.
  let groupOf: [Int32]
  /// The contents that are a copy of a sibling or a further sibling, ascending.
  private(set) var choices: [(content: Int, choice: SiblingChoice)] = []

  /// Groups without a look at the other contents.
  init(_ groups: [TemplateFrames.Group], contentCount: Int) {
    self.groups = groups
    var groupOf = [Int32](repeating: -1, count: contentCount)
    for (number, group) in groups.enumerated() {
      for content in group.contents { groupOf[content] = Int32(number) }
    }
    self.groupOf = groupOf
  }

  /// Whether a content is one of the siblings.
  func contains(_ content: Int) -> Bool { groupOf[content] >= 0 }

  /// Decides on all other contents; the same on any number of threads, whatever the walk order.
  mutating func choose(
    _ relations: ContentRelations, facts: ContentFacts, parallelism: Parallelism
  ) async throws {
    if groups.isEmpty { return }
    let index = SiblingIndex(relations, self)
    let others = groupOf.indices.filter { groupOf[$0] < 0 }
    // Few pieces, because each needs a counter for all contents.
    let plan = EvenPlan(count: others.count, piece: max(256, others.count / 64))
    let choices = try await parallelism.map(count: plan.pieces) { piece in
      var counters = SiblingIndex.Counters(index)
      return plan.range(piece).compactMap { position -> (content: Int, choice: SiblingChoice)? in
        let content = others[position]
        let siblings = index.siblings(of: content, &counters)
        if siblings.isEmpty { return nil }
        let choice = SiblingChoice(
          of: content, among: siblings, sizes: relations.search.sets.sizes, facts: facts)
        return choice == .neither ? nil : (content: content, choice: choice)
      }
    }
    self.choices = choices.flatMap { $0 }
  }
}
