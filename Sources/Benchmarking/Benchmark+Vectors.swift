import AnalysisModel
import Execution
import Matrices

/// Dense rows, with the sizes of the samples to be timed.
struct VectorInput {
  var rows: DenseRows<Float>
  var path: String
  var counts: [Int]
  var notes: [String]
}

extension Benchmark {
  /// Rows and columns of the dense matrix that accompanies text: the width of common embeddings, and a fifth
  /// of a second at 130 GFLOP/s.
  private static let denseRows = 5_000
  private static let denseColumns = 512
  private static let rateNote =
    "The rate of a dense matrix counts all products of two rows; the search computes those of one half only where "
    + "it holds the matrix in memory."
  /// How many rows the matrix of given vectors is made of at most: 20,000 make 1.6 GB.
  private static let longestMatrix = 20_000
  /// A run that would take longer is left out.
  private static let longestDenseRun = 2.0

  /// Checks dense rows.
  ///
  /// - Throws: `RefrainError` where there are none, or too few, or nothing to be timed on them.
  func vectorInput(_ rows: DenseRows<Float>, _ path: String) throws -> VectorInput {
    guard rows.rowCount > 0, rows.columnCount > 0 else {
      throw RefrainError("there is no vector to time anything on", path: path, remedy: "a file with vectors")
    }
    guard options.stages.contains(.matrix) else {
      throw RefrainError("of dense vectors only the matrix is timed", remedy: "--stages matrix")
    }
    var notes: [String] = []
    let count = min(rows.rowCount, Self.longestMatrix)
    if count < rows.rowCount { notes.append("The matrix is that of a sample of \(count) vectors.") }
    let counts = try sampleCounts(of: count, notes: &notes)
    return VectorInput(rows: rows, path: path, counts: counts, notes: notes)
  }

  /// Times the full matrix of dense rows, held in memory.
  func measure(_ input: VectorInput, _ timer: StageTimer) async throws -> CorpusFigures {
    let rows = input.rows
    let samples = NestedSamples(count: rows.rowCount, seed: options.seed)
    var timings: [[StageTiming]] = []
    for count in input.counts {
      let sample = count == rows.rowCount ? rows : rows.selecting(samples.indices(count: count))
      timings.append([
        try await timer.time(
          DenseMatrixStage(
            rows: sample, parameter: nil, keepsResult: true, parallelism: parallelism))
      ])
    }
    let bytes = rows.values.count * MemoryLayout<Float>.size
    let described = BenchmarkedCorpus(
      source: .files, paths: [input.path], seed: options.seed, documents: rows.rowCount, bytes: bytes,
      textBytes: 0, terms: rows.columnCount, storedValues: rows.values.count { $0 != 0 }, features: "",
      fingerprint: Fingerprint.of(rows))
    return CorpusFigures(
      corpus: described, stages: timings.last ?? [], scaling: curves(timings),
      notes: input.notes + [Self.rateNote])
  }

  /// The timing of a seeded dense product, tile by tile; nil where it would take too long here.
  func seededDenseTiming(_ timer: StageTimer, notes: inout [String]) async throws -> StageTiming? {
    let rows = Double(Self.denseRows)
    let operations = 2 * rows * rows * Double(Self.denseColumns)
    let size = "\(Self.denseRows) × \(Self.denseColumns)"
    guard let peak = timer.peakGigaflops, operations / peak / 1e9 <= Self.longestDenseRun else {
      notes.append("The matrix of \(size) dense rows is left out: it would take long with this BLAS.")
      return nil
    }
    var random = RandomStream(seed: options.seed, purpose: 5)
    let values = (0..<Self.denseRows * Self.denseColumns).map { _ in Float(random.unit() - 0.5) }
    notes.append("The dense matrix is that of \(size) random rows, block by block to nowhere.")
    return try await timer.time(
      DenseMatrixStage(
        rows: DenseRows(values: values, rowCount: Self.denseRows, columnCount: Self.denseColumns),
        parameter: Double(Self.denseColumns), keepsResult: false, parallelism: parallelism))
  }
}
