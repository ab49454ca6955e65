import AnalysisModel
import Baselines
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct BaselineWriterTests {
  private func baseline() throws -> Baseline {
    let report = try CopiesSample.report()
    let settings = ConfigurationListing(report.configuration).settings(deciding: report.findingKinds)
    return Baseline(of: report, settings: settings)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let baseline = try baseline()
    let read = try BaselineReader.read(Data(BaselineWriter.render(baseline)), path: "known.baseline")
    #expect(read.kinds == baseline.kinds)
    #expect(read.settings == baseline.settings)
    #expect(read.passages == baseline.passages)
    // Members come back in the order of the lines.
    #expect(read.families.map { Set($0.documents) } == baseline.families.map { Set($0.documents) })
    #expect(read.families.map { $0.documents.first } == baseline.families.map { $0.documents.first })
    let report = try CopiesSample.report()
    let comparison = try read.comparison(with: report, path: "known.baseline")
    #expect(FindingKind.allCases.allSatisfy { comparison.newCount($0) == 0 } && comparison.gone.isEmpty)
  }

  @Test func linesAreSortedAndHoldNoText() throws {
    let text = String(decoding: BaselineWriter.render(try baseline()), as: UTF8.self)
    let lines = text.split(separator: "\n").dropFirst().map { Array($0.utf8) }
    #expect(lines == lines.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(!text.contains("council") && !text.contains("Bridge"))
    #expect(text.hasSuffix("}\n"))
    try GoldenFiles(target: "ReportingTests").check(text.utf8, against: "copies.baseline")
  }

  @Test func theOrderOfTheFindingsDoesNotShow() throws {
    var report = try CopiesSample.report()
    let before = BaselineWriter.render(Baseline(of: report, settings: [:]))
    report.passages?.passages.reverse()
    report.duplicates?.families[0].members.reverse()
    report.duplicates?.families[0].number = 7
    #expect(BaselineWriter.render(Baseline(of: report, settings: [:])) == before)
  }

  @Test func onlySettingsThatDecideAreRemembered() {
    var configuration = Configuration()
    let all = ConfigurationListing(configuration).settings(deciding: Set(FindingKind.allCases))
    #expect(all["duplicates.jaccard"] == "0.8")
    #expect(all["passages.minimumTokens"] == "12")
    configuration.features.stopWords = ["the"]
    configuration.clusters.topics = 3
    configuration.offsets = .bytes
    #expect(ConfigurationListing(configuration).settings(deciding: Set(FindingKind.allCases)) == all)
    configuration.features.foldDiacritics = true
    #expect(ConfigurationListing(configuration).settings(deciding: Set(FindingKind.allCases)) != all)
    let passages = ConfigurationListing(configuration).settings(deciding: [.passage])
    #expect(!passages.keys.contains { $0.hasPrefix("duplicates.") })
  }
}
