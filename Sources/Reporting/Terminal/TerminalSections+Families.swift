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

  private func show(_ family: DuplicateFamily, to text: inout TerminalText) {
    let label = "Family \(family.number)"
    text.line(
      "  \(text.styled(label, .heading))  \(name(family.representative, width: context.width - 12))")
    let shown = family.members.prefix(TerminalReporter.placeLimit)
    let column = shown.map { verdict($0).count }.max() ?? 0
    for member in shown {
      show(member, column: column, to: &text)
      show(member.differences, omitted: member.differencesOmitted, to: &text)
    }
    let omitted = family.members.count - TerminalReporter.placeLimit
    if omitted > 0 {
      text.line("    … and \(Wording.counted(omitted, "further copy", "further copies"))")
    }
  }

  /// Verdict and name in two columns, below each other where the terminal is narrow.
  private func show(_ member: DuplicateMember, column: Int, to text: inout TerminalText) {
    let verdict = verdict(member)
    if context.width < 72 {
      text.line("    \(verdict)")
      text.line("      \(name(member.document, width: context.width - 6))")
    } else {
      let cell = TextLayout.padded(verdict, width: column)
      text.line("    \(cell)  \(name(member.document, width: context.width - column - 6))")
    }
  }

  private func verdict(_ member: DuplicateMember) -> String {
    switch member.verdict {
    case .identical, .sameText: member.verdict.wording
    case .nearCopy:
      "near copy \(Wording.score(member.score))" + (member.factsDiffer ? ", facts differ" : "")
    case .contained: "contained, \(Wording.score(member.containment)) of it"
    case .related: "related through others, itself \(Wording.score(member.score))"
    }
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
