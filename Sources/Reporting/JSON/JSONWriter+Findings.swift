import AnalysisModel

/// The fields of single findings, shared by JSON and JSON lines so that a record means the same in both.
extension JSONWriter {
  mutating func representativeFields(of family: DuplicateFamily, in corpus: Corpus) {
    let id = corpus.documents[family.representative].id
    field("id", id)
    field("family", family.number)
    field("representative", id)
    field("verdict", "representative")
    field("score", 1)
    field("containment", 1)
    field("representativeContainment", 1)
  }

  mutating func memberFields(
    _ member: DuplicateMember, of family: DuplicateFamily, in corpus: Corpus
  ) {
    field("id", corpus.documents[member.document].id)
    field("family", family.number)
    field("representative", corpus.documents[family.representative].id)
    verdictFields(member)
  }

  mutating func verdictFields(_ member: DuplicateMember) {
    field("verdict", member.verdict.rawValue)
    field("score", member.score)
    field("containment", member.containment)
    if member.factsDiffer { field("facts", "differ") }
    field("representativeContainment", member.representativeContainment)
    if let identity = member.identity { field("identity", identity) }
  }

  mutating func templateFields(_ document: Int, of template: TemplateGroup, in corpus: Corpus) {
    let id = corpus.documents[document].id
    field("id", id)
    field("template", template.number)
    // Who reads all lines for their representatives learns that nobody replaces this document.
    field("representative", id)
  }

  mutating func passageFields(_ passage: Passage, in report: AnalysisReport) {
    field("passage", passage.number)
    field("tokens", passage.tokenCount)
    field("kind", passage.kind.rawValue)
    field("text", passage.text)
    arrayField("places") { writer in
      for place in passage.places {
        writer.object { writer in
          writer.field("id", report.corpus.documents[place.document].id)
          writer.placeFields(place, unit: report.configuration.offsets)
        }
      }
    }
    if passage.isLine { field("line", true) }
  }

  /// Offsets, line and column; the field only where it is not the text.
  mutating func placeFields(_ place: Place, unit: OffsetUnit) {
    let offsets = place.offsets(in: unit)
    field("start", offsets.lowerBound)
    field("end", offsets.upperBound)
    field("line", place.line)
    field("column", place.column)
    if place.field != .text { field("field", place.field.rawValue) }
  }

  mutating func clusterFields(document: Int, topic: Topic, event: Event, in corpus: Corpus) {
    field("id", corpus.documents[document].id)
    field("topic", topic.number)
    field("event", event.number)
    field("topicLabel", topic.label)
    field("eventLabel", event.label)
  }

  mutating func field(_ name: String, _ dating: DocumentDating, unit: OffsetUnit) {
    key(name)
    object { writer in
      let roles = [
        ("published", dating.published), ("dateline", dating.dateline),
        ("notBefore", dating.notBefore),
      ]
      for case (let role, let dated?) in roles {
        writer.key(role)
        writer.object { writer in
          writer.field("date", dated.date.description)
          writer.field("precision", dated.date.precision.rawValue)
          writer.field("source", dated.source.rawValue)
          writer.field("evidence", dated.evidence)
          if let place = dated.place {
            writer.key("place")
            writer.object { $0.placeFields(place, unit: unit) }
          }
        }
      }
    }
  }
}
