import AnalysisModel
import Execution
import Matrices
import SimilaritySearch

/// Dense rows to the full matrix of their cosines; preparing the search is part of it.
///
/// The rate counts the products of all pairs of rows, as that of one matrix product would be, however few of them
/// the search computes: a symmetric matrix needs only half, and its share of the peak may pass 1.
struct DenseMatrixStage: TimedStage {
  let name = BenchmarkStage.matrix
  let rows: DenseRows<Float>
  /// The number of columns where another matrix is timed beside this one; nil where it is the only one.
  let parameter: Double?
  /// Whether the whole matrix is made in memory, or handed out block by block to nowhere.
  let keepsResult: Bool
  let parallelism: Parallelism

  func run() async throws -> StageOutcome {
    let count = rows.rowCount
    let search = DenseCosineSearch(rows: rows, parallelism: parallelism)
    var product: DenseRows<Float>?
    if keepsResult {
      product = try await search.matrix()
    } else {
      try await search.matrix { _, _ in }
    }
    let operations = 2 * Double(count) * Double(count) * Double(rows.columnCount)
    return StageOutcome(
      work: StageWork(documents: count, decidedPairs: count * (count - 1) / 2, operations: operations),
      product: product)
  }
}
