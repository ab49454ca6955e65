import AnalysisModel

extension HTMLPage {
  /// Who resembles whom; nil where nothing was compared.
  var similarity: Values? {
    guard let overview = report.similarity, overview.order.count > 1 else { return nil }
    let names = overview.order.map { row in
      overview.unit == .documents ? name(row) : topicName(row)
    }
    let targets = overview.order.map { row -> String? in
      guard overview.unit == .documents else { return "topic-\(row)" }
      return link(to: row)["target"] as? String
    }
    let drawing = HeatMapDrawing(
      overview: overview, names: names, targets: targets.map { $0?.isEmpty == true ? nil : $0 })
    let legend = (0...9).map { level -> Values in
      let from = level == 0 ? 0 : HeatMapDrawing.steps[level - 1]
      return ["level": level, "from": Wording.score(from)]
    }
    let pairs = overview.closestPairs.prefix(20).map { pair -> Values in
      ["score": Wording.score(pair.score), "a": link(to: pair.a), "b": link(to: pair.b)]
    }
    return [
      "hint": overview.unit == .documents
        ? "Cosine of the TF-IDF vectors of documents, from 0 (no word in common) to 1 (the same words as often)."
        : "Mean cosine between the members of two topics, or of one, from 0 (no word in common) to 1.",
      "mapMarkup": drawing.markup, "legend": legend,
      "hasMap": !drawing.markup.isEmpty, "pairs": Array(pairs), "hasPairs": !pairs.isEmpty,
    ]
  }

  private func topicName(_ number: Int) -> String {
    Label.of(report.clusters?.topics.first { $0.number == number }?.label ?? "Topic \(number)")
  }

  /// Families of duplicates and template groups; nil where there are none.
  var duplicates: Values? {
    guard !families.shown.isEmpty || !templates.shown.isEmpty else { return nil }
    let total = families.shown.count + families.omitted
    let templateTotal = templates.shown.count + templates.omitted
    let counts = [
      total > 0 ? Wording.counted(total, "family", "families") : nil,
      templateTotal > 0 ? Wording.counted(templateTotal, "template") : nil,
    ]
    return [
      "count": counts.compactMap { $0 }.joined(separator: ", "), "hasFamilies": total > 0,
      "hasTemplates": templateTotal > 0, "templateHint": FamilyWording.template,
      "templateCount": Wording.counted(templateTotal, "template"),
      "templates": templates.shown.map(template),
      "templateOmission": omission(
        templates.omitted, "refrain duplicates \(context.shellInputs) --format jsonl lists all"),
      "families": families.shown.map(family),
      "omission": omission(
        families.omitted, "refrain duplicates \(context.shellInputs) --format jsonl lists all"),
    ]
  }

  private func template(_ template: TemplateGroup) -> Values {
    let shown = template.documents.prefix(Self.placeLimit)
    return [
      "number": template.number, "size": FamilyWording.size(of: template),
      "frame": VisibleText.line(template.frame), "documents": shown.map { link(to: $0) },
      "documentOmission": omission(template.documents.count - shown.count, "JSON lines list all"),
    ]
  }

  private func family(_ family: DuplicateFamily) -> Values {
    let shown = family.members.prefix(Self.placeLimit)
    return [
      "number": family.number, "representative": link(to: family.representative),
      "size": Wording.counted(family.members.count + 1, "document"),
      "strength": optional(FamilyWording.strength(of: family, in: corpus)),
      "opening": optional(
        FamilyWording.opening(of: corpus.documents[family.representative], width: 160)),
      "members": shown.map { member in
        let rest = member.differences.count - min(12, member.differences.count)
        return [
          "member": link(to: member.document), "verdict": member.verdict.wording,
          "verdictClass": member.verdict.rawValue, "score": Wording.score(member.score),
          "containment": Wording.score(member.containment),
          "isPartial": member.verdict != .identical && member.verdict != .sameText,
          "identity": optional(member.identity.map(Wording.score)),
          "passages": member.sharedPassages.map(sharedPassage), "factsDiffer": member.factsDiffer,
          "differences": member.differences.prefix(12).map {
            [
              "old": optional(Excerpt.of($0.representative, width: 120)),
              "new": optional(Excerpt.of($0.other, width: 120)),
            ]
          }, "hasDifferences": !member.differences.isEmpty,
          "moreDifferences": optional(
            rest + member.differencesOmitted > 0
              ? "and \(Wording.counted(rest + member.differencesOmitted, "further difference"))"
              : nil),
        ] as Values
      },
      "memberOmission": omission(
        family.members.count - shown.count, "JSON lines list all"),
    ]
  }

  private func sharedPassage(_ passage: SharedPassage) -> Values {
    [
      "words": Wording.counted(passage.tokenCount, "word"),
      "text": Excerpt.of(FamilyWording.text(of: passage, in: corpus), width: 300),
      "where": passage.representativePlace.field == .title
        ? "title" : PlaceWording.lines(passage.representativePlace, in: corpus),
    ]
  }

  /// Repeated passages; nil where there are none.
  var repeats: Values? {
    guard !passages.shown.isEmpty else { return nil }
    return [
      "count": Wording.counted(passages.total, "passage"), "legend": passages.legend,
      "note": optional(passages.order),
      "passages": passages.shown.map(passage),
      "passageOmission": omission(
        passages.omitted, "refrain passages \(context.shellInputs) --format jsonl lists all"),
    ]
  }

  private func passage(_ passage: Passage) -> Values {
    let shown = passage.places.prefix(Self.placeLimit)
    return [
      "number": passage.number, "words": Wording.counted(passage.tokenCount, "word"),
      "kind": passage.kind.wording, "isLine": passage.isLine,
      "placeCount": Wording.counted(passage.places.count, "place"),
      "textMarkup": HTMLText.escapeBody(
        passage.text.utf8.count <= Self.quotedBytes
          ? passage.text : Excerpt.of(passage.text, width: Self.quotedBytes / 2)),
      "places": shown.enumerated().map { position, place in
        [
          "place": link(to: place.document),
          "where": place.field == .title ? "title" : PlaceWording.lines(place, in: corpus),
          "column": place.column, "inText": place.field == .text,
          "anchor": anchor(passage, position), "isShown": selection.shows(place),
        ] as Values
      },
      "placeOmission": omission(passage.places.count - shown.count, "JSON lines list all"),
    ]
  }

  /// The id of a place on the page.
  func anchor(_ passage: Passage, _ position: Int) -> String {
    "passage-\(passage.number)-place-\(position + 1)"
  }

  /// Topics with their events; nil where nothing was grouped.
  var clusters: Values? {
    guard let findings = report.clusters, !findings.topics.isEmpty else { return nil }
    let topics = Shortlist(findings.topics, limit: Self.findingLimit) { $0.members.count }
    var events: [Int: [Event]] = [:]
    for event in findings.events { events[event.topic, default: []].append(event) }
    return [
      "count": Wording.counted(findings.topics.count, "topic") + ", "
        + Wording.counted(findings.events.count, "event"),
      "topicRule": findings.topicRule,
      "cohesion": optional(
        CohesionWording.explanation(
          findings, besides: report.similarity.map { _ in "the similarity picture" })),
      "eventRule": findings.eventRule,
      "topics": topics.shown.map { topic($0, events[$0.number] ?? []) },
      "topicOmission": omission(
        topics.omitted, "refrain clusters \(context.shellInputs) --format jsonl lists all"),
    ]
  }

  private func topic(_ topic: Topic, _ events: [Event]) -> Values {
    // A topic of one huge news week must not push the others off the page: of many events those told twice.
    let shown =
      events.count <= 20 ? events : Array(events.filter { $0.members.count > 1 }.prefix(50))
    return [
      "number": topic.number, "label": Label.of(topic.label),
      "size": Wording.counted(topic.members.count, "document"),
      "cohesion": optional(CohesionWording.describe(topic)),
      "keywords": topic.keywords.prefix(12).map { Label.of($0.term, width: 60) },
      "hasKeywords": !topic.keywords.isEmpty, "events": shown.map(event),
      "eventOmission": omission(
        events.count - shown.count,
        "the largest are shown, refrain clusters \(context.shellInputs) --format jsonl lists all"),
    ]
  }

  private func event(_ event: Event) -> Values {
    let shown = event.members.prefix(10)
    return [
      "number": event.number, "label": Label.of(event.label),
      "facts": optional(
        event.members.count > 1
          ? ([Wording.counted(event.members.count, "document")]
            + optional(DateWording.span(from: event.firstDate, to: event.lastDate)))
            .joined(separator: " · ") : nil),
      "members": shown.map { ["member": link(to: $0), "date": dateText($0)] as Values },
      "memberOmission": omission(event.members.count - shown.count, "JSON lines list all"),
    ]
  }
}
