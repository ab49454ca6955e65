import AnalysisModel
import Baselines

/// The findings of a report as SARIF results: duplicates by family, then template groups, then passages, and last
/// what is gone since the baseline.
struct SARIFResults {
  /// How many further places a result lists; code scanning shows no more.
  static let relatedLimit = 100

  private let report: AnalysisReport
  private let identities: FindingIdentities

  init(_ report: AnalysisReport) {
    self.report = report
    identities = FindingIdentities(of: report)
  }

  func write(to writer: inout JSONWriter) {
    for (index, family) in (report.duplicates?.families ?? []).enumerated() {
      let new = Set(report.baseline?.newMembers[index] ?? [])
      for position in family.members.indices {
        writer.object { duplicate(position, of: family, at: index, isNew: new.contains(position), to: &$0) }
      }
    }
    for (index, group) in (report.duplicates?.templates ?? []).enumerated() {
      writer.object { template(group, at: index, to: &$0) }
    }
    for (index, passage) in (report.passages?.passages ?? []).enumerated() {
      writer.object { self.passage(passage, at: index, to: &$0) }
    }
    for finding in report.baseline?.gone ?? [] { writer.object { gone(finding, to: &$0) } }
  }

  // MARK: One result each

  private func duplicate(
    _ position: Int, of family: DuplicateFamily, at index: Int, isNew: Bool, to writer: inout JSONWriter
  ) {
    let member = family.members[position]
    head(SARIFRule(member.verdict), message(of: member, in: family), to: &writer)
    locations([(member.document, nil)], related: [(family.representative, nil)], to: &writer)
    let group = identities.families[index]
    fingerprint(FindingIdentities.fingerprint(group[position + 1], group[0]), to: &writer)
    state(isNew: isNew, to: &writer)
    writer.objectField("properties") { writer in
      writer.field("family", family.number)
      writer.field("score", member.score)
      writer.field("containment", member.containment)
      if member.factsDiffer { writer.field("facts", "differ") }
    }
  }

  private func template(_ group: TemplateGroup, at index: Int, to writer: inout JSONWriter) {
    let count = Wording.counted(group.documents.count, "document")
    let frame = SARIFText.plain(Excerpt.of(group.frame, width: 200))
    head(
      .template, "\(count) fill one frame with different facts: “\(frame)”. None is a copy of another.",
      to: &writer)
    let new = report.baseline?.newTemplateDocuments[index] ?? []
    let first = new.first ?? 0
    locations(
      [(group.documents[first], nil)],
      related: group.documents.indices.filter { $0 != first }.map { (group.documents[$0], nil) }, to: &writer)
    fingerprint(FindingIdentities.fingerprint(ofTemplate: identities.templates[index]), to: &writer)
    state(isNew: !new.isEmpty, to: &writer)
    writer.objectField("properties") { writer in
      writer.field("template", group.number)
      writer.field("documents", group.documents.count)
      writer.field("slots", group.slotCount)
    }
  }

  private func passage(_ passage: Passage, at index: Int, to writer: inout JSONWriter) {
    let new = report.baseline?.newPlaces[index] ?? []
    let first = new.first ?? 0
    let others = passage.places.indices.filter { $0 != first }.map { passage.places[$0] }
    let words = Wording.counted(passage.tokenCount, "word")
    let places = Wording.counted(passage.places.count, "place")
    let text = SARIFText.plain(Excerpt.of(passage.text, width: 200))
    let link = others.isEmpty ? "" : ", [here](1) too"
    head(.passage, "A passage of \(words) stands at \(places)\(link): “\(text)”.", to: &writer)
    locations(
      [(passage.places[first].document, passage.places[first])], related: others.map { ($0.document, $0) },
      to: &writer)
    fingerprint(identities.passages[index], to: &writer)
    state(isNew: !new.isEmpty, to: &writer)
    writer.objectField("properties") { writer in
      writer.field("passage", passage.number)
      writer.field("tokens", passage.tokenCount)
      writer.field("kind", passage.kind.rawValue)
      writer.field("places", passage.places.count)
      if report.baseline != nil { writer.field("newPlaces", new.count) }
    }
  }

  private func gone(_ finding: GoneFinding, to writer: inout JSONWriter) {
    let names = finding.documents.prefix(Self.relatedLimit).map { SARIFText.plain(Label.ofID($0)) }
    switch finding.kind {
    case .duplicate:
      head(
        finding.verdict.map(SARIFRule.init) ?? .nearCopy, "\(names[0]) is no longer a copy of \(names[1]).",
        to: &writer)
    case .template: head(.template, "\(names[0]) and \(names[1]) no longer fill one frame.", to: &writer)
    case .passage:
      head(.passage, "A passage is no longer repeated in \(Wording.list(names)).", to: &writer)
    }
    writer.arrayField("locations") { writer in
      for id in finding.documents.prefix(1) { writer.object { $0.sarifLogicalLocation(id) } }
    }
    fingerprint(finding.fingerprint, to: &writer)
    writer.field("baselineState", "absent")
  }

  // MARK: Parts

  private func head(_ rule: SARIFRule, _ message: String, to writer: inout JSONWriter) {
    writer.field("ruleId", rule.rawValue)
    writer.field("ruleIndex", rule.index)
    writer.field("level", rule.level)
    writer.objectField("message") { $0.field("text", message) }
  }

  private func locations(
    _ main: [(document: Int, place: Place?)], related: [(document: Int, place: Place?)],
    to writer: inout JSONWriter
  ) {
    let documents = report.corpus.documents
    let unit = report.configuration.offsets
    writer.arrayField("locations") { writer in
      for (document, place) in main { writer.sarifLocation(documents[document], place: place, unit: unit) }
    }
    writer.arrayField("relatedLocations") { writer in
      for (number, other) in related.prefix(Self.relatedLimit).enumerated() {
        writer.sarifLocation(
          documents[other.document], place: other.place, unit: unit, number: number + 1)
      }
    }
  }

  private func fingerprint(_ value: String, to writer: inout JSONWriter) {
    writer.objectField("partialFingerprints") {
      $0.field("refrainFinding/v\(Baseline.schemaVersion)", value)
    }
  }

  private func state(isNew: Bool, to writer: inout JSONWriter) {
    guard report.baseline != nil else { return }
    writer.field("baselineState", isNew ? "new" : "unchanged")
  }

  private func message(of member: DuplicateMember, in family: DuplicateFamily) -> String {
    let id = SARIFText.plain(Label.ofID(report.corpus.documents[family.representative].id))
    let other = "[\(id)](1)"
    let facts = member.factsDiffer ? " Facts differ." : ""
    switch member.verdict {
    case .identical: return "Identical to \(other)."
    case .sameText: return "The same text as \(other)."
    case .nearCopy: return "A near copy of \(other): similarity \(Wording.score(member.score)).\(facts)"
    case .contained:
      return
        "Contained in \(other): \(Wording.score(member.containment)) of its shingles stand there.\(facts)"
    case .related:
      return "Leads to \(other) over other documents: similarity \(Wording.score(member.score)).\(facts)"
    }
  }
}
