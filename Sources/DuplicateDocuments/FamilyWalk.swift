import Execution

/// Chooses representatives and their members, without chaining, and keeps template siblings apart.
///
/// A removal edge leads from a content to one that may replace it: to a near copy, or to a content that
/// contains it. Contents are walked in order; each unclaimed one becomes a *centre* and claims all unclaimed
/// contents with an edge to it. One exception makes containment come out right whatever the order: a content
/// that an unclaimed content contains one-sidedly (it is contained there, but neither a near copy nor the
/// other way round) waits until no unclaimed content does. If the container becomes a centre, it claims the
/// waiting one; if it is claimed itself, the waiting one takes its turn again at once, earliest first.
///
/// So every member has an edge to its own centre, and no centre has an edge to another one: to an earlier
/// centre it would have been claimed; to a later one it would have waited, or claimed it as a near copy. The
/// wait always ends, because one-sided containment leads to a larger set. (In the language of graphs the
/// centres are a kernel: P. Duchet, Graphes noyau-parfaits, 1980.)
///
/// Template siblings are centres from the start and never claimed. Most are known before the walk, by their
/// frame (`TemplateFrames`). Others are found here: a content that differs from a sibling in facts only joins
/// its group, and a content of whose near copies two or more differ in facts only makes a new group with them.
/// A content with an edge to a sibling is claimed by the most similar one that it has no conflict of facts with
/// (`SiblingChoice`); if there is none, its edges to siblings are void.
struct FamilyWalk {
  private let relations: ContentRelations
  private let facts: ContentFacts
  private let parallelism: Parallelism
  private var isClaimed: [Bool]
  private var isCentre: [Bool]
  /// The template group of a content; -1 for none.
  private var groupOf: [Int32]
  private var groups: [TemplateFrames.Group]
  /// Template siblings by frame: what may have an edge to them was decided before the walk.
  private let isFrameSibling: [Bool]
  /// Who waits for a content to be claimed or to become a centre.
  private var waiting: [Int: [Int]] = [:]
  private var awakened = MinimumHeap()
  private var members: [Int: [Relation]] = [:]
  private var counter: SharedCounter

  /// A centre and what it claimed, in walk order.
  struct Family: Sendable, Hashable {
    var centre: Int
    var members: [Relation]
  }

  /// What a walk ends with.
  struct Outcome: Sendable {
    /// The families with at least one claimed content, in walk order of their centres.
    var families: [Family]
    /// The template groups, those found by frame first.
    var groups: [TemplateFrames.Group]
  }

  /// Contents are looked up in rounds ahead of their turn, in parallel. The rounds depend on nothing but the
  /// number of contents; pieces grow with it because each needs a counter for all contents.
  private let piece: Int
  private static let piecesPerRound = 16
  /// A content with more candidates than this is looked up when its turn comes, when it may have been claimed
  /// itself: this keeps 50,000 near copies of one text from being compared with each other.
  private static let patience = NeighbourSearch.Patience(
    postings: 1 << 16, candidates: 256, alignments: 16)

  private init(
    _ relations: ContentRelations, _ siblings: TemplateSiblings, _ facts: ContentFacts,
    _ parallelism: Parallelism
  ) {
    self.relations = relations
    self.facts = facts
    self.parallelism = parallelism
    isClaimed = Array(repeating: false, count: relations.count)
    isCentre = isClaimed
    groupOf = siblings.groupOf
    groups = siblings.groups
    isFrameSibling = groupOf.map { $0 >= 0 }
    piece = max(256, relations.count / 512)
    counter = SharedCounter(count: relations.count)
  }

  /// The families and template groups.
  ///
  /// The result does not depend on the number of threads.
  ///
  /// - Parameter siblings: the template groups by frame, and what every other content is to them.
  static func families(
    _ relations: ContentRelations, siblings: TemplateSiblings, facts: ContentFacts,
    parallelism: Parallelism, progress: (Int) -> Void
  ) async throws -> Outcome {
    var walk = FamilyWalk(relations, siblings, facts, parallelism)
    for (content, choice) in siblings.choices { walk.apply(choice, to: content) }
    let rounds = EvenPlan(count: relations.count, piece: walk.piece * piecesPerRound)
    for round in 0..<rounds.pieces {
      try await walk.walk(rounds.range(round))
      progress(rounds.range(round).upperBound)
    }
    let families = walk.members.sorted { $0.key < $1.key }.map { centre, members in
      Family(centre: centre, members: members.sorted { $0.content < $1.content })
    }
    return Outcome(families: families, groups: walk.groups)
  }

  private mutating func walk(_ contents: Range<Int>) async throws {
    let plan = EvenPlan(count: contents.count, piece: piece)
    let (relations, isClaimed, isFrameSibling) = (relations, isClaimed, isFrameSibling)
    let groupOf = groupOf
    let start = contents.lowerBound
    let lookedUp = try await parallelism.map(count: plan.pieces) { piece in
      var counter = SharedCounter(count: isClaimed.count)
      return plan.range(piece).map { offset -> [Relation]? in
        let content = start + offset
        if isClaimed[content] || groupOf[content] >= 0 { return [] }
        return relations.relations(of: content, counter: &counter, patience: Self.patience) {
          isClaimed[$0] || isFrameSibling[$0]
        }
      }
    }
    for (content, related) in zip(contents, lookedUp.joined()) {
      try settle(content, lookedUp: related)
      while let earliest = awakened.popMinimum() { try settle(earliest, lookedUp: nil) }
    }
  }

  private mutating func settle(_ content: Int, lookedUp: [Relation]?) throws {
    if isClaimed[content] || isCentre[content] || groupOf[content] >= 0 { return }
    try Task.checkCancellation()
    let related = (lookedUp ?? lookUp(content)).filter { !isClaimed[$0.content] }
    let siblings = related.filter { groupOf[$0.content] >= 0 }
    if !siblings.isEmpty {
      let sizes = relations.search.sets.sizes
      let choice = SiblingChoice(of: content, among: siblings, sizes: sizes, facts: facts)
      apply(choice, to: content)
      if choice != .neither { return }
    }
    let free = related.filter { groupOf[$0.content] < 0 && !isCentre[$0.content] }
    if let container = free.first(where: { $0.isContainer && !$0.mayBeReplaced }) {
      waiting[container.content, default: []].append(content)
      return
    }
    let replaced = free.filter(\.mayBeReplaced)
    if !makeTemplate(around: content, replaced) {
      isCentre[content] = true
      for member in replaced { claim(member, by: content) }
      wake(content)
      for member in replaced { wake(member.content) }
    }
  }

  /// Makes a template group of a content and the near copies that differ from it in facts only, if they are
  /// enough. Its other relatives take their own turns, when they look for the sibling they resemble most.
  private mutating func makeTemplate(around content: Int, _ replaced: [Relation]) -> Bool {
    let copies = replaced.filter { $0.nearCopy != nil }
    guard copies.count + 1 >= TemplateFrames.fewestFillings, facts.hasFrame(content) else { return false }
    let siblings = copies.map(\.content).filter { facts.differ(content, $0) }
    guard siblings.count + 1 >= TemplateFrames.fewestFillings else { return false }
    groups.append(TemplateFrames.Group(contents: []))
    for sibling in [content] + siblings { join(sibling, groups.count - 1) }
    return true
  }

  private mutating func apply(_ choice: SiblingChoice, to content: Int) {
    switch choice {
    case .copy(let sibling):
      claim(sibling.reversed(from: content), by: sibling.content)
      wake(content)
    case .sibling(let sibling):
      join(content, Int(groupOf[sibling]))
    case .neither: break
    }
  }

  private mutating func claim(_ member: Relation, by centre: Int) {
    isClaimed[member.content] = true
    members[centre, default: []].append(member)
  }

  private mutating func join(_ content: Int, _ group: Int) {
    groupOf[content] = Int32(group)
    groups[group].contents.append(content)
    wake(content)
  }

  private mutating func lookUp(_ content: Int) -> [Relation] {
    let (isClaimed, isFrameSibling) = (isClaimed, isFrameSibling)
    return relations.relations(of: content, counter: &counter) {
      isClaimed[$0] || isFrameSibling[$0]
    } ?? []
  }

  private mutating func wake(_ settled: Int) {
    guard let waiters = waiting.removeValue(forKey: settled) else { return }
    for waiter in waiters where !isClaimed[waiter] { awakened.insert(waiter) }
  }
}
