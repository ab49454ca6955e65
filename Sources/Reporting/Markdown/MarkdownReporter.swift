import AnalysisModel

/// Markdown for GitHub: a summary, tables, and long lists folded into `details` blocks.
struct MarkdownReporter: Reporter {
  static let format = OutputFormat.markdown
  static let purpose = "for GitHub: summary and tables"

  /// How many families, passages, topics and events are listed at most; GitHub cuts long files.
  static let listLimit = 100
  /// How many are in sight before the rest is folded.
  static let openLimit = 20
  /// How many places or members one finding lists at most.
  static let placeLimit = 20

  func render(
    _ report: AnalysisReport, part: ReportPart, context: ReportContext
  ) -> [UInt8] {
    let report = report.restricted(to: part)
    let summary = ReportSummary(report)
    let sections = MarkdownSections(report: report, context: context)
    var text = "# \(Self.title(part))\n\n\(summary.heading).\n\n"
    for sentence in summary.sentences { text += "- \(sentence)\n" }
    text += sections.warnings()
    text += sections.families()
    text += sections.templates()
    text += sections.passages()
    text += sections.clusters()
    text += sections.similarity()
    if part == .report { text += sections.documents() }
    text += "\n---\n\nMade by Refrain \(MarkdownText.inline(context.version)).\n"
    return Array(text.utf8)
  }

  private static func title(_ part: ReportPart) -> String {
    switch part {
    case .report: "What repeats here"
    case .duplicates: "Duplicate documents"
    case .passages: "Repeated passages"
    case .clusters: "Topics and events"
    }
  }
}
