import AnalysisModel

/// What is new since a baseline and what the gates say; nothing where there was neither.
extension JSONWriter {
  mutating func baseline(of report: AnalysisReport) {
    guard let baseline = report.baseline else { return }
    objectField("baseline") { writer in
      writer.field("path", baseline.path)
      for kind in FindingKind.allCases where report.findingKinds.contains(kind) {
        writer.objectField("\(kind.rawValue)s") { writer in
          writer.field("new", baseline.newCount(kind))
          writer.field("known", baseline.knownCount(kind))
          writer.field("gone", baseline.goneCount(kind))
        }
      }
    }
  }

  mutating func gates(_ outcomes: [GateOutcome]) {
    guard !outcomes.isEmpty else { return }
    arrayField("gates") { writer in
      for outcome in outcomes {
        writer.object { writer in
          writer.field("gate", GateWording.option(outcome.gate))
          writer.field("found", outcome.found)
          writer.field("documents", outcome.documents)
          writer.field("newOnly", outcome.countsNewOnly)
          writer.field("exceeded", outcome.isExceeded)
        }
      }
    }
  }
}
