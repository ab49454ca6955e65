import AnalysisModel
import Evaluation
import Foundation
import TestSupport
import Testing

@testable import Clustering

/// News with gold events, where present beside the package; the data is not part of it, so these tests are
/// skipped where it is missing.
@Suite struct DevelopmentSetTests {
  static var isPresent: Bool {
    ProjectFolders.sharedFile("events/events-10E.jsonl") != nil
  }

  private struct Article: Decodable {
    var id: String
    var title: String?
    var text: String
    var date: String?
    var label: String
  }

  /// One setting for all sets: B³ F1 and ARI must not fall below what was reached, less a little.
  @Test(
    .enabled(if: isPresent, "the development corpora are not beside the package"),
    arguments: [
      ("events-handpicked", 0.745, 0.62), ("events-wikinews-medium", 0.895, 0.79),
      ("events-10E", 0.975, 0.965), ("events-20E", 0.955, 0.95), ("ecbplus-1-35", 0.92, 0.88),
    ])
  func eventsAgreeWithGold(name: String, floor: Double, randFloor: Double) async throws {
    let file = ProjectFolders.sharedData.appendingPathComponent("events/\(name).jsonl")
    let articles = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Article.self, from: Data($0.utf8))
    }
    var corpus = TestCorpus(articles.map(\.text), dates: articles.map { $0.date.flatMap(Self.date) })
    for (index, article) in articles.enumerated() {
      corpus.documents[index].title = article.title.map { UTF8Text($0) }
    }
    let findings = try await corpus.cluster()
    var events = [Int](repeating: 0, count: articles.count)
    for event in findings.events { for member in event.members { events[member] = event.number } }
    let agreement = ClusterAgreement(
      ContingencyTable(
        gold: articles.indices.map { ("\($0)", articles[$0].label) },
        found: Dictionary(uniqueKeysWithValues: events.indices.map { ("\($0)", "\(events[$0])") })))
    #expect(agreement.bCubed.f1 >= floor, "\(name): B³ F1 \(agreement.bCubed.f1)")
    #expect(agreement.adjustedRandIndex >= randFloor, "\(name): ARI \(agreement.adjustedRandIndex)")
  }

  /// ISO 8601, or seconds since 1970.
  private static func date(_ text: String) -> PartialDate? {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    if parts.count == 3 { return PartialDate(year: parts[0], month: parts[1], day: parts[2]) }
    guard let seconds = Double(text) else { return nil }
    return date(Date(timeIntervalSince1970: seconds).ISO8601Format())
  }
}
