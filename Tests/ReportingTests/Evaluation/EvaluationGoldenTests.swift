import AnalysisModel
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// Every format of every evaluation, byte for byte.
@Suite struct EvaluationGoldenTests {
  private static let extensions: [EvaluationFormat: String] = [
    .terminal: "txt", .json: "json", .csv: "csv", .markdown: "md",
  ]

  private func bytes(
    _ report: EvaluationReport, _ format: EvaluationFormat, width: Int = 80, colour: Bool = false
  ) -> [UInt8] {
    EvaluationReporters.reporter(for: format)
      .render(report, context: ReportContext(version: "1.2.3", width: width, usesColour: colour))
  }

  @Test(arguments: EvaluationFormat.allCases)
  func golden(_ format: EvaluationFormat) throws {
    let pathExtension = try #require(Self.extensions[format])
    #expect(EvaluationFormat(pathExtension: pathExtension) == format)
    for (name, report) in EvaluationSample.all {
      try GoldenFiles(target: "ReportingTests")
        .check(bytes(report, format), against: "evaluation.\(name).\(pathExtension)")
    }
  }

  @Test("Wide and coloured")
  func wide() throws {
    try GoldenFiles(target: "ReportingTests").check(
      bytes(EvaluationSample.calibration, .terminal, width: 130, colour: true),
      against: "evaluation.calibration.130.txt")
  }

  @Test("No line of the terminal is wider than it", arguments: [40, 60, 80, 100, 200])
  func width(_ width: Int) {
    for (name, report) in EvaluationSample.all {
      for line in String(decoding: bytes(report, .terminal, width: width), as: UTF8.self).split(
        separator: "\n")
      {
        #expect(DisplayWidth.of(line) <= width, "\(name): \(line)")
      }
    }
  }

  @Test("JSON is well-formed and holds every figure in full")
  func json() throws {
    for (name, report) in EvaluationSample.all {
      let object = try JSONSerialization.jsonObject(with: Data(bytes(report, .json))) as? [String: Any]
      #expect(object?["schemaVersion"] as? Int == 1, "\(name)")
      #expect(object?["gold"] as? String == report.gold, "\(name)")
    }
    let object = try JSONSerialization.jsonObject(with: Data(bytes(EvaluationSample.clusters, .json)))
    #expect((object as? [String: Any])?["adjustedRandIndex"] as? Double == 0.876_543_21)
  }

  @Test("Names out of files command no terminal and format no page")
  func hostile() {
    let report = EvaluationReport(
      gold: "g\u{1B}[31m.jsonl", found: ["<b>f</b>"],
      leftOut: [.init(what: "ids of <i>\u{1B}[0m", count: 1, examples: ["\u{1B}]0;x\u{7}"])],
      findings: .duplicates(
        DuplicateEvaluation(
          documentCount: 1, labelCount: 1, familyCount: 1,
          records: DuplicateAgreement(rightlyRemoved: 0, wronglyRemoved: 1, redundant: 0),
          pairs: PairCounts(together: 0, found: 1, gold: 0, all: 1),
          mixedFamilies: [
            .init(
              representative: "a\u{202E}b", label: "<script>", rightlyRemoved: 0,
              strangers: [.init(id: "\u{1B}c", label: "|x|")])
          ], tornLabels: [])))
    for format in [EvaluationFormat.terminal, .markdown] {
      let text = String(decoding: bytes(report, format), as: UTF8.self)
      #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.isHazardous($0) }, "\(format)")
    }
    #expect(!String(decoding: bytes(report, .markdown), as: UTF8.self).contains("<script>"))
  }
}
