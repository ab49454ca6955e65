import AnalysisModel
import Execution
import Foundation
import Matrices

/// Measures how fast this machine works: the BLAS, each stage of the way from files to findings, and growth
/// with size.
///
/// Timing never changes a finding: nothing measured here is read by any engine.
public struct Benchmark: Sendable {
  let options: BenchmarkOptions
  let configuration: Configuration
  let parallelism: Parallelism
  let progress: ProgressHandler?
  /// Tests measure the BLAS with small matrices.
  var productSide: Int?

  /// A benchmark.
  ///
  /// - Parameters:
  ///   - options: what is timed.
  ///   - configuration: how documents are read and become vectors.
  ///   - parallelism: the threads of every stage.
  ///   - progress: told of each run of each stage, between the runs.
  /// - Throws: `RefrainError` for options out of their ranges.
  public init(
    options: BenchmarkOptions, configuration: Configuration, parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) throws {
    self.options = try options.validated()
    self.configuration = configuration
    self.parallelism = parallelism
    self.progress = progress
  }

  /// Measures everything.
  ///
  /// - Parameter version: Refrain's version, for the record.
  /// - Throws: `RefrainError` for what cannot be read, an empty corpus, one too small for samples that were
  ///   insisted on; `CancellationError`.
  /// - Complexity: that of every chosen stage, `runs` + 1 times on each sample; memory is the corpus and the
  ///   largest stage.
  public func run(_ source: BenchmarkSource, version: String) async throws -> BenchmarkRun {
    // What is wrong with the input is told before anything is measured.
    switch source {
    case .files(let paths):
      let input = try await textInput(.files(paths, configuration.input), paths: paths)
      return try await run(version) { try await measure(input, $0) }
    case .generated(let corpus):
      let input = try await textInput(.spool(try await spool(corpus)), paths: [])
      return try await run(version) { try await measure(input, $0) }
    case .vectors(let rows, let path):
      let input = try vectorInput(rows, path)
      return try await run(version) { try await measure(input, $0) }
    }
  }

  private func run(
    _ version: String, _ measure: (StageTimer) async throws -> CorpusFigures
  ) async throws -> BenchmarkRun {
    progress?(AnalysisProgress(stage: "measuring BLAS", completed: 0))
    let blas =
      if let productSide {
        try await BLASMeasurement.measured(threads: parallelism.threads, side: productSide)
      } else {
        try await BLASMeasurement.measured(threads: parallelism.threads)
      }
    let peak = blas.peak(.float32, upTo: parallelism.threads)
    let figures = try await measure(
      StageTimer(runs: options.runs, peakGigaflops: peak, progress: progress))
    return BenchmarkRun(
      refrain: version, machine: .current, swift: SwiftVersion.current, blas: blas,
      threads: parallelism.threads, runs: options.runs, corpus: figures.corpus, stages: figures.stages,
      scaling: figures.scaling, notes: figures.notes)
  }

  private func spool(_ corpus: ZipfCorpus) async throws -> CorpusSpool {
    progress?(AnalysisProgress(stage: "generating documents", completed: 0))
    let spool = try CorpusSpool()
    try await corpus.jsonLines(parallelism: parallelism) { try spool.write($0) }
    return spool
  }
}

/// The figures of a run on one corpus.
struct CorpusFigures {
  var corpus: BenchmarkedCorpus
  var stages: [StageTiming]
  var scaling: [ScalingCurve]
  var notes: [String]
}

// MARK: Sizes

extension Benchmark {
  /// The numbers of documents of the samples, ascending, the whole corpus last; only that where there is no
  /// scaling.
  ///
  /// - Throws: `RefrainError` where the corpus is too small and the sizes were insisted on.
  func sampleCounts(of count: Int, notes: inout [String]) throws -> [Int] {
    guard let largest = options.sizes.last else { return [count] }
    let counts = Set(options.sizes.map { count * $0 / largest }).sorted()
    guard let smallest = counts.first, smallest < BenchmarkOptions.smallestSample else { return counts }
    let sizes = options.sizes.map(String.init).joined(separator: ", ")
    let problem =
      "\(count) documents are too few for the sizes \(sizes): the smallest sample would have \(smallest), "
      + "and fewer than \(BenchmarkOptions.smallestSample) say nothing"
    guard options.insistsOnSizes else {
      notes.append("No scaling: \(problem).")
      return [count]
    }
    throw RefrainError(problem, remedy: "a larger corpus, sizes closer together, or --no-scaling")
  }

  /// The curves that timings of the same stages on ascending samples make.
  func curves(_ timings: [[StageTiming]]) -> [ScalingCurve] {
    guard timings.count > 1, let whole = timings.last else { return [] }
    return whole.map { stage in
      var points: [ScalingCurve.Point] = []
      for timing in timings.joined()
      where timing.name == stage.name && timing.parameter == stage.parameter
        && timing.documents != points.last?.documents
      {
        points.append(ScalingCurve.Point(documents: timing.documents, seconds: timing.seconds.median))
      }
      let law = PowerLaw(ofTimes: points)
      func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
      return ScalingCurve(
        stage: stage.name, parameter: stage.parameter, points: points,
        exponent: law.map { rounded($0.exponent) }, standardError: law?.standardError.map(rounded))
    }
  }
}
