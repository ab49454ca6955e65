import AnalysisModel
import Execution
import Matrices

/// Exact cosine search over dense rows, such as embeddings: all pairs at or above a threshold, the k nearest, or
/// all of them.
///
/// The contract is that of `CosineSearch`: Float32 products propose every pair that can possibly count, and one
/// score in Double, rounded to nine decimals, decides. So a result holds every pair that meets the condition and
/// no other, and is the same on any number of threads with any BLAS.
///
/// Rows need not be scaled. A zero row scores 0 with everything; rows that are equal or proportional score 1.
public struct DenseCosineSearch<Scalar: BLASScalar>: Sendable {
  let vectors: DenseVectors<Scalar>
  /// One row of each group of equal ones.
  let unique: DenseVectors<Scalar>
  let identical: IdenticalRows
  let parallelism: Parallelism
  let progress: ProgressHandler?

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - rows: one vector a row; finite values.
  ///   - parallelism: how many tiles may be computed at a time; never changes a result.
  ///   - progress: receives "comparing" steps.
  /// - Complexity: O(values). Beside the rows, Double ones cost a Float copy, and equal ones a copy of the distinct.
  public init(
    rows: consuming DenseRows<Scalar>, parallelism: Parallelism, progress: ProgressHandler? = nil
  ) {
    self.parallelism = parallelism
    self.progress = progress
    // Before rows of extreme magnitude are scaled, which would make equal what is only proportional.
    identical = IdenticalRows(of: copy rows)
    vectors = DenseVectors(rows)
    unique = identical.areAllDistinct ? vectors : vectors.selecting(identical.firsts)
  }

  /// Groups of two or more equal non-zero rows, in order of their first rows.
  public var identicalGroups: [[Int]] {
    identical.groups.filter { $0.count > 1 && !vectors.isZero($0[0]) }.map(Array.init)
  }

  func report(_ completed: Int, of total: Int) {
    progress?(AnalysisProgress(stage: "comparing", completed: completed, total: total))
  }
}
