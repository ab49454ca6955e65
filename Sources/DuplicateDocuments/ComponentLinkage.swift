import Execution

/// Families of all contents that lead to each other over related pairs (`--linkage components`).
///
/// Breadth first: a content that was met is never looked for again. Once more of what is read was met
/// before than the index is long, the index is built anew over the contents not met, so that 50,000 near
/// copies of each other are not each compared with all the rest. The family's centre is chosen by
/// `FamilyCentre`; its members carry what they share with it, however little that is.
struct ComponentLinkage {
  /// What a content that was met before costs, in entries of posting lists: it shares several shingles with
  /// the content it is met from. Any value gives the same families.
  private static let readsPerMeeting = 8

  private var relations: ContentRelations
  private var isMet: [Bool]
  private var wastedReads = 0
  private var counter: SharedCounter
  private var families: [FamilyWalk.Family] = []

  private init(_ relations: ContentRelations, _ isSettled: [Bool]) {
    self.relations = relations
    isMet = isSettled
    counter = SharedCounter(count: relations.count)
  }

  /// The families of at least two contents, in the order of their first contents.
  ///
  /// - Parameter isSettled: contents that are left out.
  static func families(
    _ relations: ContentRelations, isSettled: [Bool], parallelism: Parallelism
  ) async throws -> [FamilyWalk.Family] {
    var linkage = ComponentLinkage(relations, isSettled)
    let ahead = LookAhead(count: relations.count, parallelism: parallelism)
    for round in 0..<ahead.rounds {
      let contents = ahead.contents(of: round)
      let lookedUp = try await ahead.relations(linkage.relations, of: round, isDone: linkage.isMet)
      for content in contents where !linkage.isMet[content] {
        try linkage.collect(from: content) {
          contents.contains($0) ? lookedUp[$0 - contents.lowerBound] : nil
        }
      }
    }
    return linkage.families
  }

  /// Everything that leads to a content that was not met before; all of it is met after.
  private mutating func collect(from first: Int, lookedUp: (Int) -> [Relation]?) throws {
    isMet[first] = true
    var members = [first]
    var next = 0
    while next < members.count {
      try Task.checkCancellation()
      for relative in lookedUp(members[next]) ?? lookUp(members[next]) where !isMet[relative.content] {
        isMet[relative.content] = true
        members.append(relative.content)
      }
      next += 1
    }
    if members.count > 1 {
      families.append(FamilyCentre.family(of: members.sorted(), relations, counter: &counter))
    }
  }

  private mutating func lookUp(_ content: Int) -> [Relation] {
    if wastedReads > relations.search.sets.ranks.count { narrow() }
    let isMet = isMet
    var meetings = 0
    let found = relations.relations(of: content, counter: &counter) { other in
      meetings += isMet[other] ? 1 : 0
      return isMet[other]
    }
    wastedReads += meetings * Self.readsPerMeeting
    return found ?? []
  }

  private mutating func narrow() {
    let isMet = isMet
    let search = relations.search
    relations = ContentRelations(
      NeighbourSearch(
        sets: search.sets, rule: search.rule, tokenCounts: search.tokenCounts, isFindable: { !isMet[$0] },
        isAskedFor: { _ in true }),
      alignment: relations.alignment)
    wastedReads = 0
  }
}
