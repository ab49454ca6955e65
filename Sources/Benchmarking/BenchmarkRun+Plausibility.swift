import AnalysisModel

extension BenchmarkRun {
  /// Longer than anyone waits for a stage: a century, in seconds.
  private static let longestSeconds = 3.2e9

  /// What in these figures no measurement gives, in a few words; nil where there is nothing.
  ///
  /// A file that was written by hand, or damaged, must not pass for a measurement.
  public var implausibility: String? {
    if threads < 1 || runs < 1 { return "it has \(threads) threads and \(runs) runs of a stage" }
    if corpus.documents < 1 || corpus.bytes < 0 || corpus.textBytes < 0 {
      return "it has \(corpus.documents) documents of \(corpus.bytes) bytes"
    }
    if let rate = blas.gigaflops.first(where: { !($0.value > 0 && $0.value.isFinite) || $0.threads < 1 }) {
      return "its BLAS does \(rate.value) GFLOP/s on \(rate.threads) threads"
    }
    for stage in stages where !stage.isPlausible {
      return "the times of its stage \(stage.name.rawValue) are \(stage.seconds.minimum), "
        + "\(stage.seconds.median) and \(stage.seconds.maximum) seconds for \(stage.documents) documents"
    }
    for curve in scaling where !curve.isPlausible {
      return "the growth of its stage \(curve.stage.rawValue) is none of measured times"
    }
    return nil
  }

  fileprivate static func isPlausible(_ seconds: Double) -> Bool { seconds > 0 && seconds <= longestSeconds }
}

extension StageTiming {
  fileprivate var isPlausible: Bool {
    let times = [seconds.minimum, seconds.median, seconds.maximum]
    return documents >= 1 && times.allSatisfy(BenchmarkRun.isPlausible) && times == times.sorted()
      && documentsPerSecond >= 0 && (pairs ?? 0) >= 0 && (gigaflops ?? 0) >= 0
  }
}

extension ScalingCurve {
  fileprivate var isPlausible: Bool {
    points.allSatisfy { $0.documents >= 1 && BenchmarkRun.isPlausible($0.seconds) }
      && (exponent ?? 0).magnitude <= 100 && (standardError ?? 0) >= 0
  }
}
