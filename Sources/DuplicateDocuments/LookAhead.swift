import Execution

/// Looks contents up in rounds ahead of their turn, in parallel.
///
/// The rounds depend on nothing but the number of contents. A content with very many candidates is left to
/// its turn, when it may have found its family already.
struct LookAhead: Sendable {
  private static let piecesPerRound = 16
  private static let patience = NeighbourSearch.Patience(postings: 1 << 16, candidates: 256)

  private let count: Int
  // Each piece needs a counter for all contents, so pieces grow with their number.
  private let piece: Int
  private let plan: EvenPlan
  private let parallelism: Parallelism

  init(count: Int, parallelism: Parallelism) {
    self.count = count
    self.parallelism = parallelism
    piece = max(256, count / 512)
    plan = EvenPlan(count: count, piece: piece * Self.piecesPerRound)
  }

  /// How many rounds there are.
  var rounds: Int { plan.pieces }

  /// The contents of a round.
  func contents(of round: Int) -> Range<Int> { plan.range(round) }

  /// The relatives of the contents of a round, in walk order, but those that are done; nil where a content
  /// was left to its turn.
  ///
  /// - Parameter isDone: contents that are neither looked up nor found.
  func relations(
    _ relations: ContentRelations, of round: Int, isDone: [Bool]
  ) async throws -> [[Relation]?] {
    let contents = plan.range(round)
    let pieces = EvenPlan(count: contents.count, piece: piece)
    let count = count
    let parts = try await parallelism.map(count: pieces.pieces) { index in
      var counter = SharedCounter(count: count)
      return pieces.range(index).map { offset -> [Relation]? in
        let content = contents.lowerBound + offset
        if isDone[content] { return [] }
        return relations.relations(of: content, counter: &counter, patience: Self.patience) { isDone[$0] }
      }
    }
    return parts.flatMap { $0 }
  }
}
