import AnalysisModel
import Testing

@testable import Reporting

@Suite struct FamilyWordingTests {
  private func family(_ scores: [Double]) -> DuplicateFamily {
    DuplicateFamily(
      number: 1, representative: 0,
      members: scores.enumerated().map { index, score in
        DuplicateMember(
          document: index + 1, verdict: score == 1 ? .sameText : .nearCopy, score: score, containment: score)
      })
  }

  private let corpus = Corpus(documents: (0..<5).map { Document(id: "d\($0)", text: "some words of it") })

  @Test func theWeakestLinkIsNamed() {
    let wording = FamilyWording.strength(of: family([1, 0.82, 0.9, 0.82]), in: corpus)
    #expect(wording == "weakest link 0.82 (d2), median 0.86")
    #expect(FamilyWording.strength(of: family([0.82]), in: corpus) == nil)
    #expect(FamilyWording.strength(of: family([1, 1]), in: corpus) == nil)
  }

  @Test func aVerdictSaysWhatItRestsOn() {
    func member(_ verdict: DuplicateVerdict, identity: Double? = nil) -> DuplicateMember {
      DuplicateMember(
        document: 1, verdict: verdict, score: 0.25, containment: 0.95, identity: identity, factsDiffer: true)
    }
    #expect(FamilyWording.verdict(of: member(.nearCopy)) == "near copy 0.25, facts differ")
    #expect(
      FamilyWording.verdict(of: member(.nearCopy, identity: 0.9))
        == "near copy, 0.90 of it aligned, facts differ")
    #expect(FamilyWording.verdict(of: member(.contained)) == "contained, 0.95 of it")
    #expect(member(.contained).strength == 0.95 && member(.nearCopy).strength == 0.25)
    #expect(member(.nearCopy, identity: 0.9).strength == 0.9 && member(.identical).strength == 1)
  }

  @Test func openingsAreOneShortLine() {
    let document = Document(id: "a", text: "one\n\ntwo \u{1B}[1m three")
    #expect(FamilyWording.opening(of: document, width: 9) == "one two …")
    #expect(FamilyWording.opening(of: Document(id: "b", text: ""), width: 9) == nil)
  }
}
