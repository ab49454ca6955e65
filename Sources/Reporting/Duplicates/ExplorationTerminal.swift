import AnalysisModel

/// An exploration for a person at a terminal: tables with bars, then the pairs to look at.
struct ExplorationTerminal {
  private let report: AnalysisReport
  private let context: ReportContext
  private let wording: ExplorationWording
  private let documentCount: Int
  private var text: TerminalText

  /// Columns of a count.
  private static let countWidth = 11
  /// Columns of the threshold with its margin.
  private static let thresholdWidth = 12

  init(_ exploration: DuplicateExploration, _ report: AnalysisReport, _ context: ReportContext) {
    self.report = report
    self.context = context
    wording = ExplorationWording(exploration, report)
    documentCount = exploration.documentCount
    text = TerminalText(width: context.width, usesColour: context.usesColour)
    text.paragraph(wording.heading, prefix: "Refrain  thresholds of ", prefixStyle: .heading)
    text.line()
    text.paragraph(wording.rule, prefix: "  ")
    for table in wording.tables { show(table) }
    next()
  }

  /// The UTF-8 of the text.
  var bytes: [UInt8] { Array(text.output.utf8) }

  private mutating func show(_ table: ExplorationWording.Table) {
    text.heading(table.title, table.fixed)
    let titles = ExplorationWording.columns.map { right($0, width: Self.countWidth) }.joined()
    text.line(text.styled(TextLayout.padded("  at least", width: Self.thresholdWidth) + titles, .dim))
    let room = context.width - Self.thresholdWidth - ExplorationWording.columns.count * Self.countWidth - 2
    for step in table.steps {
      let sign = step.isConfigured ? "> " : "  "
      let name = TextLayout.padded(
        sign + ExplorationWording.threshold(step.threshold), width: Self.thresholdWidth)
      let counts = ExplorationWording.counts(step).map { right($0, width: Self.countWidth) }.joined()
      let bar = room < 8 ? "" : Self.bar(step.removalCount, of: documentCount, width: min(room, 30))
      let styled = step.isConfigured ? text.styled(name, .heading) : name
      text.line(styled + counts + (bar.isEmpty ? "" : "  " + text.styled(bar, .accent)))
    }
    text.line()
    let bands = table.bands
    text.line(bands.isEmpty ? "  No pair is near a threshold." : "  Pairs near the thresholds")
    for band in bands {
      text.line("  " + text.styled(band.name, .heading))
      for pair in band.pairs { show(pair, table.score(pair)) }
    }
  }

  private mutating func show(_ pair: DuplicateExploration.BorderlinePair, _ score: Double) {
    let prefix = "    \(ExplorationWording.score(score))  "
    let width = (context.width - prefix.count - 17) / 2
    let facts = pair.factsDiffer ? ", facts differ" : ""
    text.paragraph("\(id(pair.representative, width)) – \(id(pair.member, width))\(facts)", prefix: prefix)
    guard let difference = pair.differences.first else { return }
    let half = (context.width - 20) / 2
    let left = Excerpt.of(difference.representative, width: half)
    let right = Excerpt.of(difference.other, width: half)
    let removed = left.isEmpty ? "(nothing)" : text.styled("‘\(left)’", .removed)
    let added = right.isEmpty ? "(nothing)" : text.styled("‘\(right)’", .added)
    text.line("            \(removed) → \(added)")
    let rest = pair.differences.count - 1 + pair.differencesOmitted
    if rest > 0 {
      text.line(text.styled("            … and \(Wording.counted(rest, "further difference"))", .dim))
    }
  }

  private mutating func next() {
    text.line()
    text.paragraph(
      "refrain duplicates \(context.shellInputs) --explain A B shows the whole reasoning for two of them.",
      prefix: "  ", style: .dim)
  }

  private func id(_ document: Int, _ width: Int) -> String {
    Label.ofID(report.corpus.documents[document].id, width: max(8, min(width, Label.width)))
  }

  private func right(_ cell: String, width: Int) -> String {
    String(repeating: " ", count: max(1, width - DisplayWidth.of(cell))) + cell
  }

  /// Eighths of a column; something for everything above 0.
  private static func bar(_ part: Int, of whole: Int, width: Int) -> String {
    guard whole > 0, part > 0 else { return "" }
    let eighths = max(1, part * width * 8 / whole)
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}
