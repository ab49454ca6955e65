import AnalysisModel
import TestSupport
import Testing

@testable import Clustering

@Suite struct CollapsedDocumentsTests {
  private func family(_ representative: Int, _ members: [(Int, DuplicateVerdict)]) -> DuplicateFamily {
    DuplicateFamily(
      number: 1, representative: representative,
      members: members.map { DuplicateMember(document: $0.0, verdict: $0.1, score: 0.9, containment: 0.9) })
  }

  @Test func copiesFollowTheirOriginalAndContainedOnesDoNot() {
    let duplicates = DuplicateFindings(
      families: [
        family(2, [(0, .nearCopy), (4, .contained), (5, .identical)]), family(3, [(6, .sameText)]),
      ],
      documentsWithoutTokens: [])
    let collapsed = CollapsedDocuments(documentCount: 7, duplicates: duplicates)
    #expect(collapsed.originals == [1, 2, 3, 4])
    #expect(collapsed.members == [[1], [0, 2, 5], [3, 6], [4]])
  }

  @Test func emptyDocumentsAreNobodysCopies() async throws {
    let duplicates = DuplicateFindings(
      families: [family(0, [(1, .identical), (2, .sameText)])], documentsWithoutTokens: [0, 1, 2])
    #expect(CollapsedDocuments(documentCount: 3, duplicates: duplicates).members == [[0], [1], [2]])
    let findings = try await TestCorpus(["", "", " "]).cluster(duplicates: duplicates)
    #expect(findings.eventSets == [[0], [1], [2]])
    #expect(findings.topicSets == [[0], [1], [2]])
  }

  @Test func undatedOriginalsTakeTheDateOfACopy() throws {
    let duplicates = DuplicateFindings(families: [family(0, [(1, .identical)])], documentsWithoutTokens: [])
    let collapsed = CollapsedDocuments(documentCount: 2, duplicates: duplicates)
    let date = TestCorpus.published(try #require(january(5)))
    #expect(collapsed.datings([DocumentDating(), date]) == [date])
  }

  @Test func copiesInheritEventAndTopic() async throws {
    var generator = SeededGenerator(seed: 5)
    let texts =
      TestCorpus.articles(about: 1, count: 3, using: &generator)
      + TestCorpus.articles(about: 2, count: 3, using: &generator) + ["unlike anything else there is"]
    // Document 6 shares no word with its original: only the family can put it there.
    let duplicates = DuplicateFindings(families: [family(1, [(6, .nearCopy)])], documentsWithoutTokens: [])
    let findings = try await TestCorpus(texts).cluster(duplicates: duplicates)
    #expect(findings.eventSets == [[0, 1, 2, 6], [3, 4, 5]])
    let event = try #require(findings.events.first)
    #expect(event.members == [0, 1, 2, 6])
    #expect([0, 1, 2].contains(event.representative))
  }

  @Test func copiesCountInCohesion() async throws {
    let texts = ["Ferry sinks off Samar", "Ferry sinks off Samar", "Ferry sinks off Samar"]
    let duplicates = DuplicateFindings(
      families: [family(0, [(1, .identical), (2, .identical)])], documentsWithoutTokens: [])
    let findings = try await TestCorpus(texts).cluster(duplicates: duplicates)
    #expect(findings.events.map(\.cohesion) == [1])
  }
}
