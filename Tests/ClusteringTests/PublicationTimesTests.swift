import AnalysisModel
import Foundation
import Testing

@testable import Clustering

@Suite struct PublicationTimesTests {
  private func dated(_ year: Int?, _ month: Int?, _ day: Int?) throws -> DocumentDating {
    TestCorpus.published(try #require(PartialDate(year: year, month: month, day: day)))
  }

  @Test func sameDateEverywhereSaysNothing() throws {
    let day = try dated(2014, 9, 13)
    let times = PublicationTimes([day, day, day])
    #expect(times.meanKernel == 1)
    #expect(times.factor(0, 1) == 1)
    #expect(times.largestFactor == 1)
  }

  @Test func nearnessCountsByItsRarity() throws {
    let times = PublicationTimes([
      try dated(2024, 1, 1), try dated(2024, 1, 1), try dated(2024, 1, 20), DocumentDating(),
    ])
    let far = exp(-19.0 * 19 / 18)
    #expect(abs(times.meanKernel - (1 + 2 * far) / 3) < 1e-12)
    #expect(abs(times.factor(0, 1) - (1 + 0.5 * (1 - times.meanKernel))) < 1e-12)
    #expect(times.factor(0, 2) < 1)
    #expect(times.factor(0, 3) == 1)
  }

  @Test func thirtyDaysAreTheReach() throws {
    let times = PublicationTimes([try dated(2024, 1, 1), try dated(2024, 1, 31), try dated(2024, 2, 1)])
    #expect(times.factor(0, 1) > 0.5)
    #expect(times.factor(0, 2) == 0.5)
  }

  @Test func boundsOnlyDiscourage() throws {
    let bound = try #require(PartialDate(year: 2024, month: 2, day: 26))
    let notBefore = DocumentDating(
      notBefore: DatedEvidence(date: bound, source: .caption, evidence: "Feb. 26, 2024"))
    let times = PublicationTimes([
      notBefore, try dated(2020, 10, 9), try dated(2024, 2, 20), try dated(2025, 1, 1), notBefore,
    ])
    #expect(times.factor(0, 1) == 0.5)
    #expect(times.factor(0, 2) == 1)
    #expect(times.factor(0, 3) == 1)
    #expect(times.factor(0, 4) == 1)
  }

  @Test func dayWithoutYearFitsThatDayOfAnyYear() throws {
    let times = PublicationTimes([
      try dated(nil, 1, 2), try dated(2021, 1, 10), try dated(2021, 12, 20), try dated(2020, 10, 9),
      DocumentDating(), try dated(nil, 1, 2), try dated(2021, 1, nil),
    ])
    #expect(times.factor(0, 1) == 1)
    #expect(times.factor(0, 2) == 1)
    #expect(times.factor(0, 3) == 0.5)
    #expect(times.factor(0, 4) == 1)
    #expect(times.factor(0, 5) == 1)
    #expect(times.factor(0, 6) == 1)
  }

  @Test func monthsAndYearsAreSpans() throws {
    let times = PublicationTimes([
      try dated(2024, 3, nil), try dated(2024, 4, 30), try dated(2024, 5, 1), try dated(2023, nil, nil),
      try dated(2024, 1, 30), try dated(2024, 1, 31),
    ])
    #expect(times.factor(0, 1) == 1)
    #expect(times.factor(0, 2) == 0.5)
    #expect(times.factor(3, 4) == 1)
    #expect(times.factor(3, 5) == 0.5)
  }
}
