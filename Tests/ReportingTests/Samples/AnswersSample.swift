import AnalysisModel

@testable import Reporting

/// Answers about the documents of `CopiesSample`, harmful ones among them.
enum AnswersSample {
  private static let jaccard = DecimalFraction("0.8")!
  private static let containment = DecimalFraction("0.9")!

  /// A near copy and its representative.
  static func explanation() throws -> (DuplicateExplanation, AnalysisReport) {
    let report = try CopiesSample.report()
    func difference(_ a: String, _ b: String) throws -> DuplicateExplanation.Difference {
      DuplicateExplanation.Difference(
        a: a, b: b,
        placeInA: a.isEmpty ? nil : try places(of: a, in: report.corpus, document: 0).first,
        placeInB: b.isEmpty ? nil : try places(of: b, in: report.corpus, document: 3).first)
    }
    var again = try difference("", "")
    again.a = "again"
    again.placeInA = try places(of: "again", in: report.corpus, document: 0, field: .title).first
    let findings = report.duplicates ?? DuplicateFindings(families: [], documentsWithoutTokens: [])
    let part = "to close the old bridge for repairs that will last"
    let explanation = DuplicateExplanation(
      a: .init(document: 0, bytes: 124, tokens: 23, shingles: 19, standing: findings.standing(of: 0)),
      b: .init(document: 3, bytes: 118, tokens: 22, shingles: 18, standing: findings.standing(of: 3)),
      sharedShingles: 17, alignedTokens: 20, factsDiffer: false,
      checks: [
        RuleCheck(.identical, holds: false), RuleCheck(.sameText, holds: false),
        RuleCheck(.template, holds: false),
        RuleCheck(.nearCopy, measure: .init(part: 17, whole: 20, threshold: jaccard)),
        RuleCheck(
          .aInB, measure: .init(part: 17, whole: 19, threshold: containment),
          length: .init(tokens: 23, minimum: 30)),
        RuleCheck(
          .bInA, measure: .init(part: 17, whole: 18, threshold: containment),
          length: .init(tokens: 22, minimum: 30)),
      ],
      differences: [again, try difference("Monday", "Tuesday"), try difference("12", "14")],
      passages: [
        Passage(
          number: 1, tokenCount: 10, kind: .reused, isLine: false, text: part,
          places: try places(of: part, in: report.corpus, document: 0)
            + places(of: part, in: report.corpus, document: 3))
      ])
    return (explanation, report)
  }

  /// Two documents that have nothing in common, one of them hostile.
  static func strangers() throws -> (DuplicateExplanation, AnalysisReport) {
    let report = try CopiesSample.report()
    let none = RuleCheck.Measure(part: 0, whole: 40, threshold: jaccard)
    let hostile = CopiesSample.hostileText
    return (
      DuplicateExplanation(
        a: .init(document: 5, bytes: 300, tokens: 30, shingles: 26),
        b: .init(document: 7, bytes: 0, tokens: 0, shingles: 0), sharedShingles: 0, alignedTokens: 0,
        factsDiffer: false,
        checks: [RuleCheck(.identical, holds: false), RuleCheck(.nearCopy, measure: none)],
        differences: [
          .init(
            a: hostile, b: "",
            placeInA: try places(of: hostile, in: report.corpus, document: 5).first, placeInB: nil)
        ]), report
    )
  }

  /// Thresholds with pairs near them, one of them hostile.
  static func exploration() throws -> (DuplicateExploration, AnalysisReport) {
    let near = DuplicateExploration.BorderlinePair(
      representative: 0, member: 3, score: 0.8214285714285714, containment: 0.9, factsDiffer: true,
      differences: [
        WordDifference(representative: "Monday", other: "Tuesday"),
        WordDifference(representative: "12", other: "14"),
      ], differencesOmitted: 1)
    let hostile = DuplicateExploration.BorderlinePair(
      representative: 4, member: 5, score: 0.79999, containment: 1,
      differences: [WordDifference(representative: "", other: CopiesSample.hostileText)])
    func step(_ threshold: String, _ counts: [Int]) -> DuplicateExploration.Step {
      DuplicateExploration.Step(
        threshold: DecimalFraction(threshold)!, isConfigured: threshold == "0.8", familyCount: counts[0],
        documentCount: counts[1], removalCount: counts[2], largestFamily: counts[3])
    }
    var steps = [step("0.5", [2, 6, 4, 4]), step("0.8", [1, 4, 3, 4]), step("0.825", [1, 3, 2, 3])]
    steps[0].above = [hostile]
    steps[1].above = [near]
    steps[1].below = [hostile]
    return (
      DuplicateExploration(
        documentCount: 8, tokenCount: 180, jaccard: steps, containment: [step("0.9", [1, 4, 3, 4])]),
      try CopiesSample.report()
    )
  }
}
