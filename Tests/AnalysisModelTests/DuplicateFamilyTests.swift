import AnalysisModel
import Testing

@Suite struct DuplicateFamilyTests {
  private func family(_ scores: [Double]) -> DuplicateFamily {
    DuplicateFamily(
      number: 1, representative: 9,
      members: scores.enumerated().map {
        DuplicateMember(document: $0.offset, verdict: .nearCopy, score: $0.element, containment: 1)
      })
  }

  @Test func medianOfOddAndEvenNumbers() {
    #expect(family([0.9, 0.7, 0.8]).medianScore == 0.8)
    #expect(family([1, 0.5, 0.75, 0.25]).medianScore == 0.625)
    #expect(family([]).medianScore == 1 && family([]).minimumScore == 1 && family([]).weakestMember == nil)
  }

  @Test func theFirstOfEquallyWeakMembers() {
    let family = family([0.9, 0.7, 0.8, 0.7])
    #expect(family.minimumScore == 0.7 && family.weakestMember?.document == 1)
  }
}
