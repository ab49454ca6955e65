import AnalysisModel
import Matrices

/// The score that decides: the cosine of two unit rows in Double, summed in column order, rounded to nine
/// decimals.
///
/// Because the order is fixed and the last bits are rounded away, the score does not depend on threads, tiles
/// or BLAS, and identical or proportional rows score exactly 1.
enum ExactScore {
  /// Half a unit of the ninth decimal: how far rounding can move a score.
  static let roundingError = 5e-10

  /// Rounds to nine decimals; never negative zero.
  static func rounded(_ cosine: Double) -> Double { (cosine * 1e9).rounded() / 1e9 + 0 }
}

/// Scores many rows against one: the score is that of merging both rows in column order, and the same for (a, b)
/// and (b, a).
struct ExactScorer {
  private var query: SpreadRow
  private let queries: SparseRows

  /// Prepares to take queries from `queries`.
  init(queries: SparseRows) {
    self.queries = queries
    query = SpreadRow(columnCount: queries.columnCount)
  }

  /// Makes a row of the queries the current one.
  mutating func load(_ row: Int) {
    query.load(queries.range(ofRow: row), of: queries, withNorms: false)
  }

  /// The current query's score with a row of another (or the same) matrix.
  ///
  /// - Complexity: O(stored values of that row).
  func score(_ row: Int, of rows: SparseRows) -> Double {
    ExactScore.rounded(query.product(rows.range(ofRow: row), of: rows))
  }

  /// The proposed pairs that the exact score admits, by query row, then in the order proposed.
  ///
  /// - Parameters:
  ///   - proposed: for every query row of `queryRows`, rows of `rows`.
  ///   - threshold: compared with ≥.
  mutating func pairs(
    among proposed: [[Int]], of queryRows: Range<Int>, with rows: SparseRows, atLeast threshold: Double
  ) -> [SimilarPair] {
    var found: [SimilarPair] = []
    for (query, others) in zip(queryRows, proposed) where !others.isEmpty {
      load(query)
      for other in others {
        let score = score(other, of: rows)
        if score >= threshold { found.append(SimilarPair(a: query, b: other, score: score)) }
      }
    }
    return found
  }
}
