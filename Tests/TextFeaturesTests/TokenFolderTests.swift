import AnalysisModel
import Testing

@testable import TextFeatures

@Suite("Which tokens count as the same")
struct TokenFolderTests {
  @Test(
    "folding makes spellings equal",
    arguments: [
      ("Café", "CAFE\u{301}"), ("ＡＢＣ１", "abc1"), ("Straße", "STRASSE"), ("ﬁne", "FINE"),
      ("Hamas’s", "Hamas's"),
      ("ΣΟΦΟΣ", "σοφος"), ("한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"), ("ガギ", "ｶﾞｷﾞ"),
      ("co\u{AD}operate", "cooperate"), ("❤\u{FE0F}", "❤\u{FE0F}"), ("☕\u{FE0F}", "☕"), ("²", "2"),
      ("HTTP://A.B/c", "http://a.b/C"),
      ("が", "か\u{3099}"), ("i\u{307}", "İ"),
    ])
  func equal(a: String, b: String) async throws {
    let tokens = try await tokenized([a, b])
    #expect(tokens.vocabulary.count == 1)
    #expect(tokens.vocabulary.documentFrequencies == [2])
  }

  @Test(
    "folding keeps different words apart",
    arguments: [
      ("résumé", "resume"), ("か", "が"), ("中国", "中文"), ("2024年", "2024月"), ("ı", "i"), ("👍🏽", "👍🏿"), ("a", "b"),
    ])
  func different(a: String, b: String) async throws {
    let both = try await (folded(a), folded(b))
    #expect(both.0 != both.1)
  }

  @Test(
    "diacritics go where asked, and only diacritics",
    arguments: [
      ("résumé", "resume"), ("Müller", "muller"), ("й", "и"), ("שָׁלוֹם", "שלום"), ("مُحَمَّد", "محمد"),
      ("हिन्दी", "हिन्दी"),
      ("が", "が"), ("กำลัง", "กำลัง"), ("Łódź", "łodz"),
    ])
  func diacritics(text: String, expected: String) async throws {
    var options = FeatureOptions()
    options.foldDiacritics = true
    let plain = try await folded(expected)
    #expect(try await folded(text, options) == plain)
  }

  @Test("stems join the forms of a word and leave addresses alone")
  func stems() async throws {
    var options = FeatureOptions()
    options.stemLanguage = "english"
    #expect(
      try await folded("Running runs the dog’s running@dogs.com", options)
        == ["run", "run", "the", "dog", "running@dogs.com"])
    options.stemLanguage = "de"
    #expect(try await folded("Häuser Haus", options) == ["haus", "haus"])
  }

  @Test("an unknown language is refused with the known ones")
  func unknownLanguage() async throws {
    var options = FeatureOptions()
    options.stemLanguage = "klingon"
    let error = await #expect(throws: RefrainError.self) { try await tokenized(["a"], options) }
    #expect(error?.problem.contains("klingon") == true)
    #expect(error?.remedy?.contains("english") == true && error?.remedy?.contains("german") == true)
  }

  @Test("plain letters of scripts without spaces fold to themselves, so that folding may skip them")
  func plainLetters() {
    var folding = UnicodeFolding()
    var result: [UInt8] = []
    var plain = 0
    for character in UInt32(0x3000)..<0xE000 where CharacterClass.of(character).contains(.plainBigramLetter) {
      if (0xD800..<0xE000).contains(character) { continue }
      var bytes: [UInt8] = []
      bytes.append(character: character)
      bytes.withUnsafeBufferPointer { folding.compatibilityCaseFold($0, into: &result) }
      if result != bytes { Issue.record("U+\(String(character, radix: 16)) folds") }
      plain += 1
    }
    #expect(plain > 38_000)
  }
}
