/// The formats an evaluation can be written in.
public enum EvaluationFormat: String, Sendable, Hashable, CaseIterable {
  /// Plain text for a person at a terminal.
  case terminal
  /// One JSON document with all figures in full precision and all evidence.
  case json
  /// One table: a measure a row; of a calibration a threshold a row.
  case csv
  /// Markdown that renders on GitHub.
  case markdown

  /// The format that a file's extension asks for, upper or lower case, without the dot; nil if it asks for
  /// none.
  public init?(pathExtension: String) {
    guard let format = OutputFormat(pathExtension: pathExtension),
      let same = EvaluationFormat(rawValue: format.rawValue)
    else { return nil }
    self = same
  }
}
