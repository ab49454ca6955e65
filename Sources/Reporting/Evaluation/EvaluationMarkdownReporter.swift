import AnalysisModel

/// Markdown for GitHub: tables, then what is wrong.
struct EvaluationMarkdownReporter: EvaluationReporter {
  static let format = EvaluationFormat.markdown

  func render(_ report: EvaluationReport, context: ReportContext) -> [UInt8] {
    let page = EvaluationPage(report)
    var text = "# Evaluation\n\n\(MarkdownText.inline(page.heading)).\n\n"
    text +=
      "\(report.found.map { MarkdownText.code($0) }.joined(separator: " ")) against "
      + "\(MarkdownText.code(report.gold))\n"
    if !page.sentences.isEmpty { text += "\n" }
    for sentence in page.sentences { text += "- \(MarkdownText.inline(sentence))\n" }
    for table in page.tables {
      text += "\n## \(MarkdownText.inline(table.title))\n\n"
      if !table.detail.isEmpty && table.bars == nil { text += "\(MarkdownText.inline(table.detail))\n\n" }
      text += MarkdownText.header(table.columns, numbers: Set(table.columns.indices.dropFirst()))
      text += table.rows.map { MarkdownText.row($0.map { MarkdownText.inline($0) }) }.joined()
    }
    for list in page.lists { text += section(list) }
    text += "\n## How to read this\n\n"
    for note in page.notes { text += "\(MarkdownText.inline(note))\n\n" }
    text += "---\n\nMade by Refrain \(MarkdownText.inline(context.version)).\n"
    return Array(text.utf8)
  }

  private func section(_ list: EvaluationPage.List) -> String {
    var text = "\n## \(MarkdownText.inline(list.title))\n\n"
    for item in list.items {
      text += "- \(MarkdownText.inline(item.head))\n"
      for line in item.lines { text += "  - \(MarkdownText.inline(line))\n" }
    }
    if list.omitted > 0 {
      text += "\n… and \(Wording.grouped(list.omitted)) more: `--format json` lists all.\n"
    }
    return text
  }
}
