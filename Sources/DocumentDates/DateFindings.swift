import AnalysisModel

/// What is known about the dates of all documents, and what a user should know about their date fields.
public struct DateFindings: Sendable, Hashable {
  /// One entry a document, in document order.
  public var datings: [DocumentDating]
  /// At most one warning a kind of problem, with counts and examples: declared dates that cannot be read, and
  /// declared dates of which only the year is certain.
  public var warnings: [DataWarning]

  /// Findings of one run.
  public init(datings: [DocumentDating], warnings: [DataWarning]) {
    self.datings = datings
    self.warnings = warnings
  }
}
