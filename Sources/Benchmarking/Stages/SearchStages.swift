import AnalysisModel
import Execution
import Matrices
import SimilaritySearch

/// Rows to all pairs at or above a cosine, counted; preparing the search is part of it.
struct PairsStage: TimedStage {
  let name = BenchmarkStage.pairs
  let rows: SparseRows
  let threshold: Double
  let parallelism: Parallelism
  var parameter: Double? { threshold }

  func run() async throws -> StageOutcome {
    var found = 0
    let search = CosineSearch(rows: rows, parallelism: parallelism)
    try await search.pairs(atLeast: threshold) { found += $0.count }
    return StageOutcome(work: StageWork(pairsOf: rows.rowCount, found: found), product: search)
  }
}

/// Rows to the nearest neighbours of each, counted.
struct NearestStage: TimedStage {
  let name = BenchmarkStage.nearest
  let rows: SparseRows
  let count: Int
  let parallelism: Parallelism
  var parameter: Double? { Double(count) }

  func run() async throws -> StageOutcome {
    var found = 0
    let search = CosineSearch(rows: rows, parallelism: parallelism)
    try await search.nearest(count) { found += $0.count }
    return StageOutcome(work: StageWork(pairsOf: rows.rowCount, found: found), product: search)
  }
}

/// Rows of a text corpus to the full matrix, block by block to nowhere.
struct MatrixStage: TimedStage {
  let name = BenchmarkStage.matrix
  let parameter: Double? = nil
  let rows: SparseRows
  let parallelism: Parallelism

  func run() async throws -> StageOutcome {
    let search = CosineSearch(rows: rows, parallelism: parallelism)
    try await search.matrix { _, _ in }
    return StageOutcome(work: StageWork(pairsOf: rows.rowCount, found: nil), product: search)
  }
}

extension StageWork {
  /// All pairs of different rows, decided.
  init(pairsOf rows: Int, found: Int?) {
    self.init(documents: rows, decidedPairs: rows * (rows - 1) / 2, foundPairs: found)
  }
}
