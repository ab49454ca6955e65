import AnalysisModel

/// The sections of the summary; each is empty where there is nothing to say.
struct GitHubSummary {
  /// All findings, for the counts.
  private let whole: AnalysisReport
  /// The findings listed: the new ones, where there is a baseline.
  private let shown: AnalysisReport

  init(whole: AnalysisReport) {
    self.whole = whole
    shown = whole.newFindings
  }

  // MARK: Figures

  func gates() -> String {
    guard !whole.gates.isEmpty else { return "" }
    let rows = whole.gates.map { outcome in
      MarkdownText.row([
        outcome.isExceeded ? "✗" : "✓", MarkdownText.code(GateWording.option(outcome.gate)),
        GateWording.found(outcome), GateWording.limit(outcome.gate),
      ])
    }
    return "\n" + MarkdownText.header(["", "Gate", "Found", "Allowed"]) + rows.joined()
  }

  func counts() -> String {
    var rows: [[String]] = []
    if whole.duplicates != nil {
      rows.append(["Duplicates"] + figures(.duplicate))
      if whole.baseline == nil { rows += verdictRows() }
      if whole.count(.template) > 0 || whole.baseline?.goneCount(.template) ?? 0 > 0 {
        rows.append(["Documents made from a template, no duplicates"] + figures(.template))
      }
    }
    if whole.passages != nil { rows.append(["Repeated passages"] + figures(.passage)) }
    let titles = whole.baseline == nil ? ["Findings", "Count"] : ["Findings", "New", "Known", "Gone"]
    return "\n" + MarkdownText.header(titles, numbers: [1, 2, 3]) + rows.map(MarkdownText.row).joined()
  }

  private func figures(_ kind: FindingKind) -> [String] {
    guard let baseline = whole.baseline else { return [Wording.grouped(whole.count(kind))] }
    return [baseline.newCount(kind), baseline.knownCount(kind), baseline.goneCount(kind)].map(Wording.grouped)
  }

  private func verdictRows() -> [[String]] {
    let members = (whole.duplicates?.families ?? []).flatMap(\.members)
    return DuplicateVerdict.allCases.compactMap { verdict in
      let count = members.count { $0.verdict == verdict }
      return count == 0 ? nil : ["– \(verdict.wording)", Wording.grouped(count)]
    }
  }

  // MARK: Lists

  func duplicates() -> String {
    let members = (shown.duplicates?.families ?? []).flatMap { family in
      family.members.map { (representative: family.representative, member: $0) }
    }
    return folded(
      members, title: { Wording.counted($0, "\(new)duplicate") },
      header: MarkdownText.header(["Document", "Verdict", "Similarity", "Of"], numbers: [2])
    ) { relation in
      let member = relation.member
      return MarkdownText.row([
        name(member.document), member.verdict.wording + (member.factsDiffer ? ", facts differ" : ""),
        Wording.score(member.verdict == .contained ? member.containment : member.score),
        name(relation.representative),
      ])
    }
  }

  func templates() -> String {
    folded(
      shown.duplicates?.templates ?? [],
      title: { Wording.counted($0, "\(new)template group") + ", no duplicates" },
      header: MarkdownText.header(["Documents", "Frame", "First document"], numbers: [0])
    ) { group in
      MarkdownText.row([
        Wording.grouped(group.documents.count), MarkdownText.inline(Excerpt.of(group.frame, width: 160)),
        name(group.documents[0]),
      ])
    }
  }

  func passages() -> String {
    let list = PassageListing(shown, limit: GitHubReporter.listLimit)
    return folded(
      list.shown, of: list.total,
      title: { Wording.counted($0, "\(new)passage") },
      header: MarkdownText.header(["Words", "Kind", "Text", "Where it stands"], numbers: [0])
    ) { passage in
      var places = passage.places.prefix(5).map {
        MarkdownText.code(PlaceWording.address($0, in: shown.corpus))
      }
      let omitted = passage.places.count - places.count
      if omitted > 0 { places.append("… and \(Wording.counted(omitted, "further place"))") }
      return MarkdownText.row([
        Wording.grouped(passage.tokenCount), passage.kind.wording,
        MarkdownText.inline(Excerpt.of(passage.text, width: 160)), places.joined(separator: "<br>"),
      ])
    }
  }

  func warnings() -> String {
    folded(
      Array(whole.corpus.warnings.prefix(GitHubReporter.warningLimit)), of: whole.corpus.warnings.count,
      title: { Wording.counted($0, "warning") + " about the data" }, header: ""
    ) { "- \(MarkdownText.inline(DataWarningWording.describe($0)))\n" }
  }

  // MARK: Parts

  private var new: String { whole.baseline == nil ? "" : "new " }

  private func name(_ document: Int) -> String {
    MarkdownText.code(Label.ofID(shown.corpus.documents[document].id))
  }

  /// Findings in a `details` block, as many as there is room for, and how many more there are.
  ///
  /// - Parameter total: how many there are, where the elements are only some of them.
  private func folded<Element>(
    _ elements: [Element], of total: Int? = nil, title: (Int) -> String, header: String,
    row: (Element) -> String
  ) -> String {
    guard !elements.isEmpty else { return "" }
    let total = total ?? elements.count
    var rows = ""
    var listed = 0
    for element in elements.prefix(GitHubReporter.listLimit) {
      let next = row(element)
      if rows.utf8.count + next.utf8.count > GitHubReporter.listBytes { break }
      rows += next
      listed += 1
    }
    var text = "\n<details>\n<summary>\(title(total))</summary>\n\n\(header)\(rows)"
    if listed < total { text += "\n… and \(Wording.grouped(total - listed)) more.\n" }
    return text + "\n</details>\n"
  }
}
