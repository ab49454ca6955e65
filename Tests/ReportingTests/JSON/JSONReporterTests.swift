import AnalysisModel
import Foundation
import Testing

@testable import Reporting

@Suite struct JSONReporterTests {
  private let context = ReportContext(version: "1.2.3")

  @Test(arguments: ReportPart.allCases)
  func documentsAreValidJSON(_ part: ReportPart) throws {
    for report in [try SeedsSample.report(), try CopiesSample.report()] {
      let bytes = JSONReporter().render(report, part: part, context: context)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      #expect(object["schemaVersion"] as? Int == AnalysisReport.schemaVersion)
      #expect((object["documents"] as? [Any])?.count == report.corpus.documents.count)
      #expect((object["families"] != nil) == (part == .report || part == .duplicates))
      #expect((object["passages"] != nil) == (part == .report || part == .passages))
      #expect((object["topics"] != nil) == (part == .report || part == .clusters))
    }
  }

  @Test(arguments: ReportPart.allCases)
  func everyLineOfJSONLinesIsARecord(_ part: ReportPart) throws {
    let report = try CopiesSample.report()
    let text = String(
      decoding: JSONLinesReporter().render(report, part: part, context: context), as: UTF8.self)
    let lines = text.split(separator: "\n")
    for line in lines {
      let record = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect((record["finding"] != nil) == (part == .report))
    }
    let expected: [ReportPart: Int] = [
      .report: 8 + 6 + 3 + 5 + 8, .duplicates: 6 + 3, .passages: 5, .clusters: 8,
    ]
    #expect(lines.count == expected[part])
  }

  @Test func recordsHaveTheContractsKeysInOrder() throws {
    let report = try CopiesSample.report()
    func firstLines(_ part: ReportPart) -> [Substring] {
      String(decoding: JSONLinesReporter().render(report, part: part, context: context), as: UTF8.self)
        .split(separator: "\n")
    }
    let duplicates = firstLines(.duplicates)
    #expect(
      duplicates[0]
        == #"{"id":"a1","family":1,"representative":"a1","verdict":"representative","score":1,"containment":1,"representativeContainment":1}"#
    )
    #expect(
      duplicates[3].hasSuffix(
        #""verdict":"near-copy","score":0.8214285714285714,"containment":0.9,"facts":"differ","representativeContainment":0.875}"#
      ))
    #expect(duplicates[6] == #"{"id":"a1","template":1,"representative":"a1"}"#)
    #expect(
      firstLines(.passages)[1].hasSuffix(
        #""places":[{"id":"a1","start":0,"end":88,"line":1,"column":1},{"id":"a2","start":0,"end":88,"line":1,"column":1}]}"#
      ))
    #expect(
      firstLines(.passages)[0].hasSuffix(
        #","line":1,"column":1,"field":"title"}],"line":true}"#))
    #expect(
      firstLines(.clusters)[0]
        == #"{"id":"a1","topic":1,"event":1,"topicLabel":"bridge, council","eventLabel":"Bridge closes, again"}"#
    )
  }

  @Test func offsetsComeInTheUnitAskedFor() throws {
    var report = try CopiesSample.report()
    report.configuration.offsets = .bytes
    let text = String(
      decoding: JSONLinesReporter().render(report, part: .passages, context: context), as: UTF8.self)
    // 25 characters of three bytes each, then CR LF.
    #expect(text.contains(#"{"id":"b,1","start":77,"end":152,"line":2,"column":1}"#))
  }

  @Test func aReportWithoutDocumentsIsComplete() throws {
    let report = AnalysisReport(
      configuration: Configuration(), corpus: Corpus(documents: []), tokenCount: 0, dates: [],
      duplicates: DuplicateFindings(families: [], documentsWithoutTokens: []),
      passages: PassageFindings(passages: [], repeatedTokens: [], documentTokens: []),
      clusters: ClusterFindings(topics: [], events: [], topicRule: "", eventRule: ""))
    for reporter in ReporterRegistry.all where reporter.format != .csv {
      for part in ReportPart.allCases where (try? reporter.check(part)) != nil {
        let bytes = try reporter.render(report, part: part, context: context)
        #expect(bytes.isEmpty == (reporter.format == .jsonl))
      }
    }
  }
}
