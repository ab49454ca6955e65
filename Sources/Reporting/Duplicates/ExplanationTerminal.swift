import AnalysisModel

/// An explanation for a person at a terminal: nothing is cut.
struct ExplanationTerminal {
  private let explanation: DuplicateExplanation
  private let report: AnalysisReport
  private let wording: ExplanationWording
  private var text: TerminalText

  init(_ explanation: DuplicateExplanation, _ report: AnalysisReport, _ context: ReportContext) {
    self.explanation = explanation
    self.report = report
    wording = ExplanationWording(explanation, report)
    text = TerminalText(width: context.width, usesColour: context.usesColour)
    text.line(text.styled("Refrain  why two documents are, or are not, duplicates", .heading))
    text.line()
    sides()
    verdict()
    rules()
    families()
    differences()
    passages()
  }

  /// The UTF-8 of the text.
  var bytes: [UInt8] { Array(text.output.utf8) }

  private mutating func sides() {
    for (label, side) in zip(["A", "B"], explanation.sides) {
      let document = report.corpus.documents[side.document]
      let title = document.title.map { "  " + Label.of($0) } ?? ""
      text.paragraph(Label.ofID(document.id) + title, prefix: "  \(label)  ", prefixStyle: .heading)
      text.paragraph(wording.sizes(side), prefix: "     ", style: .dim)
    }
    text.paragraph(wording.shared, prefix: "     ")
    text.paragraph(wording.shingleRule, prefix: "     ", style: .dim)
  }

  private mutating func verdict() {
    text.heading("Verdict")
    for sentence in wording.verdict { text.paragraph(sentence, prefix: "  ") }
  }

  private mutating func rules() {
    text.heading("Rules", "in the order in which they are tried; the first that holds decides")
    let names = explanation.checks.map { wording.name($0.rule) }
    let column = names.map(\.count).max() ?? 0
    for (check, name) in zip(explanation.checks, names) {
      let prefix = "  \(check.holds ? "yes" : "no ")  \(TextLayout.padded(name, width: column))  "
      text.paragraph(wording.outcome(check), prefix: prefix, prefixStyle: check.holds ? .heading : nil)
    }
  }

  private mutating func families() {
    text.heading("Families")
    for sentence in wording.families { text.paragraph(sentence, prefix: "  ") }
  }

  private mutating func differences() {
    text.heading("What differs", Wording.counted(explanation.differences.count, "place"))
    if explanation.differences.isEmpty { text.line("  No word.") }
    for difference in explanation.differences {
      show(difference.a, difference.placeInA, sign: "  A  ", style: .removed)
      show(difference.b, difference.placeInB, sign: "  B  ", style: .added)
    }
  }

  private mutating func show(
    _ words: String, _ place: Place?, sign: String, style: TerminalText.Style
  ) {
    guard let place else {
      text.line("\(sign)\(text.styled("(nothing)", .dim))")
      return
    }
    text.paragraph("‘\(VisibleText.line(words))’", prefix: sign, style: style)
    text.line("     " + text.styled(address(place), .dim))
  }

  private mutating func passages() {
    let minimum = Wording.counted(report.configuration.passages.minimumTokens, "word")
    text.heading("Passages in both", "of at least \(minimum)")
    if explanation.passages.isEmpty { text.line("  None.") }
    for passage in explanation.passages {
      text.line("  " + text.styled(Wording.counted(passage.tokenCount, "word"), .heading))
      let excerpt = Excerpt.of(passage.text, width: 2 * (text.width - 4) - 12)
      text.paragraph("“\(excerpt)”", prefix: "    ")
      for place in passage.places { text.line("    " + text.styled(address(place), .accent)) }
    }
  }

  private func address(_ place: Place) -> String { PlaceWording.address(place, in: report.corpus) }
}
