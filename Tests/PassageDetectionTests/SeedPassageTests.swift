import AnalysisModel
import Foundation
import PassageDetection
import Testing
import TextFeatures

/// The five sample articles hold exactly six repeated passages.
struct SeedPassageTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../seeds").standardizedFileURL

  private func seeds() throws -> [Document] {
    try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".txt") }.sorted()
      .map { name in
        let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
        return Document(id: name, text: UTF8Text(validated: bytes[...]))
      }
  }

  @Test func findsTheSixPassages() async throws {
    let documents = try seeds()
    try #require(documents.count == 5)
    let found = try await find(in: documents)
    let summary = found.passages.map { passage in
      "\(passage.tokenCount)\(passage.isLine ? " line" : ""): "
        + passage.places.map { "\($0.document) at \($0.line):\($0.column)" }.joined(separator: ", ")
    }
    #expect(
      summary == [
        "14: 1 at 12:3, 1 at 15:30",
        "9 line: 2 at 6:1, 2 at 8:1",
        "55: 2 at 12:1, 2 at 39:1",
        "9 line: 3 at 3:1, 3 at 5:1",
        "21: 3 at 4:21, 3 at 13:12",
        "16: 3 at 6:40, 3 at 27:22",
      ])
    #expect(found.passages.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(found.passages.allSatisfy { $0.kind == .internal })
    #expect(found.repeatedTokens == [0, 28, 128, 92, 0])
  }

  @Test func quotesThePassagesAsTheyStand() async throws {
    let texts = try await find(in: seeds()).passages.map(\.text)
    try #require(texts.count == 6)
    #expect(
      texts[0]
        == "Ismail Haniyeh, the head of the political bureau of the Palestinian Hamas resistance movement")
    #expect(texts[1] == "Hamas, other Palestinian groups stress 'unity' at Moscow talks")
    #expect(texts[2].hasPrefix("Palestinian factions including rivals Hamas and Fatah said on Friday"))
    #expect(texts[2].contains("Russia-hosted talks.\n\nThe meeting in Moscow on Thursday"))
    #expect(texts[2].hasSuffix("eventual post-war period."))
    #expect(texts[3] == "Hamas delegation flies to Russia for Palestinian unity talks")
    #expect(texts[4].hasPrefix("the visit will review") && texts[4].hasSuffix("process succeeds."))
    #expect(texts[5].hasPrefix("held talks in Turkey") && texts[5].hasSuffix("presidential elections."))
  }

  /// The address at the foot of the second article spells its headline; an address is one token.
  @Test func takesTheAddressForNoRepeat() async throws {
    let passages = try await find(in: seeds()).passages
    #expect(!passages.contains { $0.text.contains("new efforts underway") })
  }
}
