import AnalysisModel
import Testing

@Suite("Explanations of duplicates")
struct DuplicateExplanationTests {
  private func measure(_ part: Int, _ whole: Int, _ threshold: String) throws -> RuleCheck.Measure {
    RuleCheck.Measure(part: part, whole: whole, threshold: try #require(DecimalFraction(threshold)))
  }

  private func explanation(_ checks: [RuleCheck]) -> DuplicateExplanation {
    let side = DuplicateExplanation.Side(document: 0, bytes: 1, tokens: 1, shingles: 1)
    return DuplicateExplanation(
      a: side, b: side, sharedShingles: 0, alignedTokens: 0, factsDiffer: false, checks: checks,
      differences: [])
  }

  @Test("Thresholds are met exactly, and never by nothing")
  func measures() throws {
    #expect(try measure(4, 5, "0.8").isMet)
    #expect(try !measure(79_999, 100_000, "0.8").isMet)
    #expect(try !measure(0, 0, "0").isMet && !measure(0, 5, "0").isMet)
    #expect(try measure(0, 0, "0.5").value == 0)
  }

  @Test("A rule asks for a share and for a length; the lesser part says how near it came")
  func nearness() throws {
    let short = RuleCheck(.aInB, measure: try measure(9, 10, "0.9"), length: .init(tokens: 15, minimum: 30))
    #expect(!short.holds && short.nearness == 0.5)
    let long = RuleCheck(.aInB, measure: try measure(9, 10, "0.9"), length: .init(tokens: 30, minimum: 30))
    #expect(long.holds && long.nearness == 1)
    #expect(RuleCheck(.nearCopy, measure: try measure(1, 4, "0.5")).nearness == 0.5)
    #expect(RuleCheck(.identical, holds: false).nearness == 0)
  }

  @Test("The first rule that holds decides; without one, the nearest is known, ties to the earlier")
  func decision() throws {
    let checks = [
      RuleCheck(.identical, holds: false), RuleCheck(.nearCopy, measure: try measure(4, 10, "0.8")),
      RuleCheck(.aInB, measure: try measure(9, 10, "0.9"), length: .init(tokens: 15, minimum: 30)),
      RuleCheck(.bInA, measure: try measure(3, 10, "0.9"), length: .init(tokens: 30, minimum: 30)),
    ]
    #expect(explanation(checks).deciding == nil)
    #expect(explanation(checks).nearest?.rule == .nearCopy)
    #expect(explanation(checks + [RuleCheck(.sameText, holds: true)]).deciding?.rule == .sameText)
    #expect(explanation([checks[0]]).nearest == nil)
  }

  @Test("Documents stand alone, represent, or belong")
  func standings() {
    let member = DuplicateMember(document: 4, verdict: .nearCopy, score: 0.9, containment: 0.9)
    let findings = DuplicateFindings(
      families: [DuplicateFamily(number: 1, representative: 2, members: [member])],
      templates: [TemplateGroup(number: 7, documents: [2, 5, 6], frame: "", slotCount: 1)],
      documentsWithoutTokens: [])
    #expect(
      findings.standing(of: 2) == DuplicateStanding(role: .representative(family: 1, size: 2), template: 7))
    #expect(
      findings.standing(of: 4) == DuplicateStanding(role: .member(member, family: 1, representative: 2)))
    #expect(findings.standing(of: 5) == DuplicateStanding(template: 7))
    #expect(findings.standing(of: 0).family == nil && findings.standing(of: 4).family == 1)
  }
}
