import Execution
import Matrices

/// Finds the k best reference rows of every query row, strip by strip.
struct NearestNeighbours: Sendable {
  private let source: Source
  private let ranking: NeighbourRanking
  private let rowCount: Int

  private enum Source: Sendable {
    case tiles(TileNeighbours, excludingSelf: Bool)
    case sweep(BoundedSweep, [TailBlock], references: Int, ScratchPool<BoundedSweep.Scratch>)
    case gathered([CandidateList])
  }

  /// Prepares a search of `queries` against `references`; nil compares the queries with themselves, in which
  /// case most of the work is done here.
  ///
  /// - Parameters:
  ///   - plan: nil takes the one with the lower predicted cost.
  ///   - report: receives how many rows have been taken, where that is done here.
  init(
    k: Int, queries: SparseRows, references: SparseRows?, plan: NearestPlan?, parallelism: Parallelism,
    report: (Int) -> Void
  ) async throws {
    rowCount = queries.rowCount
    let search =
      plan == .tiles
      ? nil
      : try await BoundedSearch(
        k: k, queries: queries, references: references, parallelism: parallelism)
    ranking =
      search?.sweep.ranking ?? NeighbourRanking(k: k, queries: queries, references: references ?? queries)
    if let search, (plan ?? search.plan) == .bounded {
      if let references {
        source = .sweep(
          search.sweep, search.blocks, references: references.rowCount,
          ScratchPool { BoundedSweep.Scratch() })
      } else {
        let mutual = MutualNeighbours(
          rows: queries, split: search.split, sweep: search.sweep, blocks: search.blocks)
        source = .gathered(try await mutual.candidates(parallelism, report: report))
      }
    } else {
      source = .tiles(
        TileNeighbours(k: k, queries: queries, references: references), excludingSelf: references == nil)
    }
  }

  /// The strips of query rows.
  var strips: StripPlan { StripPlan(rowCount: rowCount, height: TileEngine<Float>.stripHeight) }

  /// Whether the search itself is still to come with the strips.
  var isPending: Bool { if case .gathered = source { false } else { true } }

  /// The k best of every row of a strip: score above 0, sorted by score (descending), then row.
  func search(strip: Int) -> [[ScoredRow]] {
    let rows = strips[strip]
    switch source {
    case .tiles(let tiles, let excludingSelf):
      return ranking.ranked(rows, tiles.candidates(ofStrip: strip, excludingSelf: excludingSelf))
    case .sweep(let sweep, let blocks, let references, let scratches):
      let bounds = Array(repeating: Float.infinity, count: references)
      var reverses: [BoundedSweep.Reverse] = []
      return scratches.with { scratch in
        ranking.ranked(
          rows,
          rows.map {
            sweep.sweep(
              $0, over: blocks, end: references, excludingSelf: false, bounds: bounds,
              scratch: &scratch, reverses: &reverses)
          })
      }
    case .gathered(let lists):
      return ranking.ranked(rows, lists[rows])
    }
  }
}
