import AnalysisModel
import Testing

@testable import DuplicateDocuments

@Suite struct ContentCharactersTests {
  private func texts(_ documents: [Document], includeTitle: Bool = true) async throws -> [String] {
    let corpus = try await TestCorpus(documents, includeTitle: includeTitle)
    let characters = ContentCharacters(
      fields: ComparedFields(tokens: corpus.tokens, includeTitle: includeTitle),
      leaders: Array(documents.indices))
    return documents.indices.map { content in
      let whole = characters.characters(of: content)
      let fields = characters.fieldCharacters(of: content)
      let space = fields.title.isEmpty || fields.text.isEmpty ? [] : [ContentCharacters.space]
      #expect(fields.title + space + fields.text == whole)
      return String(String.UnicodeScalarView(whole.compactMap(Unicode.Scalar.init)))
    }
  }

  @Test(arguments: [
    ("The  CAT, sat.", "the cat sat"),
    ("Über ＡＢＣ Straße", "über abc strasse"),
    ("", ""),
    ("漢字假名", "漢字假名"),
    ("漢漢漢漢漢", "漢漢漢漢漢"),
    ("漢", "漢"),
    ("漢字。假名 ok", "漢字 假名 ok"),
    ("한국어 문장", "한국어 문장"),
    ("a 😀 b", "a 😀 b"),
  ])
  func normalisedText(text: String, expected: String) async throws {
    #expect(try await texts([Document(id: "a", text: UTF8Text(text))]) == [expected])
  }

  @Test func titlesComeFirst() async throws {
    let documents = [
      Document(id: "a", title: "One Two", text: "three"), Document(id: "b", title: "One", text: ""),
      Document(id: "c", text: "Three"),
    ]
    #expect(try await texts(documents) == ["one two three", "one", "three"])
    #expect(try await texts(documents, includeTitle: false) == ["three", "", "three"])
  }
}
