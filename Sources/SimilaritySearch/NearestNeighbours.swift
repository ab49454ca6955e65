import Execution
import Matrices

/// A reference row and its exact score with the query at hand.
struct ScoredRow: Sendable, Hashable {
  let row: Int
  let score: Double
}

/// Finds the k best reference rows of each query row of a strip.
struct NearestNeighbours: Sendable {
  private let k: Int
  private let references: SparseRows
  private let engine: TileEngine<Float>
  private let scorers: ScratchPool<ExactScorer>
  /// Scores below this cannot round to more than 0.
  private let floor: Float

  /// Prepares a search with tiles of `queries` against `references`.
  ///
  /// - Complexity: O(stored values).
  init(k: Int, queries: SparseRows, references: SparseRows, engine: TileEngine<Float>) {
    self.k = k
    self.references = references
    self.engine = engine
    scorers = ScratchPool { ExactScorer(queries: queries) }
    // Sums of products that are not negative are positive in Float32 too, unless nothing is shared.
    let mayBeNegative = queries.values.contains { $0 < 0 } || references.values.contains { $0 < 0 }
    floor = mayBeNegative ? Float(-engine.margin.value).nextDown : .leastNonzeroMagnitude
  }

  /// The k best of every row of a strip: score above 0, sorted by score (descending), then row.
  ///
  /// - Parameter excludingSelf: whether a row must not find the reference row of the same number.
  func search(strip: Int, excludingSelf: Bool) -> [[ScoredRow]] {
    let rows = engine.strips[strip]
    let margin = Float(engine.margin.value).nextUp
    var proposals = rows.map { _ in Proposals(k: k, margin: margin, floor: floor) }
    engine.forEachTile(ofStrip: strip) { tile in
      for row in tile.rows {
        let index = row - rows.lowerBound
        let scores = tile.scores(ofRow: row)
        forEachScore(in: scores, atLeast: proposals[index].bound) { column in
          let other = tile.columns.lowerBound + column
          if !(excludingSelf && other == row) { proposals[index].add(other, scores[column]) }
        }
      }
    }
    return scorers.with { scorer in
      zip(rows, proposals).map { row, proposals in
        scorer.load(row)
        let scored = proposals.rows.map { ScoredRow(row: $0, score: scorer.score($0, of: references)) }
        let ranked = scored.filter { $0.score > 0 }.sorted {
          ($1.score, $0.row) < ($0.score, $1.row)
        }
        return Array(ranked.prefix(k))
      }
    }
  }
}

/// What may still be among the k best of one row: everything within twice the margin of the k-th best so far.
///
/// A row whose Float score lies more than two margins below the k-th best one has an exact score below that of
/// k others.
struct Proposals {
  private var candidates: [(row: Int, score: Float)] = []
  private let k: Int
  private let margin: Float
  /// How many candidates are gathered before the next pruning.
  private var capacity: Int

  /// Scores below this cannot be among the k best.
  private(set) var bound: Float

  init(k: Int, margin: Float, floor: Float) {
    self.k = k
    self.margin = margin
    bound = floor
    capacity = 4 * k + 64
  }

  /// The rows proposed.
  var rows: [Int] { candidates.map(\.row) }

  /// Proposes a row; every so often drops those that have fallen behind.
  ///
  /// - Complexity: O(log m) amortised for m proposals kept.
  mutating func add(_ row: Int, _ score: Float) {
    guard score >= bound else { return }
    candidates.append((row, score))
    if candidates.count >= capacity { prune() }
  }

  private mutating func prune() {
    let kthBest = candidates.map(\.score).sorted(by: >)[k - 1]
    bound = max(bound, (kthBest - 2 * margin).nextDown)
    let limit = bound
    candidates.removeAll { $0.score < limit }
    // Where most tie with the k-th best, pruning again after a few more would sort them over and over.
    capacity = max(capacity, 2 * candidates.count)
  }
}
