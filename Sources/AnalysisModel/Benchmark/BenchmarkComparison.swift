/// Two runs of the benchmark side by side.
public struct BenchmarkComparison: Sendable, Hashable {
  /// The earlier run.
  public var before: BenchmarkRun
  /// The later run.
  public var after: BenchmarkRun
  /// What the runs do not have in common, one sentence each: with any of these, ratios compare more than the
  /// code.
  public var differences: [String]
  /// Every stage of either run: those of the earlier run in its order, then those that only the later one
  /// has.
  public var stages: [StageComparison]

  /// A comparison.
  public init(
    before: BenchmarkRun, after: BenchmarkRun, differences: [String], stages: [StageComparison]
  ) {
    self.before = before
    self.after = after
    self.differences = differences
    self.stages = stages
  }
}

/// One stage in two runs.
public struct StageComparison: Sendable, Hashable {
  /// The stage.
  public var name: BenchmarkStage
  /// As in `StageTiming`.
  public var parameter: Double?
  /// The times before; nil where the stage was not timed.
  public var before: TimeSpread?
  /// The times after; nil where the stage was not timed.
  public var after: TimeSpread?
  /// Median time before / median time after: above 1 where the later run is faster.
  public var speedup: Double?
  /// What can be said.
  public var verdict: Verdict
  /// The exponent of growth before, where one was fitted.
  public var exponentBefore: Double?
  /// The exponent of growth after, where one was fitted.
  public var exponentAfter: Double?

  /// A stage in two runs.
  public init(
    name: BenchmarkStage, parameter: Double?, before: TimeSpread?, after: TimeSpread?, speedup: Double?,
    verdict: Verdict, exponentBefore: Double? = nil, exponentAfter: Double? = nil
  ) {
    self.name = name
    self.parameter = parameter
    self.before = before
    self.after = after
    self.speedup = speedup
    self.verdict = verdict
    self.exponentBefore = exponentBefore
    self.exponentAfter = exponentAfter
  }

  /// What can be said of a stage.
  public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// Every run after was shorter than every run before.
    case faster
    /// Every run after was longer than every run before.
    case slower
    /// The spreads overlap: the runs do not tell a difference.
    case overlapping
    /// The spreads lie apart, but one of them is of fewer than three runs.
    case tooFewRuns = "too-few-runs"
    /// The stage is in one of the runs only, or worked on another number of documents.
    case notComparable = "not-comparable"
  }
}
