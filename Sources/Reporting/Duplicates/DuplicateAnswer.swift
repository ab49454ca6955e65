import AnalysisModel

/// The answer to a question about duplicates other than which ones there are.
public enum DuplicateAnswer: Sendable {
  /// Why two documents are or are not duplicates.
  case explanation(DuplicateExplanation)
  /// What other thresholds would make of the corpus.
  case exploration(DuplicateExploration)

  /// The formats that can hold the answer.
  public var formats: [OutputFormat] {
    switch self {
    case .explanation: Self.explanationFormats
    case .exploration: Self.explorationFormats
    }
  }

  /// The formats of an explanation.
  public static let explanationFormats: [OutputFormat] = [.terminal, .json, .markdown]
  /// The formats of an exploration.
  public static let explorationFormats: [OutputFormat] = [.terminal, .json, .csv, .markdown]

  /// The UTF-8 of the answer, ending with a line feed.
  ///
  /// Rendering is a pure function, as with `Reporter`.
  ///
  /// - Parameters:
  ///   - report: the corpus, the configuration and, for an explanation, the families.
  ///   - format: one of `formats`.
  ///   - context: version, paths, width and colour.
  /// - Throws: `RefrainError` where the format cannot hold the answer.
  public func render(
    of report: AnalysisReport, format: OutputFormat, context: ReportContext
  ) throws -> [UInt8] {
    switch (self, format) {
    case (.explanation(let explanation), .terminal):
      return ExplanationTerminal(explanation, report, context).bytes
    case (.explanation(let explanation), .json): return ExplanationJSON(explanation, report, context).bytes
    case (.explanation(let explanation), .markdown):
      return ExplanationMarkdown(explanation, report, context).bytes
    case (.exploration(let exploration), .terminal):
      return ExplorationTerminal(exploration, report, context).bytes
    case (.exploration(let exploration), .json): return ExplorationJSON(exploration, report, context).bytes
    case (.exploration(let exploration), .csv): return ExplorationCSV(exploration).bytes
    case (.exploration(let exploration), .markdown):
      return ExplorationMarkdown(exploration, report, context).bytes
    default: throw Self.unsupported(format, formats)
    }
  }

  /// The error for a format that cannot hold an answer.
  public static func unsupported(_ format: OutputFormat, _ formats: [OutputFormat]) -> RefrainError {
    RefrainError(
      "this answer has no form in \(format.rawValue)",
      remedy: "--format \(formats.map(\.rawValue).joined(separator: ", "))")
  }
}
