import AnalysisModel
import Execution
import Matrices

/// Checks a search's result against brute force: draws some rows, compares each with all others one by one in
/// Double, and looks whether exactly the pairs that count were found.
///
/// ```swift
/// var verifier = Verifier(queries: rows, condition: .atLeast(0.8), sampleSize: 200, seed: 1)
/// try await search.pairs(atLeast: 0.8) { verifier.add($0) }
/// let verification = try await verifier.verification(parallelism: parallelism)
/// ```
///
/// Nothing of the search's code takes part. Where equal rows were collapsed, only the first of each group counts as
/// a row; a drawn row of a group stands for its first, and must have the cosine 1 with it.
public struct Verifier: Sendable {
  /// What a pair must meet.
  public enum Condition: Sendable, Hashable {
    /// A cosine, rounded to nine decimals, of at least this.
    case atLeast(Double)
    /// The second row is among the k nearest of the first: score above 0, ties cut by row order.
    case nearest(Int)
  }

  let condition: Condition
  /// The rows drawn, ascending.
  let drawn: [Int]
  /// Whether rows are compared with each other rather than with references.
  let isWithin: Bool
  /// For each row the first of the group it was collapsed into; nil where nothing was collapsed.
  let representatives: [Int]?
  /// The cosines of a row with all of the other side, not rounded.
  let cosines: @Sendable (Int) -> [Double]
  private let isDrawn: [Bool]
  /// Of the pairs found, those of drawn rows.
  private(set) var found: [SimilarPair] = []

  /// Prepares to verify a search of rows against each other, or against references.
  ///
  /// - Parameters:
  ///   - queries: the rows searched, scaled or not; of these some are drawn.
  ///   - references: the other side; nil where the rows are compared with each other.
  ///   - condition: what a pair must meet.
  ///   - sampleSize: how many rows are drawn, at least 1; all where there are no more.
  ///   - seed: decides which.
  ///   - collapsedGroups: the groups of equal rows of which only the first was searched; nil where all were.
  public init<Rows: VerifiableRows>(
    queries: Rows, references: Rows? = nil, condition: Condition, sampleSize: Int, seed: UInt64,
    collapsedGroups: [[Int]]? = nil
  ) {
    precondition(sampleSize >= 1, "a sample of \(sampleSize) rows")
    self.condition = condition
    isWithin = references == nil
    drawn = SeededDraw.numbers(sampleSize, below: queries.rowCount, seed: seed)
    representatives = collapsedGroups.map { groups in
      var representatives = Array(0..<queries.rowCount)
      for group in groups { for row in group { representatives[row] = group[0] } }
      return representatives
    }
    var isDrawn = Array(repeating: false, count: queries.rowCount)
    for row in drawn { isDrawn[representatives?[row] ?? row] = true }
    self.isDrawn = isDrawn
    let others = references ?? queries
    cosines = { others.cosines(with: $0, of: queries) }
  }

  /// Takes the next pairs of the result, in any order, and keeps those of drawn rows.
  ///
  /// - Complexity: O(pairs); memory for the pairs of drawn rows.
  public mutating func add(_ pairs: some Sequence<SimilarPair>) {
    for pair in pairs where isDrawn[pair.a] || concernsBoth && isDrawn[pair.b] { found.append(pair) }
  }

  /// Whether a pair belongs to the result of both of its rows.
  var concernsBoth: Bool {
    if case .atLeast = condition { isWithin } else { false }
  }
}
