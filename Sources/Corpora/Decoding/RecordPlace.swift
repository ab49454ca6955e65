import AnalysisModel

/// Where a record stands, counted from the start of what is being decoded; for errors and for origins.
struct RecordPlace {
  var path: String
  var record: Int
  var line: Int
  /// The record's bytes in the file.
  var bytes: Range<Int>

  /// An error about this record.
  func error(_ problem: String, remedy: String) -> RefrainError {
    RefrainError(problem, path: path, line: line, record: record, remedy: remedy)
  }

  /// The remedy for a record that is broken by itself.
  static let correctOrSkip = "correct the record, or --on-error skip to leave such records out"
}
