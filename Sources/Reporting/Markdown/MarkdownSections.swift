import AnalysisModel

/// The sections of the Markdown report; each is empty where its findings are missing.
struct MarkdownSections {
  let report: AnalysisReport
  let context: ReportContext

  private var corpus: Corpus { report.corpus }

  func warnings() -> String {
    let warnings = corpus.warnings
    guard !warnings.isEmpty else { return "" }
    let lines = warnings.prefix(MarkdownReporter.listLimit).map {
      "- \(MarkdownText.inline(DataWarningWording.describe($0)))\n"
    }
    return "\n## Warnings about the data\n\n" + folded(lines)
      + omission(warnings.count - lines.count, "--format json")
  }

  func families() -> String {
    guard let findings = report.duplicates, !findings.families.isEmpty else { return "" }
    let list = Shortlist(findings.families, limit: MarkdownReporter.listLimit, weight: \.weight)
    let header = MarkdownText.header(
      ["Family", "Document", "Verdict", "Similarity", "What differs"], numbers: [0, 3])
    var rows: [String] = []
    for family in list.shown {
      rows.append(
        MarkdownText.row([
          "\(family.number)", name(family.representative), "representative", "1.00",
          FamilyWording.strength(of: family, in: corpus).map { MarkdownText.inline($0) } ?? "",
        ]))
      for member in family.members.prefix(MarkdownReporter.placeLimit) {
        rows.append(
          MarkdownText.row([
            "\(family.number)", name(member.document), verdict(member),
            Wording.score(member.strength), evidence(member),
          ]))
      }
      let omitted = family.members.count - MarkdownReporter.placeLimit
      if omitted > 0 {
        let more = "… and \(Wording.counted(omitted, "further copy", "further copies"))"
        rows.append(MarkdownText.row(["\(family.number)", more, "", "", ""]))
      }
    }
    return "\n## Duplicates\n\n" + folded(rows, header: header)
      + omission(list.omitted, "refrain duplicates \(context.shellInputs) --format jsonl")
  }

  func templates() -> String {
    guard let findings = report.duplicates, !findings.templates.isEmpty else { return "" }
    let list = Shortlist(findings.templates, limit: MarkdownReporter.listLimit, weight: \.weight)
    let rows = list.shown.map { template in
      var documents = template.documents.prefix(MarkdownReporter.placeLimit).map(name)
      let omitted = template.documents.count - documents.count
      if omitted > 0 { documents.append("… and \(Wording.counted(omitted, "further document"))") }
      return MarkdownText.row([
        "\(template.number)", MarkdownText.inline(template.frame), "\(template.slotCount)",
        Wording.grouped(template.documents.count), documents.joined(separator: "<br>"),
      ])
    }
    let header = MarkdownText.header(
      ["Template", "Frame", "Places filled", "Documents", "Which"], numbers: [0, 2, 3])
    return "\n## Templates\n\n\(FamilyWording.template)\n\n" + folded(rows, header: header)
      + omission(list.omitted, "refrain duplicates \(context.shellInputs) --format jsonl")
  }

  func passages() -> String {
    guard let findings = report.passages, !findings.passages.isEmpty else { return "" }
    let list = PassageListing(report, limit: MarkdownReporter.listLimit)
    let header = MarkdownText.header(
      ["Words", "Kind", "Text", "Where it stands", "Passage"], numbers: [0, 4])
    let rows = list.shown.map { passage in
      var places = passage.places.prefix(MarkdownReporter.placeLimit).map {
        MarkdownText.code(PlaceWording.address($0, in: corpus))
      }
      let omitted = passage.places.count - places.count
      if omitted > 0 { places.append("… and \(Wording.counted(omitted, "further place"))") }
      return MarkdownText.row([
        Wording.grouped(passage.tokenCount),
        passage.kind.wording + (passage.isLine ? ", a repeated line" : ""),
        MarkdownText.inline(Excerpt.of(passage.text, width: 200)),
        places.joined(separator: "<br>"), "\(passage.number)",
      ])
    }
    let notes = [list.legend, list.order].compactMap { $0 }.joined(separator: " ")
    return "\n## Passages that stand more than once\n\n\(notes)\n\n" + folded(rows, header: header)
      + omission(list.omitted, "refrain passages \(context.shellInputs) --format jsonl")
  }

  func clusters() -> String {
    guard let findings = report.clusters, !findings.topics.isEmpty else { return "" }
    let topics = Shortlist(findings.topics, limit: MarkdownReporter.listLimit) { $0.members.count }
    let shownTopics = Set(topics.shown.map(\.number))
    let events = Shortlist(
      findings.events.filter { shownTopics.contains($0.topic) },
      limit: MarkdownReporter.listLimit
    ) { $0.members.count }
    let topicRows = topics.shown.map {
      MarkdownText.row([
        "\($0.number)", MarkdownText.inline(Label.of($0.label)), Wording.grouped($0.members.count),
        $0.cohesion.map(Wording.score) ?? "", name($0.representative),
      ])
    }
    let eventRows = events.shown.map { event in
      MarkdownText.row([
        "\(event.number)", "\(event.topic)", MarkdownText.inline(Label.of(event.label)),
        Wording.grouped(event.members.count), documentsAndDates(event.members),
      ])
    }
    let cohesion =
      CohesionWording.explanation(
        findings, besides: report.similarity.map { _ in "the list of the most alike" }
      ).map { " " + $0 } ?? ""
    let command = "refrain clusters \(context.shellInputs) --format jsonl"
    return "\n## Topics\n\n"
      + folded(
        topicRows,
        header: MarkdownText.header(
          ["Topic", "Label", "Documents", "Cohesion", "Representative"], numbers: [0, 2, 3]))
      + omission(topics.omitted, command) + "\n\(MarkdownText.inline(findings.topicRule))\(cohesion)\n"
      + "\n## Events\n\n"
      + folded(
        eventRows,
        header: MarkdownText.header(
          ["Event", "Topic", "Label", "Documents", "Documents and dates"], numbers: [0, 1, 3]))
      + omission(events.omitted, command) + "\n\(MarkdownText.inline(findings.eventRule))\n"
  }

  func similarity() -> String {
    guard let overview = report.similarity, !overview.closestPairs.isEmpty else { return "" }
    let rows = overview.closestPairs.prefix(MarkdownReporter.openLimit).map {
      MarkdownText.row([Wording.score($0.score), name($0.a), name($0.b)])
    }
    return "\n## Most alike, copies left out\n\n"
      + folded(
        Array(rows), header: MarkdownText.header(["Cosine", "Document", "Document"], numbers: [0]))
  }

  func documents() -> String {
    let shown = corpus.documents.indices.prefix(MarkdownReporter.listLimit)
    let rows = shown.map { index in
      let words = report.passages?.documentTokens[index]
      let share = report.passages.map {
        Wording.percentage($0.repeatedTokens[index], of: $0.documentTokens[index])
      }
      return MarkdownText.row([
        name(index), words.map(Wording.grouped) ?? "", share ?? "",
        report.dates.map { MarkdownText.inline(DateWording.describe($0[index])) } ?? "",
      ])
    }
    return "\n## Documents\n\n"
      + folded(
        Array(rows),
        header: MarkdownText.header(["Document", "Words", "Repeated", "Date"], numbers: [1, 2]))
      + omission(corpus.documents.count - shown.count, "--format json")
  }

  // MARK: Parts

  /// Rows in sight up to a limit, the rest inside a `details` block.
  private func folded(_ rows: [String], header: String = "") -> String {
    let open = rows.prefix(MarkdownReporter.openLimit)
    let rest = rows.dropFirst(MarkdownReporter.openLimit)
    var text = header + open.joined()
    if !rest.isEmpty {
      text += "\n<details>\n<summary>\(Wording.grouped(rest.count)) more</summary>\n\n"
      text += header + rest.joined() + "\n</details>\n"
    }
    return text
  }

  private func omission(_ omitted: Int, _ command: String) -> String {
    omitted > 0
      ? "\n… and \(Wording.grouped(omitted)) more: \(MarkdownText.code(command)) lists all.\n" : ""
  }

  private func name(_ document: Int) -> String {
    let id = MarkdownText.code(Label.ofID(corpus.documents[document].id))
    guard let title = corpus.documents[document].title, !title.isEmpty else { return id }
    return "\(id) \(MarkdownText.inline(Label.of(title)))"
  }

  private func verdict(_ member: DuplicateMember) -> String {
    member.verdict.wording + (member.factsDiffer ? ", facts differ" : "")
  }

  /// The longest shared passage of a contained document, and what differs.
  private func evidence(_ member: DuplicateMember) -> String {
    var lines = member.sharedPassages.prefix(1).map { passage in
      let words = Excerpt.of(FamilyWording.text(of: passage, in: corpus), width: 120)
      return "\(Wording.counted(passage.tokenCount, "word")) of it stand at "
        + MarkdownText.code(PlaceWording.address(passage.representativePlace, in: corpus))
        + ": \(MarkdownText.inline(words))"
    }
    lines += member.differences.prefix(5).map { difference in
      let left = MarkdownText.inline(Excerpt.of(difference.representative, width: 60))
      let right = MarkdownText.inline(Excerpt.of(difference.other, width: 60))
      return "\(left.isEmpty ? "(nothing)" : left) → \(right.isEmpty ? "(nothing)" : right)"
    }
    let rest = member.differences.dropFirst(5).count + member.differencesOmitted
    if rest > 0 { lines.append("… and \(Wording.counted(rest, "further difference"))") }
    return lines.joined(separator: "<br>")
  }

  private func documentsAndDates(_ members: [Int]) -> String {
    var lines = members.prefix(5).map { member in
      let date = report.dates.map { ", " + MarkdownText.inline(DateWording.describe($0[member])) }
      return name(member) + (date ?? "")
    }
    if members.count > lines.count {
      lines.append("… and \(Wording.counted(members.count - lines.count, "further document"))")
    }
    return lines.joined(separator: "<br>")
  }
}
