import AnalysisModel

extension BenchmarkComparison {
  /// Fewer runs than this give no verdict: of two runs each, spreads often lie apart by chance.
  private static let leastRuns = 3

  /// Compares two runs of the benchmark, stage by stage.
  public init(before: BenchmarkRun, after: BenchmarkRun) {
    var stages: [StageComparison] = []
    for timing in before.stages {
      stages.append(Self.compare(timing, after.timing(like: timing), before, after))
    }
    for timing in after.stages where before.timing(like: timing) == nil {
      stages.append(Self.compare(nil, timing, before, after))
    }
    self.init(
      before: before, after: after, differences: Self.differences(before, after), stages: stages)
  }

  private static func compare(
    _ old: StageTiming?, _ new: StageTiming?, _ before: BenchmarkRun, _ after: BenchmarkRun
  ) -> StageComparison {
    let name = (old ?? new)?.name ?? .read
    let parameter = (old ?? new)?.parameter
    var comparison = StageComparison(
      name: name, parameter: parameter, before: old?.seconds, after: new?.seconds, speedup: nil,
      verdict: .notComparable, exponentBefore: before.exponent(name, parameter),
      exponentAfter: after.exponent(name, parameter))
    guard let old, let new, old.documents == new.documents else { return comparison }
    comparison.speedup = (old.seconds.median / new.seconds.median * 1e4).rounded() / 1e4
    comparison.verdict = verdict(
      old.seconds, new.seconds, hasEnoughRuns: min(before.runs, after.runs) >= leastRuns)
    return comparison
  }

  private static func verdict(
    _ old: TimeSpread, _ new: TimeSpread, hasEnoughRuns: Bool
  ) -> StageComparison.Verdict {
    if new.minimum <= old.maximum && old.minimum <= new.maximum { return .overlapping }
    guard hasEnoughRuns else { return .tooFewRuns }
    return new.maximum < old.minimum ? .faster : .slower
  }

  private static func differences(_ before: BenchmarkRun, _ after: BenchmarkRun) -> [String] {
    var found: [String] = []
    func check<Value: Equatable>(_ what: String, _ old: Value, _ new: Value) {
      if old != new { found.append("\(what): \(old) before, \(new) after") }
    }
    check("Machine", before.machine.cpu, after.machine.cpu)
    check("Cores", before.machine.cores, after.machine.cores)
    check("Memory in bytes", before.machine.memoryBytes, after.machine.memoryBytes)
    check("System", before.machine.system, after.machine.system)
    check("BLAS", before.blas.name, after.blas.name)
    check("BLAS library", before.blas.library ?? "unknown", after.blas.library ?? "unknown")
    check("Threads", before.threads, after.threads)
    check("Swift", before.swift, after.swift)
    check("Documents", before.corpus.documents, after.corpus.documents)
    check("Bytes of text", before.corpus.textBytes, after.corpus.textBytes)
    if before.corpus.documents == after.corpus.documents {
      check("Hash of the texts", before.corpus.fingerprint, after.corpus.fingerprint)
    }
    check("Features", before.corpus.features, after.corpus.features)
    check("Terms", before.corpus.terms, after.corpus.terms)
    check("Values of the vectors", before.corpus.storedValues, after.corpus.storedValues)
    return found
  }
}

extension BenchmarkRun {
  /// The timing of the same stage with the same parameter.
  fileprivate func timing(like other: StageTiming) -> StageTiming? {
    stages.first { $0.name == other.name && $0.parameter == other.parameter }
  }

  fileprivate func exponent(_ stage: BenchmarkStage, _ parameter: Double?) -> Double? {
    scaling.first { $0.stage == stage && $0.parameter == parameter }?.exponent
  }
}
