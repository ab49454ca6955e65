import AnalysisModel

/// What a person reads: the figures, then what is wrong.
struct EvaluationTerminalReporter: EvaluationReporter {
  static let format = EvaluationFormat.terminal

  func render(_ report: EvaluationReport, context: ReportContext) -> [UInt8] {
    let page = EvaluationPage(report)
    var text = TerminalText(width: context.width, usesColour: context.usesColour)
    text.paragraph(page.heading, prefix: "Refrain evaluate  ", prefixStyle: .heading)
    let files =
      "\(VisibleText.line(report.found.joined(separator: " "))) against \(VisibleText.line(report.gold))"
    text.paragraph(files, prefix: "  ", style: .dim)
    for (position, sentence) in page.sentences.enumerated() {
      if position == 0 { text.line() }
      text.paragraph(sentence, prefix: "  ")
    }
    for table in page.tables {
      text.heading(table.title, table.detail)
      EvaluationTerminalTable(table, context: context).write(to: &text)
    }
    for list in page.lists { write(list, to: &text) }
    text.heading("How to read this")
    for note in page.notes { text.paragraph(note, prefix: "  ", style: .dim) }
    return Array(text.output.utf8)
  }

  private func write(_ list: EvaluationPage.List, to text: inout TerminalText) {
    text.heading(list.title, list.detail)
    for item in list.items {
      text.paragraph(item.head, prefix: "  ")
      for line in item.lines { text.paragraph(line, prefix: "    ", style: .dim) }
    }
    if list.omitted > 0 {
      text.paragraph("… and \(Wording.grouped(list.omitted)) more: --format json lists all", prefix: "  ")
    }
  }
}
