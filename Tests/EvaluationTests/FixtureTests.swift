import AnalysisModel
import Evaluation
import Foundation
import Testing

/// What scikit-learn says of the same labellings; made by scripts/regenerate-evaluation-fixtures.
struct AgreementFixture: Decodable, Sendable {
  var name: String
  var gold: [Int]
  var found: [Int]
  var homogeneity: Double
  var completeness: Double
  var vMeasure: Double
  var normalizedMutualInformation: Double
  var adjustedMutualInformation: Double
  var adjustedRandIndex: Double

  static func all() throws -> [AgreementFixture] {
    struct File: Decodable { var cases: [AgreementFixture] }
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/cluster-agreement.json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: path)).cases
  }
}

@Suite struct FixtureTests {
  @Test func everyMeasureEqualsScikitLearn() throws {
    let fixtures = try AgreementFixture.all()
    #expect(fixtures.count == 16)
    for fixture in fixtures {
      let agreement = ClusterAgreement(ContingencyTable(gold: fixture.gold, found: fixture.found))
      let information = agreement.information
      let pairs = [
        ("homogeneity", information.homogeneity, fixture.homogeneity),
        ("completeness", information.completeness, fixture.completeness),
        ("V", information.vMeasure, fixture.vMeasure),
        ("NMI", information.normalizedMutualInformation, fixture.normalizedMutualInformation),
        ("AMI", information.adjustedMutualInformation, fixture.adjustedMutualInformation),
        ("ARI", agreement.adjustedRandIndex, fixture.adjustedRandIndex),
      ]
      for (measure, ours, theirs) in pairs {
        #expect(abs(ours - theirs) <= 1e-9, "\(measure) of \(fixture.name): \(ours) against \(theirs)")
      }
    }
  }
}
