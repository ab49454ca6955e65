import AnalysisModel
import Testing

@testable import Benchmarking

@Suite struct BenchmarkComparisonTests {
  private func run(
    _ stages: [(BenchmarkStage, Double?, Int, [Double])], runs: Int = 5
  ) -> BenchmarkRun {
    BenchmarkRun(
      refrain: "1", machine: MachineDescription(cpu: "c", cores: 2, memoryBytes: 8, system: "s"), swift: "6",
      blas: BLASMeasurement(name: "b", library: nil, gigaflops: []), threads: 2, runs: runs,
      corpus: BenchmarkedCorpus(
        source: .generated, paths: [], seed: 1, documents: 100, bytes: 10, textBytes: 9, terms: 3,
        storedValues: 4, features: "f", fingerprint: "0"),
      stages: stages.map { name, parameter, documents, seconds in
        StageTiming(
          name: name, parameter: parameter, documents: documents, seconds: TimeSpread(of: seconds),
          documentsPerSecond: 1)
      },
      scaling: [ScalingCurve(stage: .pairs, parameter: 0.5, points: [], exponent: 1.25)], notes: [])
  }

  private func verdict(_ before: [Double], _ after: [Double], runs: Int = 5) throws -> StageComparison {
    let comparison = BenchmarkComparison(
      before: run([(.pairs, 0.5, 100, before)], runs: runs), after: run([(.pairs, 0.5, 100, after)]))
    #expect(comparison.differences.isEmpty)
    return try #require(comparison.stages.first)
  }

  @Test("A verdict needs spreads that lie apart, and runs enough")
  func verdicts() throws {
    #expect(try verdict([4, 5, 6], [1, 2, 3]).verdict == .faster)
    #expect(try verdict([1, 2, 3], [4, 5, 6]).verdict == .slower)
    #expect(try verdict([1, 2, 3], [2, 3, 4]).verdict == .overlapping)
    #expect(try verdict([1, 2, 3], [3, 4, 5]).verdict == .overlapping, "a common end is an overlap")
    #expect(try verdict([1, 2], [4, 5, 6], runs: 2).verdict == .tooFewRuns)
    #expect(try verdict([1, 2], [2, 5, 6], runs: 2).verdict == .overlapping)
  }

  @Test("The speed is the ratio of the medians")
  func speed() throws {
    let stage = try verdict([9, 6, 6], [2, 2, 100])
    #expect(stage.speedup == 3)
    #expect(stage.exponentBefore == 1.25 && stage.exponentAfter == 1.25)
  }

  @Test("Stages pair up by name and parameter; others are not compared")
  func pairing() {
    let comparison = BenchmarkComparison(
      before: run([(.read, nil, 100, [1]), (.pairs, 0.5, 100, [1]), (.matrix, nil, 50, [1])]),
      after: run([(.pairs, 0.8, 100, [1]), (.read, nil, 100, [1]), (.matrix, nil, 60, [1])]))
    #expect(comparison.stages.map(\.name) == [.read, .pairs, .matrix, .pairs])
    #expect(comparison.stages.map(\.parameter) == [nil, 0.5, nil, 0.8])
    #expect(
      comparison.stages.map(\.verdict) == [.overlapping, .notComparable, .notComparable, .notComparable])
  }

  @Test("What differs besides the code is named")
  func differences() {
    let before = run([])
    var after = before
    after.machine.cpu = "d"
    after.blas.name = "reference"
    after.corpus.fingerprint = "1"
    let differences = BenchmarkComparison(before: before, after: after).differences
    #expect(differences.count == 3)
    for word in ["Machine", "BLAS", "Hash"] { #expect(differences.contains { $0.hasPrefix(word) }) }
  }

  @Test("Spreads of times")
  func spreads() {
    #expect(TimeSpread(of: [3, 1, 2]) == TimeSpread(minimum: 1, median: 2, maximum: 3))
    #expect(TimeSpread(of: [4, 1, 2, 3]) == TimeSpread(minimum: 1, median: 2.5, maximum: 4))
    #expect(TimeSpread(of: [0]).minimum == 1e-6, "no rate divides by zero")
  }
}
