import AnalysisModel

/// An exploration as one JSON document.
struct ExplorationJSON {
  private let exploration: DuplicateExploration
  private let report: AnalysisReport
  private let context: ReportContext

  init(_ exploration: DuplicateExploration, _ report: AnalysisReport, _ context: ReportContext) {
    self.exploration = exploration
    self.report = report
    self.context = context
  }

  /// The UTF-8 of the document.
  var bytes: [UInt8] {
    var writer = JSONWriter(expandedDepth: 2)
    writer.object { writer in
      writer.header(part: "exploration", context)
      writer.configuration(report.configuration)
      writer.account(of: report)
      writer.warnings(report.corpus.warnings)
      writer.steps("jaccard", exploration.jaccard, report.corpus)
      writer.steps("containment", exploration.containment, report.corpus)
    }
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func steps(
    _ name: String, _ steps: [DuplicateExploration.Step], _ corpus: Corpus
  ) {
    arrayField(name) { writer in
      for step in steps {
        writer.object { writer in
          writer.field("threshold", step.threshold.doubleValue)
          writer.field("configured", step.isConfigured)
          writer.field("families", step.familyCount)
          writer.field("documents", step.documentCount)
          writer.field("removals", step.removalCount)
          writer.field("largestFamily", step.largestFamily)
          writer.pairs("above", step.above, corpus)
          writer.pairs("below", step.below, corpus)
        }
      }
    }
  }

  private mutating func pairs(
    _ name: String, _ pairs: [DuplicateExploration.BorderlinePair], _ corpus: Corpus
  ) {
    arrayField(name) { writer in
      for pair in pairs {
        writer.object { writer in
          writer.field("id", corpus.documents[pair.member].id)
          writer.field("representative", corpus.documents[pair.representative].id)
          writer.field("score", pair.score)
          writer.field("containment", pair.containment)
          if pair.factsDiffer { writer.field("facts", "differ") }
          writer.arrayField("differences") { writer in
            for difference in pair.differences {
              writer.object { writer in
                writer.field("representative", difference.representative)
                writer.field("other", difference.other)
              }
            }
          }
          writer.field("differencesOmitted", pair.differencesOmitted)
        }
      }
    }
  }
}
