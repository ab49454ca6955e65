import Execution

/// Families in which every two contents are related (`--linkage complete`).
///
/// Contents are walked in order. Each one that has no family yet begins one; its relatives that have none
/// are gone through in walk order, and each that is related to all taken in so far is taken in. The
/// family's centre is chosen by `FamilyCentre`, so every member is a near copy of it or contained in it.
///
/// The result is one of several possible; the walk order decides. Two documents of different families may be
/// related: with one more, some pair would not be.
///
/// - Complexity: a family ends growing after `mostComparisons` pairs of sets; so 50,000 near copies of each
///   other make families of about a thousand contents, in seconds.
struct CompleteLinkage {
  /// A family of n contents takes n² / 2 comparisons: with these, a thousand.
  static let mostComparisons = 1 << 19

  private let relations: ContentRelations
  private let mostComparisons: Int
  private var isTaken: [Bool]
  private var counter: SharedCounter
  private var families: [FamilyWalk.Family] = []

  private init(_ relations: ContentRelations, _ isSettled: [Bool], _ mostComparisons: Int) {
    self.relations = relations
    self.mostComparisons = mostComparisons
    isTaken = isSettled
    counter = SharedCounter(count: relations.count)
  }

  /// The families of at least two contents, in the order of their first contents.
  ///
  /// - Parameters:
  ///   - isSettled: contents that are left out.
  ///   - mostComparisons: after so many pairs a family takes in no more.
  static func families(
    _ relations: ContentRelations, isSettled: [Bool], mostComparisons: Int = mostComparisons,
    parallelism: Parallelism
  ) async throws -> [FamilyWalk.Family] {
    var linkage = CompleteLinkage(relations, isSettled, mostComparisons)
    let ahead = LookAhead(count: relations.count, parallelism: parallelism)
    for round in 0..<ahead.rounds {
      let lookedUp = try await ahead.relations(relations, of: round, isDone: linkage.isTaken)
      for (content, relatives) in zip(ahead.contents(of: round), lookedUp) {
        try linkage.settle(content, lookedUp: relatives)
      }
    }
    return linkage.families
  }

  private mutating func settle(_ content: Int, lookedUp: [Relation]?) throws {
    if isTaken[content] { return }
    try Task.checkCancellation()
    isTaken[content] = true
    var members = [content]
    var comparisons = 0
    for relative in lookedUp ?? lookUp(content) where !isTaken[relative.content] {
      comparisons += members.count
      if comparisons > mostComparisons { break }
      // The first member is the one they were looked up for.
      guard relations.isRelated(relative.content, toAll: members.dropFirst(), counter: &counter) else {
        continue
      }
      members.append(relative.content)
      isTaken[relative.content] = true
    }
    if members.count > 1 { families.append(FamilyCentre.family(of: members, relations, counter: &counter)) }
  }

  private mutating func lookUp(_ content: Int) -> [Relation] {
    let isTaken = isTaken
    return relations.relations(of: content, counter: &counter) { isTaken[$0] } ?? []
  }
}
