import AnalysisModel

/// An explanation as Markdown for GitHub: nothing is cut.
struct ExplanationMarkdown {
  private let explanation: DuplicateExplanation
  private let report: AnalysisReport
  private let context: ReportContext
  private let wording: ExplanationWording

  init(_ explanation: DuplicateExplanation, _ report: AnalysisReport, _ context: ReportContext) {
    self.explanation = explanation
    self.report = report
    self.context = context
    wording = ExplanationWording(explanation, report)
  }

  /// The UTF-8 of the text.
  var bytes: [UInt8] {
    let text =
      "# Why two documents are, or are not, duplicates\n\n" + sides + list("Verdict", wording.verdict)
      + rules + list("Families", wording.families) + differences + passages
      + "\n---\n\nMade by Refrain \(MarkdownText.inline(context.version)).\n"
    return Array(text.utf8)
  }

  private var sides: String {
    let rows = zip(["A", "B"], explanation.sides).map { label, side in
      MarkdownText.row([
        label, name(side.document), Wording.grouped(side.tokens), Wording.grouped(side.shingles),
        Wording.grouped(side.bytes),
      ])
    }
    return MarkdownText.header(["", "Document", "Words", "Distinct shingles", "Bytes"], numbers: [2, 3, 4])
      + rows.joined()
      + "\n\(MarkdownText.inline(wording.shared)). \(MarkdownText.inline(wording.shingleRule))\n"
  }

  private func name(_ document: Int) -> String {
    let id = MarkdownText.code(Label.ofID(report.corpus.documents[document].id))
    guard let title = report.corpus.documents[document].title, !title.isEmpty else { return id }
    return "\(id) \(MarkdownText.inline(Label.of(title)))"
  }

  private func list(_ title: String, _ sentences: [String]) -> String {
    "\n## \(title)\n\n" + sentences.map { "- \(MarkdownText.inline($0))\n" }.joined()
  }

  private var rules: String {
    "\n## Rules, in the order in which they are tried\n\n"
      + MarkdownText.header(["Rule", "Holds", "Figures"])
      + explanation.checks.map { check in
        MarkdownText.row([
          MarkdownText.inline(wording.name(check.rule)), check.holds ? "**yes**" : "no",
          MarkdownText.inline(wording.outcome(check)),
        ])
      }.joined()
  }

  private var differences: String {
    let rows = explanation.differences.map { difference in
      MarkdownText.row([
        cell(difference.a), cell(difference.b), address(difference.placeInA), address(difference.placeInB),
      ])
    }
    return "\n## What differs\n\n"
      + (rows.isEmpty
        ? "No word.\n"
        : MarkdownText.header(["A", "B", "Place in A", "Place in B"]) + rows.joined())
  }

  private func cell(_ words: String) -> String { words.isEmpty ? "(nothing)" : MarkdownText.inline(words) }

  private func address(_ place: Place?) -> String {
    place.map { MarkdownText.code(PlaceWording.address($0, in: report.corpus)) } ?? ""
  }

  private var passages: String {
    let minimum = Wording.counted(report.configuration.passages.minimumTokens, "word")
    let rows = explanation.passages.map { passage in
      MarkdownText.row([
        Wording.grouped(passage.tokenCount), MarkdownText.inline(Excerpt.of(passage.text, width: 200)),
        passage.places.map { address($0) }.joined(separator: "<br>"),
      ])
    }
    return "\n## Passages of at least \(minimum) in both\n\n"
      + (rows.isEmpty
        ? "None.\n"
        : MarkdownText.header(["Words", "Text", "Where it stands"], numbers: [0]) + rows.joined())
  }
}
