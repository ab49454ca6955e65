import AnalysisModel

/// Which findings of a report are written: those of one command.
public enum ReportPart: String, Sendable, Hashable, CaseIterable {
  /// Everything that ran (`refrain report`).
  case report
  /// Families of duplicate documents (`refrain duplicates`).
  case duplicates
  /// Repeated passages (`refrain passages`).
  case passages
  /// Topics and events (`refrain clusters`).
  case clusters
}

extension AnalysisReport {
  /// The report with the findings of one command only, and of those what is new where there is a baseline.
  ///
  /// - Precondition: the findings of that command are there.
  func restricted(to part: ReportPart) -> AnalysisReport { withFindings(of: part).newFindings }

  /// The report with all findings of one command, known or new.
  ///
  /// - Precondition: the findings of that command are there.
  func withFindings(of part: ReportPart) -> AnalysisReport {
    var report = self
    switch part {
    case .report: return self
    case .duplicates: precondition(duplicates != nil, "the report has no duplicate findings to write")
    case .passages: precondition(passages != nil, "the report has no passage findings to write")
    case .clusters: precondition(clusters != nil, "the report has no cluster findings to write")
    }
    if part != .duplicates { report.duplicates = nil }
    if part != .passages { report.passages = nil }
    if part != .clusters {
      report.clusters = nil
      report.dates = nil
    }
    report.similarity = nil
    report.baseline = baseline?.restricted(to: report.findingKinds)
    return report
  }
}
