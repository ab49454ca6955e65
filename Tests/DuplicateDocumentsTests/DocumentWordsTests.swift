import AnalysisModel
import Testing

@testable import DuplicateDocuments

@Suite struct DocumentWordsTests {
  private func words(title: String? = nil, _ text: String) async throws -> DocumentWords {
    let document = Document(id: "1", title: title.map { UTF8Text($0) }, text: UTF8Text(text))
    let corpus = try await TestCorpus([document])
    return DocumentWords(
      document, index: 0, fields: ComparedFields(tokens: corpus.tokens, includeTitle: true))
  }

  @Test func phrasesKeepTheSpellingAndFoldWhiteSpace() async throws {
    let words = try await words("“Profits ROSE,\n\t by 3 %”, he said.")
    #expect(words.phrase(0..<4, limit: 10) == "Profits ROSE, by 3")
    #expect(words.phrase(2..<2, limit: 10).isEmpty)
  }

  @Test func titlesComeFirst() async throws {
    let words = try await words(title: "Big News", "the Story is long")
    #expect(words.titleCount == 2)
    #expect(words.phrase(0..<2, limit: 10) == "Big News")
    #expect(words.phrase(2..<4, limit: 10) == "the Story")
  }

  @Test func longPhrasesAreGivenByTheirEnds() async throws {
    let words = try await words((0..<50).map { "w\($0)" }.joined(separator: " "))
    #expect(words.phrase(0..<6, limit: 6) == "w0 w1 w2 w3 w4 w5")
    #expect(words.phrase(0..<50, limit: 6) == "w0 w1 w2 w3 … w48 w49")
  }
}
