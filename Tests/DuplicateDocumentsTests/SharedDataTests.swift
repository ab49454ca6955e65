import AnalysisModel
import Foundation
import TestSupport
import Testing

/// Counts on real text. Skipped where the development corpora are not beside the package.
@Suite struct SharedDataTests {
  static let bbc = ProjectFolders.sharedFile("topics/bbc.jsonl")

  private struct Record: Decodable {
    var id: String
    var title: String?
    var text: String
  }

  /// 98 articles repeat title and body of another byte for byte, 133 the body.
  @Test(
    .enabled(
      if: bbc != nil, "skipped: no ../shared/data beside the package"),
    arguments: [(true, 98), (false, 133)])
  func copiesInNews(includeTitle: Bool, copies: Int) async throws {
    let documents = try Data(contentsOf: #require(Self.bbc)).split(separator: UInt8(ascii: "\n")).map {
      line in
      let record = try JSONDecoder().decode(Record.self, from: Data(line))
      return Document(id: record.id, title: record.title.map { UTF8Text($0) }, text: UTF8Text(record.text))
    }
    #expect(documents.count == 2225)
    let findings = try await TestCorpus(documents, includeTitle: includeTitle).families(threads: 2)
    let members = findings.families.flatMap(\.members)
    #expect(members.count { $0.verdict == .identical } == copies)
    #expect(members.allSatisfy { $0.verdict != .identical || $0.score == 1 })
  }
}
