import AnalysisModel
import Execution
import Testing
import TextFeatures

@testable import Clustering

@Suite struct TermTableTests {
  private func terms(of text: String) async throws -> [String?] {
    let tokens = try await CorpusTokenizer(options: FeatureOptions()).tokenize(
      [Document(id: "0", text: UTF8Text(text))], parallelism: Parallelism(threads: 1))
    let table = TermTable(vocabulary: tokens.vocabulary)
    return tokens.ids.map { id in
      let term = table.terms[Int(id)]
      return term == TermTable.none || table.languages[Int(id)] & 1 != 0 ? nil : tokens.vocabulary.token(term)
    }
  }

  @Test func dropsWhatCarriesNoContent() async throws {
    #expect(
      try await terms(of: "The talks of a 7 in 2024 — I don't https://example.org/talks me@example.org")
        == [nil, "talks", nil, nil, nil, nil, "2024", nil, nil, nil, nil])
  }

  @Test func possessivesAreTheirBase() async throws {
    #expect(try await terms(of: "Hamas Hamas's Hamas’s") == ["hamas", "hamas", "hamas"])
    #expect(try await terms(of: "Egypt's Egypt’s it's") == ["egypt's", "egypt's", nil])
  }

  @Test func keepsOtherScripts() async throws {
    #expect(try await terms(of: "会議 не") == ["会議", "не"])
  }
}
