import AnalysisModel

extension BenchmarkTerminalReporter {
  /// Two runs: first whether they can be compared at all, then stage by stage.
  func render(
    _ comparison: BenchmarkComparison, _ layout: BenchmarkTerminalLayout, to text: inout TerminalText
  ) {
    text.paragraph(
      "\(BenchmarkWording.corpus(comparison.before.corpus)), before and after",
      prefix: "Refrain benchmark  ", prefixStyle: .heading)
    warn(of: comparison.differences, to: &text)
    text.heading("Stages", "seconds before and after, medians")
    let ratioWidth = 9
    text.line(
      text.styled(
        layout.label("") + layout.right("before", width: 9) + layout.right("after", width: 9)
          + layout.right("speed", width: ratioWidth), .dim))
    for stage in comparison.stages {
      let line =
        layout.label(stage.name, stage.parameter) + cell(stage.before, layout) + cell(stage.after, layout)
        + layout.right(stage.speedup.map { "\(BenchmarkWording.hundredths($0))×" } ?? "–", width: ratioWidth)
      text.line(line + "  " + styled(stage.verdict, text))
    }
    growth(comparison, layout, to: &text)
    text.line()
    text.paragraph(BenchmarkWording.verdictRule, prefix: "  ", style: .dim)
  }

  private func warn(of differences: [String], to text: inout TerminalText) {
    guard !differences.isEmpty else { return }
    text.line()
    text.line(text.styled("  WARNING: these runs differ in more than the code", .removed))
    for difference in differences { text.paragraph(VisibleText.line(difference), prefix: "    ") }
  }

  private func growth(
    _ comparison: BenchmarkComparison, _ layout: BenchmarkTerminalLayout, to text: inout TerminalText
  ) {
    let stages = comparison.stages.filter { $0.exponentBefore != nil || $0.exponentAfter != nil }
    guard !stages.isEmpty else { return }
    text.heading("Growth", "exponent before and after")
    for stage in stages {
      let cells = [stage.exponentBefore, stage.exponentAfter].map { exponent in
        layout.right(exponent.map(BenchmarkWording.hundredths) ?? "–", width: 9)
      }
      text.line(layout.label(stage.name, stage.parameter) + cells.joined())
    }
  }

  private func cell(_ spread: TimeSpread?, _ layout: BenchmarkTerminalLayout) -> String {
    layout.right(spread.map { BenchmarkWording.number($0.median) } ?? "–", width: 9)
  }

  private func styled(_ verdict: StageComparison.Verdict, _ text: TerminalText) -> String {
    let words = BenchmarkWording.verdict(verdict)
    return switch verdict {
    case .faster: text.styled(words, .added)
    case .slower: text.styled(words, .removed)
    default: text.styled(words, .dim)
    }
  }
}
