/// A reference row and the Float32 estimate of its score.
struct Candidate: Sendable {
  let row: UInt32
  let score: Float
}

/// What may still be among the k best of one row: everything within twice the margin of the k-th best so far.
///
/// A row whose Float32 score lies more than two margins below the k-th best one has an exact score below that
/// of k others. So whatever the order in which candidates arrive, none of the k best is lost.
struct CandidateList: Sendable {
  private(set) var candidates: [Candidate] = []
  /// Scores below this cannot be among the k best.
  private(set) var bound: Float
  private let k: Int
  private let twoMargins: Float
  /// How many candidates are gathered before the next pruning.
  private var capacity: Int

  /// An empty list.
  ///
  /// - Parameters:
  ///   - margin: how far a score may lie from the exact one.
  ///   - floor: scores below this count as 0.
  init(k: Int, margin: Float, floor: Float) {
    self.k = k
    twoMargins = (2 * margin).nextUp
    bound = floor
    capacity = k
  }

  /// Takes a candidate; every so often drops those that have fallen behind.
  ///
  /// - Complexity: O(log k) amortised, unless many tie with the k-th best.
  mutating func add(_ row: Int, _ score: Float) {
    guard score >= bound else { return }
    candidates.append(Candidate(row: UInt32(truncatingIfNeeded: row), score: score))
    if candidates.count >= capacity { prune() }
  }

  /// Takes those of a run of rows, from `first` on, whose scores reach the bound.
  ///
  /// - Parameter own: a row that is not to be taken.
  mutating func add(_ scores: UnsafeBufferPointer<Float>, from first: Int, except own: Int?) {
    forEachScore(in: scores, atLeast: bound) { offset in
      if first + offset != own { add(first + offset, scores[offset]) }
    }
  }

  /// Drops whatever has fallen behind so far.
  mutating func finish() {
    if candidates.count >= k { prune() }
  }

  /// Whether so many lie within two margins of the k-th best that only their exact scores can part them.
  var isCrowded: Bool { candidates.count > 4 * k + 256 }

  /// Keeps the k best by exact score, then row: what crowds the list is dropped for good.
  ///
  /// - Parameters:
  ///   - scale: what a score of 1 is in the list's estimates.
  ///   - exactScore: the score of a row, rounded to nine decimals.
  mutating func settle(scale: Float, _ exactScore: (Int) -> Double) {
    var scored = candidates.map { ScoredRow(row: Int($0.row), score: exactScore(Int($0.row))) }
    scored.sort { ($1.score, $0.row) < ($0.score, $1.row) }
    scored.removeLast(max(0, scored.count - k))
    candidates = scored.map { Candidate(row: UInt32($0.row), score: Float($0.score) * scale) }
    if scored.count == k, let last = candidates.last {
      // Whoever comes with an exact score of the k-th best or more has an estimate of a margin less or more.
      bound = max(bound, (last.score - twoMargins / 2 - abs(last.score) * 0x1p-20).nextDown)
    }
    capacity = candidates.count + max(8, candidates.count / 2)
  }

  private mutating func prune() {
    candidates.sort { $0.score > $1.score }
    bound = max(bound, (candidates[k - 1].score - twoMargins).nextDown)
    let limit = bound
    while let last = candidates.last, last.score < limit { candidates.removeLast() }
    // Room for half as many again: sorting stays cheap even where most tie.
    capacity = candidates.count + max(8, candidates.count / 2)
  }
}
