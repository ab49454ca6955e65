import Testing

@testable import Clustering

@Suite struct FunctionWordTests {
  @Test func languageIsThatOfMostFunctionWords() {
    let texts = [
      "the war in the city was over and they went to the river",
      "der Krieg in der Stadt war vorbei und sie gingen an den Fluss",
      "la guerre dans la ville est finie et ils sont au bord de la rivière",
      "la guerra en la ciudad terminó y los soldados están en el río",
      "la guerra nella città è finita e gli uomini sono al fiume",
      "a guerra na cidade não acabou e os homens estão no rio",
      "de oorlog in de stad is voorbij en het leger gaat naar de rivier",
    ]
    for (index, text) in texts.enumerated() {
      let words = text.lowercased().split(separator: " ").map(String.init)
      let hits = FunctionWords.lists.indices.map { list in
        words.filter { FunctionWords.languages(of: $0) & (1 << UInt8(list)) != 0 }.count
      }
      #expect(FunctionWords.language(hits: hits, tokens: words.count) == 1 << UInt8(index), "\(text)")
    }
  }

  @Test func englishIsAssumedWhereNothingSpeaks() {
    #expect(FunctionWords.language(hits: [0, 0, 0], tokens: 0) == 1)
    #expect(FunctionWords.language(hits: [0, 0, 9], tokens: 100) == 1)
    #expect(FunctionWords.language(hits: [5, 5, 0], tokens: 20) == 1)
    #expect(FunctionWords.language(hits: [5, 6, 0], tokens: 20) == 2)
  }

  /// "Die" is an article in German and something else in English.
  @Test func aWordIsOneOnlyInItsLanguage() async throws {
    let german = "Die Bahn und der Streik: die Züge stehen, weil der Lohn nicht reicht"
    let english = "Five men die in the mine, and two more die later, as the shaft gives way"
    let findings = try await TestCorpus([german, english]).cluster()
    let keywords = findings.events.map { $0.keywords.map { $0.term.lowercased() } }
    #expect(!keywords[0].contains("die") && !keywords[0].contains("der"))
    #expect(keywords[1].contains("die"))
  }
}
