import AnalysisModel

/// One JSON document: what was asked, what was read, every document and every finding.
///
/// Each finding stands on a line of its own, so that two runs can be compared with `diff`.
struct JSONReporter: Reporter {
  static let format = OutputFormat.json
  static let purpose = "one document with configuration, documents and all findings"

  func render(
    _ report: AnalysisReport, part: ReportPart, context: ReportContext
  ) -> [UInt8] {
    let report = report.restricted(to: part)
    // Two levels broken into lines: the document's keys, and the elements of its lists.
    var writer = JSONWriter(expandedDepth: 2)
    writer.object { writer in
      writer.header(part: part.rawValue, context)
      writer.configuration(report.configuration)
      writer.account(of: report)
      writer.warnings(report.corpus.warnings)
      writer.baseline(of: report)
      writer.gates(report.gates)
      writer.documents(of: report)
      if let findings = report.duplicates { writer.families(findings, report) }
      if let findings = report.passages { writer.passages(findings, report) }
      if let findings = report.clusters { writer.clusters(findings, report.corpus) }
      if let overview = report.similarity { writer.similarity(overview, report.corpus) }
    }
    writer.endLine()
    return writer.bytes
  }
}

// MARK: Findings

extension JSONWriter {
  fileprivate mutating func families(_ findings: DuplicateFindings, _ report: AnalysisReport) {
    let corpus = report.corpus
    arrayField("families") { writer in
      for family in findings.families {
        writer.object { writer in
          writer.field("family", family.number)
          writer.field("representative", corpus.documents[family.representative].id)
          writer.field("minimum", family.minimumScore)
          writer.field("median", family.medianScore)
          if let weakest = family.weakestMember {
            writer.field("weakest", corpus.documents[weakest.document].id)
          }
          writer.arrayField("members") { writer in
            for member in family.members { writer.object { $0.evidence(of: member, report) } }
          }
        }
      }
    }
    arrayField("templates") { writer in
      for template in findings.templates {
        writer.object { writer in
          writer.field("template", template.number)
          writer.field("frame", template.frame)
          writer.field("slots", template.slotCount)
          writer.arrayField("documents") { writer in
            for document in template.documents { writer.value(corpus.documents[document].id) }
          }
        }
      }
    }
    arrayField("documentsWithoutTokens") { writer in
      for index in findings.documentsWithoutTokens { writer.value(corpus.documents[index].id) }
    }
  }

  private mutating func evidence(of member: DuplicateMember, _ report: AnalysisReport) {
    field("id", report.corpus.documents[member.document].id)
    verdictFields(member)
    arrayField("differences") { writer in
      for difference in member.differences {
        writer.object { writer in
          writer.field("representative", difference.representative)
          writer.field("other", difference.other)
        }
      }
    }
    field("differencesOmitted", member.differencesOmitted)
    if member.sharedPassages.isEmpty { return }
    arrayField("sharedPassages") { writer in
      for passage in member.sharedPassages {
        writer.object { writer in
          writer.field("tokens", passage.tokenCount)
          writer.placeFields(passage.place, unit: report.configuration.offsets)
          writer.objectField("representative") {
            $0.placeFields(passage.representativePlace, unit: report.configuration.offsets)
          }
        }
      }
    }
  }

  fileprivate mutating func passages(_ findings: PassageFindings, _ report: AnalysisReport) {
    arrayField("passages") { writer in
      for passage in findings.passages { writer.object { $0.passageFields(passage, in: report) } }
    }
  }

  fileprivate mutating func clusters(_ findings: ClusterFindings, _ corpus: Corpus) {
    field("topicRule", findings.topicRule)
    arrayField("topics") { writer in
      for topic in findings.topics {
        writer.object { writer in
          writer.field("topic", topic.number)
          writer.field("label", topic.label)
          writer.keywords(topic.keywords)
          writer.members(topic.members, topic.representative, topic.cohesion, corpus)
        }
      }
    }
    field("eventRule", findings.eventRule)
    arrayField("events") { writer in
      for event in findings.events {
        writer.object { writer in
          writer.field("event", event.number)
          writer.field("topic", event.topic)
          writer.field("label", event.label)
          writer.keywords(event.keywords)
          writer.members(event.members, event.representative, event.cohesion, corpus)
          if let earliest = event.earliest {
            writer.field("earliest", corpus.documents[earliest].id)
          }
          if let date = event.firstDate { writer.field("firstDate", date.description) }
          if let date = event.lastDate { writer.field("lastDate", date.description) }
        }
      }
    }
  }

  private mutating func keywords(_ keywords: [Keyword]) {
    arrayField("keywords") { writer in
      for keyword in keywords {
        writer.object { writer in
          writer.field("term", keyword.term)
          writer.field("weight", keyword.weight)
          writer.field("documents", keyword.documents)
        }
      }
    }
  }

  private mutating func members(
    _ members: [Int], _ representative: Int, _ cohesion: Double?, _ corpus: Corpus
  ) {
    arrayField("members") { writer in
      for member in members { writer.value(corpus.documents[member].id) }
    }
    field("representative", corpus.documents[representative].id)
    if let cohesion { field("cohesion", cohesion) }
  }

  fileprivate mutating func similarity(_ overview: SimilarityOverview, _ corpus: Corpus) {
    objectField("similarity") { writer in
      writer.field("unit", overview.unit.rawValue)
      writer.arrayField("order") { writer in
        for row in overview.order {
          switch overview.unit {
          case .documents: writer.value(corpus.documents[row].id)
          case .topics: writer.value(row)
          }
        }
      }
      writer.arrayField("cells") { writer in
        for row in overview.order.indices {
          writer.array { writer in
            for column in overview.order.indices { writer.value(overview[row, column]) }
          }
        }
      }
      writer.arrayField("closestPairs") { writer in
        for pair in overview.closestPairs {
          writer.object { writer in
            writer.field("a", corpus.documents[pair.a].id)
            writer.field("b", corpus.documents[pair.b].id)
            writer.field("score", pair.score)
          }
        }
      }
    }
  }
}
