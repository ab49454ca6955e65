import Benchmark
import Execution
import Matrices
import SimilaritySearch

/// The kernels of the search, each through a public call on rows that leave the others next to nothing to do.
///
/// A search begins with unprepared rows: its indexes belong to its cost.
func registerSearchBenchmarks() {
  let one = Parallelism(threads: 1)

  let dense = Input { RowInput.dense(rowCount: 4096, columnCount: 256, seed: 2) }
  let otherDense = Input { RowInput.dense(rowCount: 4096, columnCount: 256, seed: 3) }
  let rare = Input { RowInput.rare(rowCount: 8192, valuesPerRow: 100, rowsPerColumn: 64, seed: 4) }
  let otherRare = Input { RowInput.rare(rowCount: 8192, valuesPerRow: 100, rowsPerColumn: 64, seed: 5) }
  let text = Input { RowInput.zipf(rowCount: 8192, columnCount: 50_000, valuesPerRow: 100) }

  // Two sides have no symmetry to use, and no score comes near 1: products, a scan, and nothing to decide.
  Benchmark("Tile kernel: 4,096 × 4,096 rows of 256 values") { benchmark in
    let (rows, others) = (dense.value, otherDense.value)
    benchmark.startMeasurement()
    let search = CosineSearch(rows: rows, parallelism: one)
    try await search.pairs(against: others, atLeast: 1) { blackHole($0.count) }
    benchmark.stopMeasurement()
  }
  Benchmark("Tail kernel: 8,192 × 8,192 rows of 100 values, 64 rows a column") { benchmark in
    let (rows, others) = (rare.value, otherRare.value)
    benchmark.startMeasurement()
    let search = CosineSearch(rows: rows, parallelism: one)
    try await search.pairs(against: others, atLeast: 1) { blackHole($0.count) }
    benchmark.stopMeasurement()
  }
  // Few columns: the product is cheap, and what the scores are sifted for is not.
  let narrow = Input { RowInput.dense(rowCount: 8192, columnCount: 16, seed: 6) }
  Benchmark("Top 10: 8,192 rows of 16 values") { benchmark in
    let rows = narrow.value
    benchmark.startMeasurement()
    let search = CosineSearch(rows: rows, parallelism: one)
    try await search.nearest(10) { blackHole($0.count) }
    benchmark.stopMeasurement()
  }
  Benchmark("Top 10: 8,192 rows by Zipf's law") { benchmark in
    let rows = text.value
    benchmark.startMeasurement()
    let search = CosineSearch(rows: rows, parallelism: one)
    try await search.nearest(10) { blackHole($0.count) }
    benchmark.stopMeasurement()
  }
  // The exact matrix has no proposals: it is the deciding score, 4 million times.
  let few = Input { RowInput.zipf(rowCount: 2048, columnCount: 50_000, valuesPerRow: 100) }
  Benchmark("Exact score: all of 2,048 × 2,048 rows by Zipf's law") { benchmark in
    let rows = few.value
    benchmark.startMeasurement()
    let search = CosineSearch(rows: rows, parallelism: one)
    try await search.exactMatrix { _, scores in blackHole(scores.count) }
    benchmark.stopMeasurement()
  }
  for threshold in [0.5, 0.8, 0.95] {
    Benchmark("Suffix search: pairs ≥ \(threshold) of 8,192 rows by Zipf's law") { benchmark in
      let rows = text.value
      benchmark.startMeasurement()
      let search = CosineSearch(rows: rows, parallelism: one)
      try await search.pairs(atLeast: threshold) { blackHole($0.count) }
      benchmark.stopMeasurement()
    }
  }
}
