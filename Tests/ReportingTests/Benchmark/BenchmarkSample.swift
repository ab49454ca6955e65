import AnalysisModel

/// Runs made by hand, so that every figure in the golden files can be checked by eye.
enum BenchmarkSample {
  static func timing(
    _ name: BenchmarkStage, _ parameter: Double?, documents: Int = 10_000, _ minimum: Double,
    _ median: Double, _ maximum: Double, _ rates: (inout StageTiming) -> Void = { _ in }
  ) -> StageTiming {
    var timing = StageTiming(
      name: name, parameter: parameter, documents: documents,
      seconds: TimeSpread(minimum: minimum, median: median, maximum: maximum),
      documentsPerSecond: Double(documents) / median)
    rates(&timing)
    return timing
  }

  private static func curve(
    _ stage: BenchmarkStage, _ parameter: Double?, _ seconds: [Double], _ exponent: Double?,
    _ standardError: Double? = nil
  ) -> ScalingCurve {
    ScalingCurve(
      stage: stage, parameter: parameter,
      points: zip([2_500, 5_000, 10_000], seconds).map { ScalingCurve.Point(documents: $0, seconds: $1) },
      exponent: exponent, standardError: standardError)
  }

  static let run = BenchmarkRun(
    refrain: "1.2.3",
    machine: MachineDescription(
      cpu: "Example CPU <3 GHz>", cores: 2, memoryBytes: 25_276_514_304, system: "Debian GNU/Linux 12"),
    swift: "6.3.1",
    blas: BLASMeasurement(
      name: "OpenBLAS 0.3.21", library: "/usr/lib/libblas.so.3",
      gigaflops: [
        BLASMeasurement.Rate(precision: .float32, threads: 1, value: 70.5),
        BLASMeasurement.Rate(precision: .float32, threads: 2, value: 139.25),
        BLASMeasurement.Rate(precision: .float64, threads: 1, value: 35.125),
        BLASMeasurement.Rate(precision: .float64, threads: 2, value: 69.5),
      ]), threads: 2, runs: 5,
    corpus: BenchmarkedCorpus(
      source: .files, paths: ["it's here/news.jsonl"], seed: 1, documents: 10_000, bytes: 9_374_860,
      textBytes: 9_095_195, terms: 68_690, storedValues: 1_477_288,
      features: "unicode tokens, words 1, raw tf, smooth idf, l2 norm", fingerprint: "6080182fdf565938"),
    stages: [
      timing(.read, nil, 0.0072, 0.008, 0.0081) {
        $0.megabytesPerSecond = 1171.8575
        $0.peakMemoryBytes = 81_252_352
      },
      timing(.tokenize, nil, 0.12, 0.125, 0.1301) { $0.megabytesPerSecond = 72.7616 },
      timing(.vectorize, nil, 0.04, 0.05, 0.06) {
        $0.megabytesPerSecond = 181.9039
        $0.storedValuesPerSecond = 29_545_760
      },
      timing(.pairs, 0.5, 0.08, 0.1, 0.11) {
        $0.pairsPerSecond = 499_950_000
        $0.pairs = 1_287
      },
      timing(.nearest, 10, 1, 1.25, 1.5) {
        $0.pairsPerSecond = 39_996_000
        $0.pairs = 100_000
      },
      timing(.matrix, nil, documents: 5_000, 0.9, 0.9996, 1.1) { $0.pairsPerSecond = 12_502_500 },
      timing(.matrix, 512, 0.7, 0.8, 0.9) {
        $0.pairsPerSecond = 62_493_750
        $0.gigaflops = 128
        $0.shareOfPeak = 0.9192
      },
    ],
    scaling: [
      curve(.read, nil, [0.002, 0.004, 0.008], 1),
      curve(.tokenize, nil, [0.04, 0.07, 0.125], 0.8219, 0.0083),
      curve(.vectorize, nil, [0.0125, 0.025, 0.05], 1),
      curve(.pairs, 0.5, [0.0125, 0.035, 0.1], 1.5, 0.0086),
      curve(.nearest, 10, [0.078, 0.3125, 1.25], 2, 1.25),
      ScalingCurve(
        stage: .matrix, parameter: nil, points: [ScalingCurve.Point(documents: 2_500, seconds: 0.25)],
        exponent: nil),
    ],
    notes: ["The matrix is that of a sample of 5000 documents.", "A note with *stars* & <tags>."])

  static let comparison: BenchmarkComparison = {
    var after = run
    after.blas.name = "reference BLAS"
    func spread(_ seconds: Double) -> TimeSpread {
      TimeSpread(minimum: seconds * 0.75, median: seconds, maximum: seconds * 1.25)
    }
    return BenchmarkComparison(
      before: run, after: after, differences: ["BLAS: OpenBLAS 0.3.21 before, reference BLAS after"],
      stages: [
        StageComparison(
          name: .read, parameter: nil, before: spread(0.008), after: spread(0.002), speedup: 4,
          verdict: .faster, exponentBefore: 1, exponentAfter: 0.98),
        StageComparison(
          name: .pairs, parameter: 0.5, before: spread(0.1), after: spread(0.5), speedup: 0.2,
          verdict: .slower, exponentBefore: 1.5, exponentAfter: 2),
        StageComparison(
          name: .pairs, parameter: 0.8, before: spread(0.1), after: spread(0.08), speedup: 1.25,
          verdict: .overlapping),
        StageComparison(
          name: .nearest, parameter: 10, before: spread(1), after: spread(3), speedup: 0.3333,
          verdict: .tooFewRuns),
        StageComparison(
          name: .matrix, parameter: nil, before: spread(1), after: nil, speedup: nil,
          verdict: .notComparable),
      ])
  }()
}
