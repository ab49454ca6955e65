import AnalysisModel

/// What a benchmark has to tell.
public enum BenchmarkFindings: Sendable, Hashable {
  /// One run.
  case run(BenchmarkRun)
  /// Two runs side by side.
  case comparison(BenchmarkComparison)
}

/// Writes a benchmark in one format.
///
/// Rendering is a pure function, as with `Reporter`: what differs from run to run are the figures that come
/// in.
public protocol BenchmarkReporter: Sendable {
  /// The format this reporter writes.
  static var format: BenchmarkFormat { get }

  /// The UTF-8 of the findings, ending with a line feed.
  ///
  /// - Throws: `RefrainError` where the format cannot hold them.
  func render(_ findings: BenchmarkFindings, context: ReportContext) throws -> [UInt8]
}

/// All reporters of benchmarks: the one place that lookup and tests go by.
public enum BenchmarkReporters {
  /// The reporter of a format.
  public static func reporter(for format: BenchmarkFormat) -> any BenchmarkReporter {
    switch format {
    case .terminal: BenchmarkTerminalReporter()
    case .json: BenchmarkJSONReporter()
    case .csv: BenchmarkCSVReporter()
    case .markdown: BenchmarkMarkdownReporter()
    case .html: BenchmarkHTMLReporter()
    case .svg: BenchmarkSVGReporter()
    }
  }
}
