import AnalysisModel
import Foundation
import Testing

@testable import Reporting

@Suite struct SARIFReporterTests {
  private let context = ReportContext(version: "1.2.3", inputs: ["news.jsonl"])

  private func render(_ report: AnalysisReport, _ part: ReportPart = .report) throws -> [String: Any] {
    let bytes = try SARIFReporter().render(report, part: part, context: context)
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func results(_ report: AnalysisReport, _ part: ReportPart = .report) throws -> [[String: Any]] {
    let runs = try #require(try render(report, part)["runs"] as? [[String: Any]])
    return try #require(runs.first?["results"] as? [[String: Any]])
  }

  @Test(arguments: ReportPart.allCases.filter { $0 != .clusters })
  func theSchemaHolds(_ part: ReportPart) throws {
    var withTemplate = try CopiesSample.report()
    withTemplate.duplicates?.templates = [
      TemplateGroup(number: 1, documents: [4, 5, 6], frame: "Sold on … for …", slotCount: 2)
    ]
    for report in [try SeedsSample.report(), withTemplate, try BaselineSample.report()] {
      let problems = SARIFSchema.problems(of: try render(report, part))
      #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }
  }

  /// The checker itself must be able to find fault.
  @Test func theSchemaIsNotJustPatient() throws {
    var log = try render(try CopiesSample.report())
    log["extra"] = 1
    log["version"] = "2.0.0"
    var runs = try #require(log["runs"] as? [[String: Any]])
    var results = try #require(runs[0]["results"] as? [[String: Any]])
    results[0]["level"] = "fatal"
    results[1]["message"] = nil
    runs[0]["results"] = results
    runs[0]["columnKind"] = "bytes"
    log["runs"] = runs
    #expect(SARIFSchema.problems(of: log).count == 5)
  }

  @Test func rulesFollowTheVerdicts() throws {
    let results = try results(try CopiesSample.report())
    #expect(
      results.map { $0["ruleId"] as? String } == [
        "identical", "same-text", "near-copy", "contained", "template",
      ] + Array(repeating: "passage", count: 5))
    #expect(results.allSatisfy { $0["baselineState"] == nil })
  }

  @Test func placesAreCodePointsInTheFile() throws {
    let first = try #require(try results(try SeedsSample.report(), .passages).first)
    let location = try #require((first["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    #expect(
      (physical["artifactLocation"] as? [String: Any])?["uri"] as? String == "seeds/001_7338a0a39fe27686.txt")
    let region = try #require(physical["region"] as? [String: Int])
    let file = try String(
      contentsOf: packageRoot.appending(path: "seeds/001_7338a0a39fe27686.txt"), encoding: .utf8)
    let scalars = Array(file.unicodeScalars)
    let start = try #require(region["charOffset"])
    let passage = scalars[start..<start + (region["charLength"] ?? 0)]
    #expect(String(String.UnicodeScalarView(passage)).hasPrefix("Ismail Haniyeh, the head"))
    #expect(region["startLine"] == 12 && region["startColumn"] == 3 && region["endLine"] == 12)
    #expect((first["relatedLocations"] as? [[String: Any]])?.count == 1)
  }

  @Test func recordsAreNamedByTheirLineAndId() throws {
    let first = try #require(try results(try CopiesSample.report(), .duplicates).first)
    let location = try #require((first["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    #expect(physical["region"] as? [String: Int] == ["startLine": 2])
    let logical = try #require((location["logicalLocations"] as? [[String: Any]])?.first)
    #expect(logical["fullyQualifiedName"] as? String == "a2")
    #expect((first["message"] as? [String: Any])?["text"] as? String == "Identical to [a1](1).")
  }

  @Test func statesFollowTheBaseline() throws {
    let results = try results(try BaselineSample.report())
    let states = results.map { $0["baselineState"] as? String }
    // Four duplicates, a template, five passages, then what is gone: a duplicate and a passage.
    #expect(
      states == [
        "unchanged", "unchanged", "new", "unchanged", "unchanged", "unchanged", "unchanged", "new", "new",
        "unchanged", "absent", "absent",
      ])
    #expect(results.suffix(2).map { $0["ruleId"] as? String } == ["same-text", "passage"])
    // The further document of the known passage comes first, since it is what is new.
    let places = try #require(results[7]["locations"] as? [[String: Any]])
    let logical = try #require((places.first?["logicalLocations"] as? [[String: Any]])?.first)
    #expect(logical["fullyQualifiedName"] as? String == "a4")
  }

  @Test func fingerprintsStayWhenTheOrderChanges() throws {
    func fingerprints(_ report: AnalysisReport) throws -> Set<String> {
      Set(
        try results(report).compactMap {
          ($0["partialFingerprints"] as? [String: String])?["refrainFinding/v1"]
        })
    }
    let before = try CopiesSample.report()
    var after = before
    after.duplicates?.families[0].members.reverse()
    after.passages?.passages.reverse()
    #expect(try fingerprints(before) == fingerprints(after))
    #expect(try fingerprints(before).count == 10)
  }

  @Test func clustersAreRefused() {
    #expect(throws: RefrainError.self) { try SARIFReporter().check(.clusters) }
  }
}
