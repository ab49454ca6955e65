import AnalysisModel
import Execution

/// Runs stages and takes their time.
struct StageTimer: Sendable {
  /// How many runs are timed, after one to warm up.
  let runs: Int
  /// 10⁹ Float32 operations a second that the BLAS reaches by itself.
  let peakGigaflops: Double?
  let progress: ProgressHandler?

  /// Times a stage.
  ///
  /// - Throws: what the stage throws; `RefrainError` where two runs did different work.
  func time(_ stage: any TimedStage) async throws -> StageTiming {
    var seconds: [Double] = []
    report(stage, 0)
    var outcome: StageOutcome? = try await stage.run()
    guard let work = outcome?.work else { preconditionFailure("a stage ran without an outcome") }
    // Freed before the next run, which would otherwise need memory for both.
    outcome = nil
    let canTellMemory = PeakMemory.reset()
    for run in 1...runs {
      report(stage, run)
      let clock = ContinuousClock.now
      outcome = try await stage.run()
      seconds.append((ContinuousClock.now - clock) / .seconds(1))
      if outcome?.work != work {
        throw RefrainError(
          "two runs of the stage \(stage.name.rawValue) did different work",
          remedy: "files that do not change while they are read")
      }
      outcome = nil
    }
    var timing = timing(of: stage, work, TimeSpread(of: seconds))
    timing.peakMemoryBytes = canTellMemory ? PeakMemory.bytes : nil
    return timing
  }

  private func timing(of stage: any TimedStage, _ work: StageWork, _ seconds: TimeSpread) -> StageTiming {
    func rate(_ amount: Double) -> Double { Self.rounded(amount / seconds.median) }
    var timing = StageTiming(
      name: stage.name, parameter: stage.parameter, documents: work.documents, seconds: seconds,
      documentsPerSecond: rate(Double(work.documents)))
    timing.megabytesPerSecond = work.bytes.map { rate(Double($0) / 1e6) }
    timing.storedValuesPerSecond = work.storedValues.map { rate(Double($0)) }
    timing.pairsPerSecond = work.decidedPairs.map { rate(Double($0)) }
    timing.pairs = work.foundPairs
    timing.gigaflops = work.operations.map { rate($0 / 1e9) }
    if let gigaflops = timing.gigaflops, let peakGigaflops {
      timing.shareOfPeak = Self.rounded(gigaflops / peakGigaflops)
    }
    return timing
  }

  private func report(_ stage: any TimedStage, _ run: Int) {
    let parameter = stage.parameter.map { " \($0.formatted)" } ?? ""
    progress?(
      AnalysisProgress(stage: "timing \(stage.name.rawValue)\(parameter)", completed: run, total: runs + 1))
  }

  /// Four decimals: more would be noise.
  private static func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
}

extension TimeSpread {
  /// The spread of times in seconds, rounded to microseconds, at least one.
  init(of seconds: [Double]) {
    let sorted = seconds.map { max(1e-6, ($0 * 1e6).rounded() / 1e6) }.sorted()
    precondition(!sorted.isEmpty, "no times")
    let middle = sorted.count / 2
    let median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    self.init(minimum: sorted[0], median: median, maximum: sorted[sorted.count - 1])
  }
}

extension Double {
  /// `0.5`, `10`: whole numbers without a point.
  fileprivate var formatted: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
