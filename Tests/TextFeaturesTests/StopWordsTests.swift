import Testing
import TextFeatures

@Suite("Stop words")
struct StopWordsTests {
  @Test("the English list holds function words, once each, folded and in order")
  func english() throws {
    let words = try #require(StopWords.list(for: "en"))
    #expect(StopWords.list(for: "English") == words)
    #expect(words == Set(words).sorted() && words.allSatisfy { $0 == $0.lowercased() && !$0.isEmpty })
    #expect(Set(words).isSuperset(of: ["the", "a", "i", "don't", "whereas"]))
    #expect(Set(words).isDisjoint(with: ["system", "bill", "government", "computer"]))
    for language in StopWords.languages { #expect(StopWords.list(for: language) != nil) }
    #expect(StopWords.list(for: "klingon") == nil)
  }

  @Test("a list is read line by line, without comments and white space")
  func lines() {
    #expect(
      StopWords.words(fromLines: "der\r\n  die # article\n\n# all a comment\n das\u{3000}\n#\nun peu")
        == ["der", "die", "das", "un peu"])
    #expect(StopWords.words(fromLines: "") == [])
  }
}
