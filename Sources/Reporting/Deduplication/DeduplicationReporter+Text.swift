import AnalysisModel

// MARK: For a person at a terminal

extension DeduplicationReporter {
  var terminal: String {
    var text = TerminalText(width: context.width, usesColour: context.usesColour)
    text.paragraph(summary.account, prefix: "Refrain  ", prefixStyle: .heading)
    if isPlan { text.paragraph("A dry run: nothing is written.", prefix: "  ") }
    for alarm in summary.alarms {
      text.paragraph("Warning: \(alarm).", prefix: "  ", style: .removed)
    }
    sources(to: &text)
    removals(to: &text)
    return text.output
  }

  private func sources(to text: inout TerminalText) {
    let table = summary.sourceTable
    guard !table.isEmpty else { return }
    text.heading("What each source loses")
    for line in table { text.line("  " + TextLayout.truncated(line, width: context.width - 2)) }
  }

  private func removals(to text: inout TerminalText) {
    guard !report.removals.isEmpty else { return }
    let list = Shortlist(groups, limit: TerminalReporter.listLimit) { $0.removals.count }
    text.heading(
      isPlan ? "What would go" : "What went",
      Wording.counted(report.removals.count, "document")
        + (list.omitted > 0 ? ", the \(list.shown.count) keepers with the most" : ""))
    for group in list.shown {
      let keeper = Label.ofID(group.keeper.id, width: min(context.width - 10, Label.width))
      text.line("  \(text.styled("kept", .heading))  \(keeper)" + referenceMark(group.removals))
      for removal in group.removals.prefix(TerminalReporter.placeLimit) {
        let reason = DeduplicationSummary.reason(removal.evidence)
        let width = max(16, context.width - 8 - DisplayWidth.of(reason))
        text.line("    \(id(of: removal, width: min(width, Label.width)))  \(text.styled(reason, .dim))")
      }
      let rest = group.removals.count - TerminalReporter.placeLimit
      if rest > 0 { text.line("    … and \(Wording.counted(rest, "further document"))") }
    }
    if list.omitted > 0 {
      text.paragraph(
        "… and \(Wording.counted(list.omitted, "further keeper")): "
          + (isPlan ? "--format jsonl lists all." : "--removed FILE lists all."), prefix: "  ")
    }
  }

  private func referenceMark(_ removals: [Removal]) -> String {
    if case .reference? = removals.first?.keeper { return "  (reference)" }
    return ""
  }
}

// MARK: For GitHub

extension DeduplicationReporter {
  var markdown: String {
    var text = "# Duplicates \(isPlan ? "to be removed" : "removed")\n\n\(summary.account).\n"
    if !summary.alarms.isEmpty {
      text += "\n" + summary.alarms.map { "- **Warning:** \(MarkdownText.inline($0)).\n" }.joined()
    }
    if report.sources.count > 1 {
      text +=
        "\n## What each source loses\n\n"
        + MarkdownText.header(
          ["Source", "Read", "Kept", "Removed", "Share", ""], numbers: [1, 2, 3, 4])
      for row in summary.sourceRows {
        text += MarkdownText.row(
          [MarkdownText.code(row.cells[0])] + row.cells.dropFirst() + [row.isUnusual ? "unusual" : ""])
      }
      let omitted = report.sources.count - summary.sourceRows.count
      if omitted > 0 { text += "\n… and \(Wording.counted(omitted, "further source")).\n" }
    }
    if !report.removals.isEmpty { text += removalTable }
    return text + "\n---\n\nMade by Refrain \(MarkdownText.inline(context.version)).\n"
  }

  private var removalTable: String {
    let shown = report.removals.prefix(MarkdownReporter.listLimit)
    var text =
      "\n## \(isPlan ? "What would go" : "What went")\n\n"
      + MarkdownText.header(["Document", "Reason", "Kept instead"])
    for removal in shown {
      let keeper = MarkdownText.code(Label.ofID(report.keeper(of: removal).id))
      text += MarkdownText.row([
        MarkdownText.code(id(of: removal)), DeduplicationSummary.reason(removal.evidence),
        keeper + referenceMark([removal]),
      ])
    }
    let omitted = report.removals.count - shown.count
    if omitted > 0 {
      text += "\n… and \(Wording.grouped(omitted)) more: \(MarkdownText.code("--removed FILE")) lists all.\n"
    }
    return text
  }
}
