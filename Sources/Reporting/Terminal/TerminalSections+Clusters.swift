import AnalysisModel

extension TerminalSections {
  /// Topics with their events; events of one document are listed only where there is room for all.
  func clusters(to text: inout TerminalText) {
    guard let findings = report.clusters, !findings.topics.isEmpty else { return }
    let topics = Shortlist(findings.topics, limit: TerminalReporter.listLimit) { $0.members.count }
    text.heading(
      "Topics and events",
      "\(Wording.counted(findings.topics.count, "topic")), "
        + Wording.counted(findings.events.count, "event"))
    var eventsByTopic: [Int: [Event]] = [:]
    for event in findings.events { eventsByTopic[event.topic, default: []].append(event) }
    // Few events are shown whole; of many, only those told more than once.
    let showsSingles = findings.events.count <= TerminalReporter.listLimit
    var room = TerminalReporter.listLimit
    for (position, topic) in topics.shown.enumerated() {
      if position > 0 { text.line() }
      show(topic, to: &text)
      let events = eventsByTopic[topic.number] ?? []
      let eligible = showsSingles ? events : events.filter { $0.members.count > 1 }
      // Every topic may show one event even when the room is used up.
      let shown = eligible.prefix(max(1, min(room, 5 + (showsSingles ? 15 : 0))))
      for event in shown { show(event, to: &text) }
      room -= shown.count
      hidden(events.count - shown.count, to: &text)
    }
    omission(topics.omitted, .clusters, to: &text)
    text.line()
    text.paragraph(VisibleText.line(findings.eventRule), prefix: "  ", style: .dim)
    let picture = report.similarity.map { _ in "the similarity picture" }
    if let cohesion = CohesionWording.explanation(findings, besides: picture) {
      text.paragraph(cohesion, prefix: "  ", style: .dim)
    }
  }

  private func hidden(_ count: Int, to text: inout TerminalText) {
    guard count > 0 else { return }
    text.line("    … and \(Wording.counted(count, "further event")) in this topic")
  }

  private func show(_ topic: Topic, to text: inout TerminalText) {
    var details = Wording.counted(topic.members.count, "document")
    if let cohesion = CohesionWording.describe(topic) { details += ", \(cohesion)" }
    let prefix = "  Topic \(topic.number)  "
    text.paragraph(Label.of(topic.label), prefix: prefix, prefixStyle: .heading)
    text.paragraph(details, prefix: "    ", style: .dim)
  }

  private func show(_ event: Event, to text: inout TerminalText) {
    let span = DateWording.span(from: event.firstDate, to: event.lastDate).map { " · \($0)" } ?? ""
    let label = Label.of(event.label, width: min(context.width - 16, Label.width))
    text.line("    Event \(event.number)  \(text.styled(label, .accent))")
    if event.members.count > 1 {
      text.paragraph(
        "\(Wording.counted(event.members.count, "document"))\(span)", prefix: "      ", style: .dim)
    }
    for member in event.members.prefix(TerminalReporter.placeLimit) {
      show(member, to: &text)
    }
    let omitted = event.members.count - TerminalReporter.placeLimit
    if omitted > 0 { text.line("      … and \(Wording.counted(omitted, "further document"))") }
  }

  /// The document, and what is known of its date behind it or, where that is too long, below.
  private func show(_ member: Int, to text: inout TerminalText) {
    let indent = "      "
    let name = name(member, width: context.width - indent.count)
    guard let dates = report.dates else {
      text.line(indent + name)
      return
    }
    let date = DateWording.describe(dates[member])
    if DisplayWidth.of(name) + DisplayWidth.of(date) + indent.count + 2 <= context.width {
      text.line("\(indent)\(name)  \(text.styled(date, .dim))")
    } else {
      text.line(indent + name)
      text.paragraph(date, prefix: indent + "  ", style: .dim)
    }
  }
}
