import AnalysisModel

/// One finding a line, with keys in a fixed order.
///
/// For `report` every line starts with `"finding"`: first a `document` line for each document (id, title, tokens,
/// dates), then `duplicate`, `template`, `passage` and `cluster` lines with the keys they have in their own
/// commands.
struct JSONLinesReporter: Reporter {
  static let format = OutputFormat.jsonl
  static let purpose = "one finding a line, for programs and for long results"

  func render(
    _ report: AnalysisReport, part: ReportPart, context: ReportContext
  ) -> [UInt8] {
    var writer = JSONWriter()
    let names = part == .report
    let report = report.restricted(to: part)
    if names { documentLines(report, to: &writer) }
    if let findings = report.duplicates { duplicateLines(findings, report, names, to: &writer) }
    if let findings = report.passages { passageLines(findings, report, names, to: &writer) }
    if let findings = report.clusters { clusterLines(findings, report, names, to: &writer) }
    return writer.bytes
  }

  private func documentLines(_ report: AnalysisReport, to writer: inout JSONWriter) {
    for index in report.corpus.documents.indices {
      writer.object { writer in
        writer.field("finding", "document")
        writer.documentFields(index, in: report)
      }
      writer.endLine()
    }
  }

  private func duplicateLines(
    _ findings: DuplicateFindings, _ report: AnalysisReport, _ names: Bool,
    to writer: inout JSONWriter
  ) {
    for family in findings.families {
      writer.object { writer in
        if names { writer.field("finding", "duplicate") }
        writer.representativeFields(of: family, in: report.corpus)
      }
      writer.endLine()
      for member in family.members {
        writer.object { writer in
          if names { writer.field("finding", "duplicate") }
          writer.memberFields(member, of: family, in: report.corpus)
        }
        writer.endLine()
      }
    }
    for template in findings.templates {
      for document in template.documents {
        writer.object { writer in
          if names { writer.field("finding", "template") }
          writer.templateFields(document, of: template, in: report.corpus)
        }
        writer.endLine()
      }
    }
  }

  private func passageLines(
    _ findings: PassageFindings, _ report: AnalysisReport, _ names: Bool,
    to writer: inout JSONWriter
  ) {
    for passage in findings.passages {
      writer.object { writer in
        if names { writer.field("finding", "passage") }
        writer.passageFields(passage, in: report)
      }
      writer.endLine()
    }
  }

  private func clusterLines(
    _ findings: ClusterFindings, _ report: AnalysisReport, _ names: Bool,
    to writer: inout JSONWriter
  ) {
    for (document, assignment) in ClusterAssignment.all(of: findings, report.corpus).enumerated() {
      writer.object { writer in
        if names { writer.field("finding", "cluster") }
        writer.clusterFields(
          document: document, topic: findings.topics[assignment.topic],
          event: findings.events[assignment.event], in: report.corpus)
      }
      writer.endLine()
    }
  }
}
