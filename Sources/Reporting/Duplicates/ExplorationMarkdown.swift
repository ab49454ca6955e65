import AnalysisModel

/// An exploration as Markdown for GitHub.
struct ExplorationMarkdown {
  private let report: AnalysisReport
  private let context: ReportContext
  private let wording: ExplorationWording

  init(_ exploration: DuplicateExploration, _ report: AnalysisReport, _ context: ReportContext) {
    self.report = report
    self.context = context
    wording = ExplorationWording(exploration, report)
  }

  /// The UTF-8 of the text.
  var bytes: [UInt8] {
    var text = "# Thresholds for duplicates\n\n\(wording.heading).\n\n\(MarkdownText.inline(wording.rule))\n"
    for table in wording.tables {
      text += "\n## \(MarkdownText.inline(table.title)), \(MarkdownText.inline(table.fixed))\n\n"
      text += steps(table) + pairs(table)
    }
    text += "\n---\n\nMade by Refrain \(MarkdownText.inline(context.version)).\n"
    return Array(text.utf8)
  }

  private func steps(_ table: ExplorationWording.Table) -> String {
    MarkdownText.header(
      ["At least", "Families", "Documents", "Removed", "Largest"], numbers: [0, 1, 2, 3, 4])
      + table.steps.map { step in
        let threshold = ExplorationWording.threshold(step.threshold)
        return MarkdownText.row(
          [step.isConfigured ? "**\(threshold)**" : threshold] + ExplorationWording.counts(step))
      }.joined()
  }

  private func pairs(_ table: ExplorationWording.Table) -> String {
    let rows = table.bands.flatMap { band in
      band.pairs.map { pair in
        MarkdownText.row([
          band.name, ExplorationWording.score(table.score(pair)), id(pair.representative), id(pair.member),
          differences(pair),
        ])
      }
    }
    if rows.isEmpty { return "\nNo pair is near a threshold.\n" }
    return "\n"
      + MarkdownText.header(
        ["Between", "Score", "Representative", "Document", "What differs"], numbers: [0, 1])
      + rows.joined()
  }

  private func id(_ document: Int) -> String {
    MarkdownText.code(Label.ofID(report.corpus.documents[document].id))
  }

  private func differences(_ pair: DuplicateExploration.BorderlinePair) -> String {
    var lines = pair.differences.map { difference in
      let left = MarkdownText.inline(Excerpt.of(difference.representative, width: 60))
      let right = MarkdownText.inline(Excerpt.of(difference.other, width: 60))
      return "\(left.isEmpty ? "(nothing)" : left) → \(right.isEmpty ? "(nothing)" : right)"
    }
    if pair.factsDiffer { lines.insert("facts differ", at: 0) }
    if pair.differencesOmitted > 0 {
      lines.append("… and \(Wording.counted(pair.differencesOmitted, "further difference"))")
    }
    return lines.joined(separator: "<br>")
  }
}
