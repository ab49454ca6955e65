import AnalysisModel

/// What a person reads: a summary, the findings with excerpts, a picture, and what to do next.
///
/// Long lists are cut to the heaviest findings and say so; control characters out of documents are shown as signs.
struct TerminalReporter: Reporter {
  static let format = OutputFormat.terminal
  static let purpose = "for a person, long lists cut"

  /// How many families, passages, topics and events a person is shown at most.
  static let listLimit = 20
  /// How many places, members or documents one finding shows at most.
  static let placeLimit = 8

  func render(
    _ report: AnalysisReport, part: ReportPart, context: ReportContext
  ) -> [UInt8] {
    let report = report.restricted(to: part)
    let summary = ReportSummary(report)
    var text = TerminalText(width: context.width, usesColour: context.usesColour)
    text.paragraph(summary.heading, prefix: "Refrain  ", prefixStyle: .heading)
    text.line()
    for sentence in summary.sentences { text.paragraph(sentence, prefix: "  ") }
    warnings(report.corpus.warnings, to: &text)
    let sections = TerminalSections(report: report, part: part, context: context)
    sections.families(to: &text)
    sections.templates(to: &text)
    sections.passages(to: &text)
    sections.clusters(to: &text)
    sections.similarity(to: &text)
    if part == .report { sections.nextSteps(to: &text) }
    return Array(text.output.utf8)
  }

  private func warnings(_ warnings: [DataWarning], to text: inout TerminalText) {
    guard !warnings.isEmpty else { return }
    text.heading("Warnings about the data")
    for warning in warnings.prefix(Self.listLimit) {
      text.paragraph(DataWarningWording.describe(warning), prefix: "  ")
    }
    let omitted = warnings.count - Self.listLimit
    if omitted > 0 {
      text.paragraph("… and \(Wording.grouped(omitted)) more: --format json lists all.", prefix: "  ")
    }
  }
}
