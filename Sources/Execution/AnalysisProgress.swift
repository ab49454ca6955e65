/// A step of a run, reported while it happens. Engines never print: they hand these to a handler.
public struct AnalysisProgress: Sendable, Hashable {
  /// What is being done, for a person: "comparing documents".
  public var stage: String
  /// How many units are done.
  public var completed: Int
  /// How many there are; nil where that is unknown.
  public var total: Int?

  /// A step.
  public init(stage: String, completed: Int, total: Int? = nil) {
    self.stage = stage
    self.completed = completed
    self.total = total
  }
}

/// Receives the steps of a run, on any thread.
public typealias ProgressHandler = @Sendable (AnalysisProgress) -> Void
