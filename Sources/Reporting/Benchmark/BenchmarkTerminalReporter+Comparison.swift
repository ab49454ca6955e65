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
    let titles = ["before", "after", "speed"].map { layout.right($0, width: 9) }.joined()
    text.line(text.styled((layout.showsVerdicts ? layout.label("") : "  ") + titles, .dim))
    for stage in comparison.stages {
      let speed = stage.speedup.map { "\(BenchmarkWording.hundredths($0))×" } ?? "–"
      let numbers = cell(stage.before, layout) + cell(stage.after, layout) + layout.right(speed, width: 9)
      let label = layout.label(stage.name, stage.parameter)
      let verdict = styled(stage.verdict, text)
      if layout.showsVerdicts {
        text.line(label + numbers + "  " + verdict)
      } else {
        text.line(label + verdict)
        text.line("  " + numbers)
      }
    }
    growth(comparison, layout, to: &text)
    text.line()
    text.paragraph(BenchmarkWording.verdictRule, prefix: "  ", style: .dim)
  }

  private func warn(of differences: [String], to text: inout TerminalText) {
    guard !differences.isEmpty else { return }
    text.line()
    text.paragraph("WARNING: these runs differ in more than the code", prefix: "  ", style: .removed)
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
