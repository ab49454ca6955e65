import AnalysisModel

/// One stage with its input in memory, ready to be run again and again: what a kind of work must offer to be
/// timed.
///
/// A new kind of input (dense vectors, say) is a new conforming type; `StageTimer` does the rest.
protocol TimedStage: Sendable {
  /// The stage's name.
  var name: BenchmarkStage { get }
  /// As in `StageTiming`.
  var parameter: Double? { get }

  /// Does the work once; the clock runs from call to return.
  func run() async throws -> StageOutcome
}

/// What one run of a stage did.
struct StageOutcome: Sendable {
  /// The work in numbers.
  var work: StageWork
  /// What was made; held until the clock has stopped, so that freeing it is not timed.
  var product: (any Sendable)?
}

/// The work of a stage in numbers: the same in every run, or something is wrong.
struct StageWork: Sendable, Equatable {
  /// Documents or rows.
  var documents: Int
  /// Bytes read or cut into tokens.
  var bytes: Int?
  /// Values of the vectors that were made.
  var storedValues: Int?
  /// Pairs of documents that were decided, found or not.
  var decidedPairs: Int?
  /// Pairs that were found.
  var foundPairs: Int?
  /// Float32 operations of one matrix product.
  var operations: Double?
}
