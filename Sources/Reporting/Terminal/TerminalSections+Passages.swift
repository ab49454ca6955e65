import AnalysisModel

extension TerminalSections {
  /// Passages: length and kind, an excerpt of two lines, and where they stand.
  func passages(to text: inout TerminalText) {
    guard let findings = report.passages, !findings.passages.isEmpty else { return }
    let list = Shortlist(findings.passages, limit: TerminalReporter.listLimit, weight: \.weight)
    text.heading(
      "Passages that stand more than once",
      Wording.grouped(findings.passages.count)
        + (list.omitted > 0 ? ", the \(list.shown.count) heaviest" : ""))
    for (position, passage) in list.shown.enumerated() {
      if position > 0 { text.line() }
      show(passage, to: &text)
    }
    if list.omitted > 0 { text.line() }
    omission(list.omitted, .passages, to: &text)
  }

  private func show(_ passage: Passage, to text: inout TerminalText) {
    let label = "\(passage.number)"
    let prefix = "  " + String(repeating: " ", count: max(0, 3 - label.count)) + label + "  "
    let indent = String(repeating: " ", count: prefix.count)
    let size = Wording.counted(passage.tokenCount, "word")
    let kind = passage.kind.wording + (passage.isLine ? ", a repeated line" : "")
    let places = Wording.counted(passage.places.count, "place")
    text.paragraph(
      "\(size), \(kind), \(places)", prefix: prefix, prefixStyle: .heading, style: .heading)
    // Quotation marks take two columns; a third line can come of words that do not divide well.
    let excerpt = Excerpt.of(passage.text, width: 2 * (context.width - prefix.count) - 12)
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
