import AnalysisModel
import Execution
import Matrices

/// Exact cosine search over the rows of a matrix: all pairs at or above a threshold, the k nearest, or all of them.
///
/// Float32 tiles propose every pair that can possibly count; each proposal is then scored once in Double, in
/// column order, rounded to nine decimals, and that score decides. So a result holds every pair that meets the
/// condition and no other, and is the same on any number of threads with any BLAS.
///
/// Rows need not be scaled. A zero row scores 0 with everything.
public struct CosineSearch: Sendable {
  let rows: SparseRows
  let identical: IdenticalRows
  let parallelism: Parallelism
  let progress: ProgressHandler?
  /// The plan that a test insists on; nil takes the one with the lower predicted cost.
  var plan: PairProposer.Plan?
  /// The same for the nearest rows.
  var nearestPlan: NearestPlan?

  /// Prepares a search.
  ///
  /// Rows that all have length 1 already, within 10⁻¹¹, are taken as they are: nothing is copied. Others are
  /// scaled, in place where the caller gives them up.
  ///
  /// - Parameters:
  ///   - rows: one vector a row; finite values.
  ///   - parallelism: how many tiles may be computed at a time; never changes a result.
  ///   - progress: receives "comparing" steps.
  /// - Complexity: O(stored values).
  public init(rows: consuming SparseRows, parallelism: Parallelism, progress: ProgressHandler? = nil) {
    self.rows = rows.scaledToUnitRows()
    self.parallelism = parallelism
    self.progress = progress
    identical = IdenticalRows(of: self.rows)
  }

  /// The rows without copies of earlier ones.
  var distinct: DistinctRows { DistinctRows(rows, identical: identical) }

  /// The rows without copies of earlier ones, as a matrix of their own: a new one where some rows are equal.
  var unique: SparseRows { distinct.selected() }

  /// Groups of two or more equal non-zero rows, in order of their first rows.
  public var identicalGroups: [[Int]] {
    identical.groups.filter { $0.count > 1 && !rows.isZero(row: $0[0]) }.map(Array.init)
  }

  func report(_ completed: Int, of total: Int) {
    progress?(AnalysisProgress(stage: "comparing", completed: completed, total: total))
  }
}
