import AnalysisModel

/// Writes an evaluation in one format.
///
/// Rendering is a pure function, as with `Reporter`.
public protocol EvaluationReporter: Sendable {
  /// The format this reporter writes.
  static var format: EvaluationFormat { get }

  /// The UTF-8 of the report, ending with a line feed.
  func render(_ report: EvaluationReport, context: ReportContext) -> [UInt8]
}

/// All reporters of evaluations: the one place that lookup and tests go by.
public enum EvaluationReporters {
  /// The reporter of a format.
  public static func reporter(for format: EvaluationFormat) -> any EvaluationReporter {
    switch format {
    case .terminal: EvaluationTerminalReporter()
    case .json: EvaluationJSONReporter()
    case .csv: EvaluationCSVReporter()
    case .markdown: EvaluationMarkdownReporter()
    }
  }
}
