import AnalysisModel

/// The sections of the terminal report; each writes nothing where its findings are missing.
struct TerminalSections {
  let report: AnalysisReport
  let part: ReportPart
  let context: ReportContext

  var corpus: Corpus { report.corpus }

  /// A document's id, cut inside to a share of the width.
  func id(_ document: Int, width: Int) -> String {
    Label.ofID(corpus.documents[document].id, width: min(width, Label.width))
  }

  /// The id and, where there is one, the title.
  func name(_ document: Int, width: Int) -> String {
    let title = corpus.documents[document].title.map { Label.of($0) } ?? ""
    if title.isEmpty { return id(document, width: width) }
    let id = id(document, width: width / 2)
    return TextLayout.truncated("\(id)  \(title)", width: width)
  }

  func omission(_ omitted: Int, _ what: ReportPart, to text: inout TerminalText) {
    guard omitted > 0 else { return }
    let command =
      part == .report
      ? "refrain \(what.rawValue) \(context.shellInputs) --format jsonl lists all"
      : "--format jsonl lists all"
    text.paragraph("… and \(Wording.grouped(omitted)) more: \(command).", prefix: "  ")
  }

  func nextSteps(to text: inout TerminalText) {
    let inputs = context.shellInputs
    var steps: [(command: String, purpose: String)] = [
      ("refrain report \(inputs) --html report.html", "the same as a page to read and share")
    ]
    if let found = report.duplicates, !found.families.isEmpty || !found.templates.isEmpty {
      steps.append(("refrain duplicates \(inputs) --format jsonl", "all copies, for a program"))
    }
    if report.passages?.passages.isEmpty == false {
      steps.append(("refrain passages \(inputs) --format jsonl", "all passages with offsets"))
    }
    if corpus.documents.count > 1 {
      steps.append(("refrain pairs \(inputs) --nearest 3", "the documents most like each one"))
    }
    text.heading("What to do next")
    let fits = steps.allSatisfy {
      DisplayWidth.of("  \($0.command)  # \($0.purpose)") <= context.width
    }
    for step in steps {
      let purpose = text.styled("# \(step.purpose)", .dim)
      let command = text.styled(step.command, .accent)
      text.line(fits ? "  \(command)  \(purpose)" : "  \(purpose)\n  \(command)")
    }
  }
}
