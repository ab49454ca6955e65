import AnalysisModel

extension TerminalSections {
  /// Passages: length, kind and number, an excerpt of two lines, and where they stand.
  func passages(to text: inout TerminalText) {
    guard let findings = report.passages, !findings.passages.isEmpty else { return }
    let list = PassageListing(report, limit: TerminalReporter.listLimit)
    text.heading(
      "Passages that stand more than once",
      Wording.grouped(findings.passages.count)
        + (list.omitted > 0 ? ", the \(list.shown.count) heaviest" : ""))
    text.paragraph(list.legend, prefix: "  ", style: .dim)
    if let order = list.order { text.paragraph(order, prefix: "  ", style: .dim) }
    for passage in list.shown {
      text.line()
      show(passage, to: &text)
    }
    if list.omitted > 0 { text.line() }
    omission(list.omitted, .passages, to: &text)
  }

  private func show(_ passage: Passage, to text: inout TerminalText) {
    let indent = "    "
    let size = Wording.counted(passage.tokenCount, "word")
    let kind = passage.kind.wording + (passage.isLine ? ", a repeated line" : "")
    let places = Wording.counted(passage.places.count, "place")
    let description = "\(size), \(kind), \(places)"
    // Numbers count by place and not by rank, so they stand behind.
    let number = "passage \(passage.number)"
    if 2 + description.count + 3 + number.count <= context.width {
      text.line("  " + text.styled(description, .heading) + text.styled(" · " + number, .dim))
    } else {
      text.paragraph(description, prefix: "  ", style: .heading)
      text.paragraph(number, prefix: "  ", style: .dim)
    }
    // Quotation marks take two columns; a third line can come of words that do not divide well.
    let excerpt = Excerpt.of(passage.text, width: 2 * (context.width - indent.count) - 12)
    text.paragraph("“\(excerpt)”", prefix: indent)
    for place in passage.places.prefix(TerminalReporter.placeLimit) {
      let lines = PlaceWording.lines(place, in: corpus)
      let address = PlaceWording.address(place, in: corpus)
      let spans = place.field == .text && lines.hasPrefix("lines") ? "  (\(lines))" : ""
      text.line(indent + text.styled(address, .accent) + text.styled(spans, .dim))
    }
    let omitted = passage.places.count - TerminalReporter.placeLimit
    if omitted > 0 {
      text.line("\(indent)… and \(Wording.counted(omitted, "further place"))")
    }
  }
}
