/// All reporters: the one place that lookup, help texts and tests go by.
public enum ReporterRegistry {
  /// One reporter for every output format, in the order of `OutputFormat`.
  public static let all: [any Reporter] = OutputFormat.allCases.map(reporter)

  /// The reporter of a format.
  public static func reporter(for format: OutputFormat) -> any Reporter {
    switch format {
    case .terminal: TerminalReporter()
    case .json: JSONReporter()
    case .jsonl: JSONLinesReporter()
    case .csv: CSVReporter()
    case .markdown: MarkdownReporter()
    case .html: HTMLReporter()
    case .sarif: SARIFReporter()
    case .github: GitHubReporter()
    }
  }

  /// `terminal (for a person), json (…)`: the formats with what they are good for.
  public static var helpText: String {
    all.map { "\($0.format.rawValue) (\($0.purpose))" }.joined(separator: ", ")
  }
}
