import Foundation
import Refrain
import Testing

@Suite("One analysis over all engines")
struct AnalysisTests {
  static let sentences = [
    "The harbour master closed the northern gate before the storm reached the outer islands on Monday evening.",
    "Fishermen tied their boats twice and carried the nets into the long sheds behind the market square.",
    "A new school for two hundred children opens next spring beside the old railway station in the valley.",
    "Parents had asked for it for eleven years and collected four thousand signatures in the last winter alone.",
  ]

  private func documents() -> [Document] {
    let storm = Self.sentences[0] + " " + Self.sentences[1]
    let school = Self.sentences[2] + " " + Self.sentences[3]
    return [
      Document(id: "storm", text: UTF8Text(storm)),
      Document(id: "storm again", text: UTF8Text(storm)),
      Document(id: "school", text: UTF8Text(school)),
      Document(
        id: "both",
        text: UTF8Text(
          "Two stories of the week. " + Self.sentences[0] + " And also this. " + Self.sentences[2])),
      Document(id: "nothing", text: ""),
    ]
  }

  private func report(
    threads: Int = 2, parts: Set<Analysis.Part> = Set(Analysis.Part.allCases),
    _ change: (inout Configuration) -> Void = { _ in }
  ) async throws -> AnalysisReport {
    var configuration = Configuration()
    change(&configuration)
    return try await Analysis(configuration: configuration, threads: threads)
      .run(Corpus(documents: documents()), parts: parts)
  }

  @Test("Every part of the report is there and speaks of the same documents")
  func everything() async throws {
    let report = try await report()
    let families = try #require(report.duplicates?.families)
    #expect(families.count == 1)
    #expect(families.first?.representative == 0)
    #expect(families.first?.members.map(\.document) == [1])
    #expect(families.first?.members.first?.verdict == .identical)
    #expect(report.duplicates?.documentsWithoutTokens == [4])
    let passages = try #require(report.passages?.passages)
    #expect(passages.contains { $0.text == Self.sentences[0] && $0.places.map(\.document) == [0, 1, 3] })
    let clusters = try #require(report.clusters)
    #expect(clusters.topics.flatMap(\.members).sorted() == Array(0..<5))
    #expect(clusters.events.flatMap(\.members).sorted() == Array(0..<5))
    let picture = try #require(report.similarity)
    #expect(picture.order.sorted() == Array(0..<5))
    let first = try #require(picture.order.firstIndex(of: 0))
    let second = try #require(picture.order.firstIndex(of: 1))
    #expect(picture[first, second] == 1)
    // Copies of each other do not fill the list of closest pairs.
    #expect(!picture.closestPairs.contains { $0.a == 0 && $0.b == 1 })
    #expect(report.dates?.count == 5)
  }

  @Test("Only what was asked for is found")
  func parts() async throws {
    let report = try await report(parts: [.passages])
    #expect(report.passages != nil)
    #expect(report.duplicates == nil && report.clusters == nil && report.similarity == nil)
  }

  @Test("The same report on any number of threads", arguments: [1, 3])
  func threads(count: Int) async throws {
    let one = try await report(threads: 2)
    let other = try await report(threads: count)
    #expect(one.duplicates == other.duplicates)
    #expect(one.passages == other.passages)
    #expect(one.clusters == other.clusters)
    #expect(one.similarity == other.similarity)
    #expect(one.dates == other.dates)
  }

  @Test("No documents are a report without findings, not a crash")
  func empty() async throws {
    let report = try await Analysis(configuration: Configuration()).run(Corpus(documents: []))
    #expect(report.duplicates?.families.isEmpty == true)
    #expect(report.passages?.passages.isEmpty == true)
    #expect(report.clusters?.topics.isEmpty == true)
    #expect(report.similarity?.order.isEmpty == true)
  }

  @Test("A value out of its range is refused before anything runs")
  func outOfRange() {
    var configuration = Configuration()
    configuration.passages.minimumTokens = 0
    let error = #expect(throws: RefrainError.self) { _ = try Analysis(configuration: configuration) }
    #expect(error?.description.contains("passages.minimumTokens (--min-tokens) is 0") == true)
  }

  @Test("A cancelled run ends with CancellationError")
  func cancellation() async {
    let documents = documents()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await Analysis(configuration: Configuration()).run(Corpus(documents: documents))
    }
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }
}
