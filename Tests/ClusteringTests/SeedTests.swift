import AnalysisModel
import Foundation
import TestSupport
import Testing

@testable import Clustering

/// The five sample articles: one conflict, five meetings between 2020 and 2024.
@Suite struct SeedTests {
  private func seeds() throws -> TestCorpus {
    let folder = ProjectFolders.seeds
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") }.sorted()
    var corpus = TestCorpus(
      try names.map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) })
    for (index, name) in names.enumerated() { corpus.documents[index].id = name }
    return corpus
  }

  private func dated(_ corpus: TestCorpus) throws -> TestCorpus {
    var corpus = corpus
    let day = try #require(PartialDate(year: nil, month: 1, day: 2))
    corpus.dates[1] = DocumentDating(
      dateline: DatedEvidence(date: day, source: .dateline, evidence: "January 2"))
    let bound = try #require(PartialDate(year: 2024, month: 2, day: 26))
    corpus.dates[2] = DocumentDating(
      notBefore: DatedEvidence(date: bound, source: .caption, evidence: "Feb. 26, 2024"))
    corpus.dates[3] = TestCorpus.published(try #require(PartialDate(year: 2020, month: 10, day: 9)))
    return corpus
  }

  @Test(arguments: [false, true])
  func areOneTopicAndFiveEvents(withDates: Bool) async throws {
    let corpus = try withDates ? dated(seeds()) : seeds()
    let findings = try await corpus.cluster()
    #expect(findings.topicSets == [[0, 1, 2, 3, 4]])
    #expect(findings.eventSets == [[0], [1], [2], [3], [4]])
  }

  @Test func areNamedAsAPersonWould() async throws {
    let findings = try await dated(seeds()).cluster()
    let topic = try #require(findings.topics.first)
    let keywords = topic.keywords.map(\.term)
    #expect(keywords.contains("Hamas") && keywords.contains("Palestinian") && keywords.contains("Fatah"))
    #expect(topic.keywords.allSatisfy { $0.documents >= 2 })
    let labels = Dictionary(
      uniqueKeysWithValues: findings.events.map { ($0.members[0], $0.label) })
    #expect(
      labels[1] == "Hamas says new efforts underway to resume national dialog among Palestinian factions")
    #expect(labels[2] == "Hamas, other Palestinian groups stress 'unity' at Moscow talks")
    #expect(labels[3] == "Hamas delegation flies to Russia for Palestinian unity talks")
    let october = PartialDate(year: 2020, month: 10, day: 9)
    #expect(findings.events.map(\.firstDate) == findings.events.map { $0.members == [3] ? october : nil })
  }
}
