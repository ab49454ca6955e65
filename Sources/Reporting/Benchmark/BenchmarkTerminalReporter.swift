import AnalysisModel

/// What a person reads: the machine, the stages with bars, the growth, and what to know about the figures.
struct BenchmarkTerminalReporter: BenchmarkReporter {
  static let format = BenchmarkFormat.terminal

  func render(_ findings: BenchmarkFindings, context: ReportContext) -> [UInt8] {
    var text = TerminalText(width: context.width, usesColour: context.usesColour)
    let layout = BenchmarkTerminalLayout(width: context.width, usesUnicode: context.usesUnicode)
    switch findings {
    case .run(let run): render(run, layout, to: &text)
    case .comparison(let comparison): render(comparison, layout, to: &text)
    }
    return Array((context.usesUnicode ? text.output : ASCIIText.of(text.output)).utf8)
  }

  private func render(_ run: BenchmarkRun, _ layout: BenchmarkTerminalLayout, to text: inout TerminalText) {
    text.paragraph(BenchmarkWording.corpus(run.corpus), prefix: "Refrain benchmark  ", prefixStyle: .heading)
    text.line()
    for fact in BenchmarkTable.facts(run) where fact.label != "Corpus" {
      text.paragraph(fact.text, prefix: TextLayout.padded("  \(fact.label)", width: 11))
    }
    rates(run, layout, to: &text)
    stages(run, layout, to: &text)
    scaling(run, layout, to: &text)
    text.heading("What to know")
    for note in run.notes { text.paragraph(VisibleText.line(note), prefix: "  ") }
    text.paragraph(BenchmarkWording.method, prefix: "  ", style: .dim)
  }

  private func rates(_ run: BenchmarkRun, _ layout: BenchmarkTerminalLayout, to text: inout TerminalText) {
    text.heading("Matrix products", "GFLOP/s of the BLAS, best of several")
    let largest = run.blas.gigaflops.map(\.value).max() ?? 0
    for rate in run.blas.gigaflops {
      let name = rate.precision == .float32 ? "Float32" : "Float64"
      let label = TextLayout.padded(
        "  \(name), \(BenchmarkWording.threads(rate.threads))", width: BenchmarkTerminalLayout.labelWidth + 8)
      text.line(
        label + layout.right(BenchmarkWording.number(rate.value), width: 8) + "  "
          + text.styled(layout.bar(rate.value, of: largest, width: layout.rateBarWidth), .accent))
    }
  }

  private func stages(_ run: BenchmarkRun, _ layout: BenchmarkTerminalLayout, to text: inout TerminalText) {
    text.heading("Stages", "median, least–most of \(Wording.counted(run.runs, "run"))")
    let longest = run.stages.map(\.seconds.median).max() ?? 0
    for timing in run.stages {
      let times = BenchmarkWording.times(timing.seconds)
      var line = layout.label(timing.name, timing.parameter) + layout.right(times.median, width: 8)
      let bar = layout.bar(timing.seconds.median, of: longest, width: BenchmarkTerminalLayout.barWidth)
      let rates = layout.rates(timing)
      if layout.showsBars {
        let padded = rates.fits ? TextLayout.padded(bar, width: BenchmarkTerminalLayout.barWidth) : bar
        line += "  " + text.styled(TextLayout.padded(times.range, width: 13), .dim)
        line += text.styled(padded, .accent)
      }
      if rates.fits {
        text.line(line + "  " + rates.text)
      } else {
        text.line(String(line.reversed().drop { $0 == " " }.reversed()))
        text.paragraph(rates.text, prefix: "    ")
      }
    }
  }

  private func scaling(_ run: BenchmarkRun, _ layout: BenchmarkTerminalLayout, to text: inout TerminalText) {
    guard !run.scaling.isEmpty else { return }
    text.heading("Growth", "seconds by documents; they grow as documents^exponent")
    let table = BenchmarkTable.scaling(run)
    // The largest sizes tell most, so those are kept where the width is short.
    let columns = Array(table.titles.indices.dropFirst().dropLast().suffix(layout.scalingColumns))
    func row(_ cells: [String], name: String) -> String {
      name + columns.map { layout.right(cells[$0], width: 10) }.joined()
        + layout.right(cells[cells.count - 1], width: BenchmarkTerminalLayout.exponentWidth)
    }
    text.line(text.styled(row(table.titles, name: layout.label("")), .dim))
    for (curve, cells) in zip(run.scaling, table.rows) {
      text.line(row(cells, name: layout.label(curve.stage, curve.parameter)))
    }
  }
}
