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

  /// Any three or more are told apart but for one pair at most; two alone are not (see `ScatteredEvents`).
  @Test(arguments: (1..<32).filter { $0.nonzeroBitCount > 2 })
  func partsOfTheSetAreTold(mask: Int) async throws {
    var corpus = try seeds()
    let chosen = corpus.documents.indices.filter { mask >> $0 & 1 == 1 }
    corpus.documents = chosen.map { corpus.documents[$0] }
    corpus.dates = chosen.map { corpus.dates[$0] }
    let events = try await corpus.cluster().events
    #expect(events.count >= chosen.count - 1)
  }

  /// Among articles about anything else the subject's words are rare; they still make no event.
  @Test(
    .enabled(
      if: ProjectFolders.sharedFile("topics/bbc.jsonl") != nil
        && ProjectFolders.sharedFile("events/events-wikinews-medium.jsonl") != nil,
      "the development corpora are not beside the package"),
    arguments: [
      ("topics/bbc.jsonl", 10), ("topics/bbc.jsonl", 40), ("topics/bbc.jsonl", 200),
      ("events/events-wikinews-medium.jsonl", 1_000),
    ])
  func stayFiveEventsAmongOthers(file: String, count: Int) async throws {
    struct Article: Decodable { var text: String }
    let lines = try String(contentsOf: ProjectFolders.sharedData.appending(path: file), encoding: .utf8)
      .split(separator: "\n")
    let step = max(1, lines.count / count)
    let others = try stride(from: 0, to: lines.count, by: step).map {
      try JSONDecoder().decode(Article.self, from: Data(lines[$0].utf8)).text
    }
    let seeds = try seeds().documents.map(\.text.string)
    for withSeeds in [seeds, Array(seeds.reversed())] {
      let findings = try await TestCorpus(withSeeds + others).cluster()
      #expect(Array(findings.eventSets.prefix(5)) == [[0], [1], [2], [3], [4]])
    }
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
