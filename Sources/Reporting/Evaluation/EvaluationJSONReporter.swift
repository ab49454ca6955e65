import AnalysisModel

/// One JSON document: all figures in full precision, all evidence.
struct EvaluationJSONReporter: EvaluationReporter {
  static let format = EvaluationFormat.json

  func render(_ report: EvaluationReport, context: ReportContext) -> [UInt8] {
    // Two levels broken into lines: the document's keys, and the elements of its lists.
    var writer = JSONWriter(expandedDepth: 2)
    writer.object { writer in
      writer.field("schemaVersion", EvaluationReport.schemaVersion)
      writer.objectField("tool") { writer in
        writer.field("name", "refrain")
        writer.field("version", context.version)
      }
      writer.field("evaluation", Self.name(of: report.findings))
      writer.field("gold", report.gold)
      writer.arrayField("found") { writer in report.found.forEach { writer.value($0) } }
      writer.arrayField("leftOut") { writer in
        for left in report.leftOut {
          writer.object { writer in
            writer.field("what", left.what)
            writer.field("count", left.count)
            writer.arrayField("examples") { writer in left.examples.forEach { writer.value($0) } }
          }
        }
      }
      writer.findings(report.findings)
    }
    writer.endLine()
    return writer.bytes
  }

  private static func name(of findings: EvaluationReport.Findings) -> String {
    switch findings {
    case .clusters: "clusters"
    case .duplicates: "duplicates"
    case .verdicts: "verdicts"
    case .passages: "passages"
    case .calibration: "calibration"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func findings(_ findings: EvaluationReport.Findings) {
    switch findings {
    case .clusters(let evaluation): fields(of: evaluation)
    case .duplicates(let evaluation): fields(of: evaluation)
    case .verdicts(let confusion): fields(of: confusion)
    case .passages(let evaluation): fields(of: evaluation)
    case .calibration(let calibration): calibrationFields(calibration)
    }
  }

  /// Measures, those of a group in an object of its own.
  private mutating func measures(_ measures: [EvaluationMeasures.Measure]) {
    var rest = measures[...]
    while let first = rest.first {
      let parts = first.name.split(separator: ".", maxSplits: 1)
      guard parts.count == 2 else {
        measure(String(parts[0]), first.value)
        rest = rest.dropFirst()
        continue
      }
      let prefix = parts[0] + "."
      let group = rest.prefix { $0.name.hasPrefix(prefix) }
      objectField(String(parts[0])) { writer in
        for one in group { writer.measure(String(one.name.dropFirst(prefix.count)), one.value) }
      }
      rest = rest.dropFirst(group.count)
    }
  }

  private mutating func measure(_ name: String, _ value: EvaluationMeasures.Value) {
    switch value {
    case .count(let count): field(name, count)
    case .share(let share): field(name, share)
    }
  }

  private mutating func optional(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  // MARK: Clusters

  private mutating func fields(of evaluation: ClusterEvaluation) {
    field("level", evaluation.level)
    measures(EvaluationMeasures.of(evaluation))
    disagreements("mixedClusters", evaluation.mixedClusters)
    disagreements("tornLabels", evaluation.tornLabels)
  }

  private mutating func disagreements(_ name: String, _ all: [ClusterEvaluation.Disagreement]) {
    arrayField(name) { writer in
      for one in all {
        writer.object { writer in
          writer.optional("name", one.name)
          writer.field("documents", one.documentCount)
          writer.field("partedPairs", one.partedPairs)
          writer.arrayField("parts") { writer in
            for part in one.parts {
              writer.object { writer in
                writer.optional("name", part.name)
                writer.field("documents", part.documentCount)
                writer.field("example", part.example)
              }
            }
          }
        }
      }
    }
  }

  // MARK: Duplicates

  private mutating func fields(of evaluation: DuplicateEvaluation) {
    measures(EvaluationMeasures.of(evaluation))
    arrayField("mixedFamilies") { writer in
      for family in evaluation.mixedFamilies {
        writer.object { writer in
          writer.field("representative", family.representative)
          writer.field("label", family.label)
          writer.field("right", family.rightlyRemoved)
          writer.arrayField("wrong") { writer in
            for stranger in family.strangers {
              writer.object { writer in
                writer.field("id", stranger.id)
                writer.field("label", stranger.label)
              }
            }
          }
        }
      }
    }
    arrayField("tornLabels") { writer in
      for label in evaluation.tornLabels {
        writer.object { writer in
          writer.field("label", label.label)
          writer.field("missed", label.missed)
          writer.arrayField("parts") { writer in
            for part in label.parts {
              writer.object { writer in
                writer.field("id", part.id)
                writer.optional("removedFor", part.removedFor)
                writer.field("right", part.rightlyRemoved)
              }
            }
          }
        }
      }
    }
  }

  // MARK: Verdicts

  private mutating func fields(of confusion: VerdictConfusion) {
    field("cases", confusion.caseCount)
    field("right", confusion.rightCount)
    field("factsExpected", confusion.factsExpected)
    field("factsFound", confusion.factsFound)
    arrayField("outcomes") { writer in
      for outcome in VerdictConfusion.Outcome.allCases { writer.value(outcome.rawValue) }
    }
    arrayField("counts") { writer in
      for row in confusion.counts { writer.array { writer in row.forEach { writer.value($0) } } }
    }
    arrayField("kinds") { writer in
      for kind in confusion.kinds {
        writer.object { writer in
          writer.field("kind", kind.name)
          writer.field("cases", kind.caseCount)
          writer.field("right", kind.rightCount)
        }
      }
    }
    arrayField("removedSiblings") { writer in confusion.removedSiblings.forEach { writer.value($0) } }
    arrayField("mistakes") { writer in
      for mistake in confusion.mistakes {
        writer.object { writer in
          writer.field("id", mistake.id)
          writer.field("original", mistake.original)
          writer.optional("kind", mistake.kind)
          writer.field("expected", mistake.expected.rawValue)
          writer.field("found", mistake.found.rawValue)
          writer.optional("removedFor", mistake.removedFor)
        }
      }
    }
  }

  // MARK: Passages

  private mutating func fields(of evaluation: PassageEvaluation) {
    optional("class", evaluation.category)
    key("listedPairs")
    if let count = evaluation.listedPairCount { value(count) } else { null() }
    measures(EvaluationMeasures.of(evaluation.agreement))
    passages("missed", evaluation.missed)
    passages("strays", evaluation.strays)
  }

  private mutating func passages(_ name: String, _ records: [PassageRecord]) {
    arrayField(name) { writer in
      for record in records {
        writer.object { writer in
          let passage = record.passage
          writer.field("line", record.line)
          writer.field("a_id", passage.pair.a)
          writer.field("a_offset", passage.a.lowerBound)
          writer.field("a_length", passage.a.count)
          writer.field("b_id", passage.pair.b)
          writer.field("b_offset", passage.b.lowerBound)
          writer.field("b_length", passage.b.count)
          writer.optional("class", record.category)
        }
      }
    }
  }
}
