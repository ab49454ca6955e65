import AnalysisModel

/// A table of one kind of finding: a row a document, or a row a place for passages.
struct CSVReporter: Reporter {
  static let format = OutputFormat.csv
  static let purpose = "a table of one kind of finding"

  func check(_ part: ReportPart) throws {
    guard part == .report else { return }
    throw RefrainError(
      "one CSV table cannot hold duplicates, passages and clusters",
      remedy: "refrain duplicates, refrain passages or refrain clusters with --format csv")
  }

  func render(
    _ report: AnalysisReport, part: ReportPart, context: ReportContext
  ) throws -> [UInt8] {
    try check(part)
    let report = report.restricted(to: part)
    var writer = CSVWriter()
    switch part {
    case .report: break
    case .duplicates:
      if let findings = report.duplicates { duplicates(findings, report.corpus, to: &writer) }
    case .passages:
      if let findings = report.passages { passages(findings, report, to: &writer) }
    case .clusters:
      if let findings = report.clusters { clusters(findings, report.corpus, to: &writer) }
    }
    return writer.bytes
  }

  private func duplicates(
    _ findings: DuplicateFindings, _ corpus: Corpus, to writer: inout CSVWriter
  ) {
    writer.row([
      "id", "family", "representative", "verdict", "score", "containment", "facts",
      "representativeContainment", "identity", "template",
    ])
    for family in findings.families {
      let keeper = corpus.documents[family.representative].id
      writer.row([keeper, "\(family.number)", keeper, "representative", "1", "1", "", "1", "", ""])
      for member in family.members {
        writer.row([
          corpus.documents[member.document].id, "\(family.number)", keeper,
          member.verdict.rawValue, JSONWriter.spelling(member.score),
          JSONWriter.spelling(member.containment), member.factsDiffer ? "differ" : "",
          JSONWriter.spelling(member.representativeContainment),
          member.identity.map(JSONWriter.spelling) ?? "", "",
        ])
      }
    }
    for template in findings.templates {
      for document in template.documents {
        let id = corpus.documents[document].id
        writer.row([id, "", "", "", "", "", "", "", "", "\(template.number)"])
      }
    }
  }

  private func passages(
    _ findings: PassageFindings, _ report: AnalysisReport, to writer: inout CSVWriter
  ) {
    writer.row([
      "passage", "tokens", "kind", "id", "field", "start", "end", "line", "column", "text",
    ])
    for passage in findings.passages {
      for place in passage.places {
        let offsets = place.offsets(in: report.configuration.offsets)
        let document = report.corpus.documents[place.document]
        writer.row([
          "\(passage.number)", "\(passage.tokenCount)", passage.kind.rawValue, document.id,
          place.field.rawValue, "\(offsets.lowerBound)", "\(offsets.upperBound)", "\(place.line)",
          "\(place.column)", document.text(of: place.field)[place.bytes].string,
        ])
      }
    }
  }

  private func clusters(_ findings: ClusterFindings, _ corpus: Corpus, to writer: inout CSVWriter) {
    writer.row(["id", "topic", "event", "topicLabel", "eventLabel"])
    for (document, assignment) in ClusterAssignment.all(of: findings, corpus).enumerated() {
      let topic = findings.topics[assignment.topic]
      let event = findings.events[assignment.event]
      writer.row([
        corpus.documents[document].id, "\(topic.number)", "\(event.number)", topic.label,
        event.label,
      ])
    }
  }
}
