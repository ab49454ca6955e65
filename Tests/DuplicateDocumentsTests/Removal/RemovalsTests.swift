import AnalysisModel
import TestSupport
import Testing

@testable import DuplicateDocuments

@Suite struct RemovalsTests {
  private func member(_ document: Int, _ verdict: DuplicateVerdict) -> DuplicateMember {
    DuplicateMember(document: document, verdict: verdict, score: 0.9, containment: 0.95)
  }

  @Test func everyMemberGoesAndEveryRepresentativeStays() {
    let findings = DuplicateFindings(
      families: [
        DuplicateFamily(number: 1, representative: 0, members: [member(4, .nearCopy)]),
        DuplicateFamily(
          number: 2, representative: 5, members: [member(1, .contained), member(7, .identical)]),
      ], documentsWithoutTokens: [])
    #expect(
      findings.removals == [
        Removal(keeper: .document(5), evidence: member(1, .contained)),
        Removal(keeper: .document(0), evidence: member(4, .nearCopy)),
        Removal(keeper: .document(5), evidence: member(7, .identical)),
      ])
  }

  @Test func templateSiblingsStayButTheirCopiesGo() {
    // 0, 1, 2 fill one template; 3 is a copy of 0, and 4 has the text of 1, which it shares the template with.
    let findings = DuplicateFindings(
      families: [
        DuplicateFamily(
          number: 1, representative: 0,
          members: [member(1, .nearCopy), member(2, .contained), member(3, .nearCopy)]),
        DuplicateFamily(number: 2, representative: 5, members: [member(4, .sameText)]),
      ],
      templates: [TemplateGroup(number: 1, documents: [0, 1, 2, 4, 5], frame: "…", slotCount: 1)],
      documentsWithoutTokens: [])
    #expect(findings.removals.map(\.document) == [3, 4])
  }

  @Test func removalsOfAPartKeepTheirReason() {
    let removal = Removal(keeper: .document(0), evidence: member(2, .nearCopy)).renumbered([3, 5, 8])
    #expect(removal == Removal(keeper: .document(3), evidence: member(8, .nearCopy)))
    let foreign = Removal(keeper: .reference(1), evidence: member(0, .nearCopy)).renumbered([3])
    #expect(foreign == Removal(keeper: .reference(1), evidence: member(3, .nearCopy)))
  }

  @Test(arguments: 0..<12)
  func whatIsKeptLosesNothingMore(seed: Int) async throws {
    // Trap 7: every member removed, a document matching itself. And again on the result: nothing is left to go.
    let options = DuplicateOptions.at("0.6", "0.7", minimumTokens: 5, words: 2)
    let corpus = try await TestCorpus(seed: UInt64(seed) + 900, count: 60)
    let order = KeepOrder(KeepPolicies([.longest])).order(of: corpus.documents, dates: nil)
    let removals = try await corpus.families(options, order: order).removals
    let removed = Set(removals.map(\.document))
    #expect(removed.count == removals.count, "seed \(seed)")
    for removal in removals {
      guard case .document(let keeper) = removal.keeper else {
        Issue.record("seed \(seed): a keeper in no reference")
        continue
      }
      #expect(keeper != removal.document && !removed.contains(keeper), "seed \(seed)")
    }
    #expect(!removed.isEmpty && removed.count < corpus.documents.count, "seed \(seed)")
    let kept = try await TestCorpus(
      corpus.documents.indices.filter { !removed.contains($0) }.map { corpus.documents[$0] })
    let keptOrder = KeepOrder(KeepPolicies([.longest])).order(of: kept.documents, dates: nil)
    #expect(try await kept.families(options, order: keptOrder).removals.isEmpty, "seed \(seed)")
  }
}
