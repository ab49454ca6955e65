import Benchmark
import Execution
import Matrices
import SimilaritySearch

/// The kernels of the search, each through a public call on rows that leave the others little to do.
///
/// A search begins with unprepared rows: its indexes belong to its cost.
func registerSearchBenchmarks() {
  // Two sides have no symmetry to use, and no score comes near 1: products, a scan, and nothing to decide.
  benchmarkNoPairs("Tile kernel: 4,096 × 4,096 rows of 256 values") {
    RowInput.dense(rowCount: 4096, columnCount: 256, seed: $0)
  }
  benchmarkNoPairs("Tail kernel: 8,192 × 8,192 rows of 100 values, 64 rows a column") {
    RowInput.rare(rowCount: 8192, valuesPerRow: 100, rowsPerColumn: 64, seed: $0)
  }
  // Few columns: the product is cheap, and what the scores are sifted for is not.
  benchmarkSearch("Top 10: 8,192 rows of 16 values") { search in
    try await search.nearest(10) { blackHole($0.count) }
  } rows: {
    RowInput.dense(rowCount: 8192, columnCount: 16, seed: 1)
  }
  benchmarkSearch("Top 10: 8,192 rows by Zipf's law") { search in
    try await search.nearest(10) { blackHole($0.count) }
  } rows: {
    RowInput.zipf(rowCount: 8192, columnCount: 50_000, valuesPerRow: 100, seed: 1)
  }
  // The exact matrix has no proposals: it is the deciding score, four million times.
  benchmarkSearch("Exact score: all of 2,048 × 2,048 rows by Zipf's law") { search in
    try await search.exactMatrix { _, scores in blackHole(scores.count) }
  } rows: {
    RowInput.zipf(rowCount: 2048, columnCount: 50_000, valuesPerRow: 100, seed: 1)
  }
  for threshold in [0.5, 0.8, 0.95] {
    benchmarkSearch("Suffix search: pairs ≥ \(threshold) of 32,768 rows by Zipf's law") { search in
      try await search.pairs(atLeast: threshold) { blackHole($0.count) }
    } rows: {
      RowInput.zipf(rowCount: 32_768, columnCount: 50_000, valuesPerRow: 100, seed: 1)
    }
  }
}

/// Measures a search from unprepared rows on, on one thread.
private func benchmarkSearch(
  _ name: String, _ search: @escaping (CosineSearch) async throws -> Void,
  rows: @escaping () -> SparseRows
) {
  Benchmark(name) { _, rows in
    try await search(CosineSearch(rows: rows, parallelism: Parallelism(threads: 1)))
  } setup: {
    rows()
  }
}

/// Measures a search between rows of two seeds for pairs of equal rows, of which there are none.
private func benchmarkNoPairs(_ name: String, rows: @escaping (_ seed: UInt64) -> SparseRows) {
  Benchmark(name) { _, sides in
    let search = CosineSearch(rows: sides.0, parallelism: Parallelism(threads: 1))
    try await search.pairs(against: sides.1, atLeast: 1) { blackHole($0.count) }
  } setup: {
    (rows(1), rows(2))
  }
}
