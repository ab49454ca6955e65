import AnalysisModel

extension TerminalSections {
  /// Families: the representative, then each member with verdict, scores and what differs.
  func families(to text: inout TerminalText) {
    guard let findings = report.duplicates, !findings.families.isEmpty else { return }
    let list = Shortlist(findings.families, limit: TerminalReporter.listLimit, weight: \.weight)
    text.heading(
      "Duplicates",
      Wording.counted(findings.families.count, "family", "families")
        + (list.omitted > 0 ? ", the \(list.shown.count) largest" : ""))
    for (position, family) in list.shown.enumerated() {
      if position > 0 { text.line() }
      show(family, to: &text)
    }
    omission(list.omitted, .duplicates, to: &text)
  }

  /// Template groups: the frame, and the documents that fill it.
  func templates(to text: inout TerminalText) {
    guard let findings = report.duplicates, !findings.templates.isEmpty else { return }
    let list = Shortlist(findings.templates, limit: TerminalReporter.listLimit, weight: \.weight)
    text.heading(
      "Templates",
      Wording.counted(findings.templates.count, "template")
        + (list.omitted > 0 ? ", the \(list.shown.count) largest" : ""))
    text.paragraph(FamilyWording.template, prefix: "  ", style: .dim)
    for template in list.shown {
      text.line()
      let label = "Template \(template.number)"
      text.paragraph(FamilyWording.size(of: template), prefix: "  \(label)  ", prefixStyle: .heading)
      text.paragraph("‘\(VisibleText.line(template.frame))’", prefix: "    ")
      let shown = template.documents.prefix(TerminalReporter.placeLimit)
      for document in shown { text.line("      \(name(document, width: context.width - 6))") }
      let omitted = template.documents.count - shown.count
      if omitted > 0 { text.line("      … and \(Wording.counted(omitted, "further document"))") }
    }
    omission(list.omitted, .duplicates, to: &text)
  }

  private func show(_ family: DuplicateFamily, to text: inout TerminalText) {
    let label = "Family \(family.number)"
    text.line(
      "  \(text.styled(label, .heading))  \(name(family.representative, width: context.width - 12))")
    show(corpus.documents[family.representative], to: &text)
    if let strength = FamilyWording.strength(of: family, in: corpus) {
      text.paragraph(strength, prefix: "    ", style: .dim)
    }
    let shown = family.members.prefix(TerminalReporter.placeLimit)
    let column = shown.map { FamilyWording.verdict(of: $0).count }.max() ?? 0
    for member in shown {
      show(member, column: column, to: &text)
      if let passage = member.sharedPassages.first { show(passage, to: &text) }
      show(member.differences, omitted: member.differencesOmitted, to: &text)
    }
    let omitted = family.members.count - TerminalReporter.placeLimit
    if omitted > 0 {
      text.line("    … and \(Wording.counted(omitted, "further copy", "further copies"))")
    }
  }

  /// Verdict and name in two columns, below each other where the terminal is narrow.
  private func show(_ member: DuplicateMember, column: Int, to text: inout TerminalText) {
    let verdict = FamilyWording.verdict(of: member)
    if context.width < 72 {
      text.line("    \(verdict)")
      text.line("      \(name(member.document, width: context.width - 6))")
    } else {
      let cell = TextLayout.padded(verdict, width: column)
      text.line("    \(cell)  \(name(member.document, width: context.width - column - 6))")
    }
  }

  /// The first words of a document.
  private func show(_ document: Document, to text: inout TerminalText) {
    guard let opening = FamilyWording.opening(of: document, width: context.width - 6) else { return }
    text.line("    " + text.styled("‘\(opening)’", .dim))
  }

  /// The longest passage that a contained document shares, and where.
  private func show(_ passage: SharedPassage, to text: inout TerminalText) {
    let place = PlaceWording.address(passage.representativePlace, in: corpus)
    text.paragraph(
      "\(Wording.counted(passage.tokenCount, "word")) of it stand at \(place):", prefix: "      ")
    let words = Excerpt.of(FamilyWording.text(of: passage, in: corpus), width: context.width - 10)
    text.line("        ‘\(words)’")
  }

  /// At most three differences, the rest counted.
  private func show(
    _ differences: [WordDifference], omitted: Int, to text: inout TerminalText
  ) {
    let limit = 3
    let width = (context.width - 16) / 2
    for difference in differences.prefix(limit) {
      let left = Excerpt.of(difference.representative, width: width)
      let right = Excerpt.of(difference.other, width: width)
      let removed = left.isEmpty ? "(nothing)" : text.styled("‘\(left)’", .removed)
      let added = right.isEmpty ? "(nothing)" : text.styled("‘\(right)’", .added)
      text.line("      \(removed) → \(added)")
    }
    let rest = differences.count - min(limit, differences.count) + omitted
    if rest > 0 { text.line("      … and \(Wording.counted(rest, "further difference"))") }
  }
}
