import Foundation
import Refrain
import Testing

@Suite("Questions about duplicates over all engines")
struct DuplicateQuestionTests {
  private static let story =
    "The harbour master closed the northern gate before the storm reached the outer islands on Monday evening. "
    + "Fishermen tied their boats twice and carried the nets into the long sheds behind the market square."

  private func corpus() -> Corpus {
    let second = Self.story.components(separatedBy: ". ").reversed().joined(separator: ". ")
    return Corpus(documents: [
      Document(id: "nothing", text: "Not a word about it stands here."),
      Document(id: "story", title: "The storm", text: UTF8Text(Self.story)),
      Document(id: "turned", text: UTF8Text(second)),
      Document(id: "again", title: "The storm", text: UTF8Text(Self.story + " So they said.")),
    ])
  }

  private func explanation(_ a: String, _ b: String) async throws -> DuplicateExplanation {
    let analysis = try Analysis(configuration: Configuration(), threads: 2)
    let report = try await analysis.run(corpus(), parts: [.duplicates])
    return try await analysis.explanation(of: a, and: b, in: report)
  }

  @Test("A near copy is explained with its family, words and passages, in corpus indices")
  func nearCopy() async throws {
    let explanation = try await explanation("again", "story")
    #expect(explanation.deciding?.rule == .nearCopy)
    #expect(explanation.a.document == 3 && explanation.b.document == 1)
    #expect(explanation.b.standing.role == .representative(family: 1, size: 2))
    #expect(explanation.a.standing.family == 1)
    #expect(explanation.differences.map(\.a) == ["So they said"])
    #expect(explanation.passages.first?.places.map(\.document) == [3, 1])
    #expect(explanation.passages.map(\.number) == Array(1...explanation.passages.count))
  }

  @Test("Passages that changed places are found, though no alignment holds both")
  func turned() async throws {
    let explanation = try await explanation("story", "turned")
    #expect(explanation.passages.filter { $0.tokenCount >= 12 }.count == 2)
  }

  @Test("Strangers, an unknown id, and a document beside itself")
  func others() async throws {
    #expect(try await explanation("nothing", "story").deciding == nil)
    await #expect(throws: RefrainError.self) { try await self.explanation("nothing", "stories") }
    await #expect(throws: RefrainError.self) { try await self.explanation("story", "story") }
  }

  @Test("An exploration counts all documents and marks the configured thresholds")
  func exploration() async throws {
    let exploration = try await Analysis(configuration: Configuration(), threads: 2).exploration(of: corpus())
    #expect(exploration.documentCount == 4 && exploration.tokenCount > 60)
    #expect(exploration.jaccard.filter(\.isConfigured).map(\.removalCount) == [1])
    #expect(exploration.jaccard.last?.removalCount == 1, "contained all the same")
  }
}
