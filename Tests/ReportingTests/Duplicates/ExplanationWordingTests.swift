import AnalysisModel
import Testing

@testable import Reporting

/// Why two related documents are not in one family, in words.
@Suite struct ExplanationWordingTests {
  private func families(
    _ a: DuplicateStanding.Role, _ b: DuplicateStanding.Role, holds: Bool = true,
    linkage: DuplicateOptions.Linkage = .star
  ) throws -> [String] {
    let measure = RuleCheck.Measure(
      part: holds ? 9 : 1, whole: 10, threshold: try #require(DecimalFraction("0.8")))
    let explanation = DuplicateExplanation(
      a: .init(document: 0, bytes: 1, tokens: 1, shingles: 1, standing: .init(role: a)),
      b: .init(document: 1, bytes: 1, tokens: 1, shingles: 1, standing: .init(role: b)),
      sharedShingles: 1, alignedTokens: 1, factsDiffer: false,
      checks: [RuleCheck(.nearCopy, measure: measure)], differences: [])
    var report = try CopiesSample.report()
    report.configuration.duplicates.linkage = linkage
    return ExplanationWording(explanation, report).families
  }

  private func member(of representative: Int, family: Int) -> DuplicateStanding.Role {
    .member(
      DuplicateMember(document: 9, verdict: .nearCopy, score: 0.85, containment: 0.9), family: family,
      representative: representative)
  }

  @Test func oneRepresentsTheOther() throws {
    #expect(
      try families(.representative(family: 1, size: 2), member(of: 0, family: 1)) == [
        "A represents family 1 of 2 documents.", "B belongs to family 1 of A, as near copy 0.85.",
      ])
  }

  @Test func bothBelongToAThird() throws {
    let together = try families(member(of: 2, family: 3), member(of: 2, family: 3), holds: false)
    #expect(together.last == "Both are in the family of a3; they are not related to each other.")
    let related = try families(member(of: 2, family: 3), member(of: 2, family: 3))
    #expect(related.last == "Both are in the family of a3; they are related to each other, too.")
  }

  @Test func anotherCameFirst() throws {
    let one = try families(.alone, member(of: 2, family: 3))
    #expect(one.last?.hasPrefix("Related, but claimed by another document first: B by a3.") == true)
    let both = try families(member(of: 3, family: 4), member(of: 2, family: 3))
    #expect(both.last?.contains("A by a4 and B by a3.") == true)
  }

  @Test func strangersNeedNoReason() throws {
    #expect(try families(.alone, member(of: 2, family: 3), holds: false).count == 2)
  }

  @Test func completeLinkageKeepsRelatedOnesApart() throws {
    #expect(try families(.alone, .alone, linkage: .complete).last?.contains("complete linkage") == true)
  }
}
