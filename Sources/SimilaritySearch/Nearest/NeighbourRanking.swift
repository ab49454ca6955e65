import Execution
import Matrices

/// A reference row and its exact score with the query at hand.
struct ScoredRow: Sendable, Hashable {
  let row: Int
  let score: Double
}

/// Decides among candidates: scores them exactly and keeps the k best.
struct NeighbourRanking: Sendable {
  private let k: Int
  private let references: SparseRows
  private let scorers: ScratchPool<ExactScorer>

  /// Prepares to rank rows of `references` for rows of `queries`.
  init(k: Int, queries: SparseRows, references: SparseRows) {
    self.k = k
    self.references = references
    scorers = ScratchPool { ExactScorer(queries: queries) }
  }

  /// Drops all but the k best of a crowded list; see `CandidateList.settle`.
  func settle(_ list: inout CandidateList, of row: Int, scale: Float) {
    scorers.with { scorer in
      scorer.load(row)
      list.settle(scale: scale) { scorer.score($0, of: references) }
    }
  }

  /// The k best of each row's candidates: score above 0, sorted by score (descending), then row.
  func ranked(_ rows: Range<Int>, _ candidates: some Sequence<CandidateList>) -> [[ScoredRow]] {
    scorers.with { scorer in
      zip(rows, candidates).map { row, list in
        var list = list
        list.finish()
        scorer.load(row)
        var scored: [ScoredRow] = []
        for candidate in list.candidates {
          let score = scorer.score(Int(candidate.row), of: references)
          if score > 0 { scored.append(ScoredRow(row: Int(candidate.row), score: score)) }
        }
        scored.sort { ($1.score, $0.row) < ($0.score, $1.row) }
        return Array(scored.prefix(k))
      }
    }
  }
}
