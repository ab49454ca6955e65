import Testing

@testable import Benchmarking

@Suite("Single edits do what they say")
struct PlantedEditTests {
  private let text = """
    First things come first. "Second?" he said. A third one, at last! Number 4 has $3.50 in it.

    Five. 六号结束。七号结束！ The eighth has no end
    """

  @Test("Sentences joined are the text again")
  func sentences() {
    let sentences = Sentences.split(text)
    #expect(sentences.joined() == text)
    #expect(
      sentences.map { String($0.prefix(5)) } == [
        "First", "\"Seco", "he sa", "A thi", "Numbe", "Five.", "六号结束。", "七号结束！", "The e",
      ])
    #expect(Sentences.split("").isEmpty)
    #expect(Sentences.split("\n\n") == ["\n\n"])
  }

  @Test("Words and gaps joined are the text again, and only whole words are replaced")
  func pieces() {
    let pieces = TextPieces(text)
    #expect(pieces.pieces.joined() == text)
    #expect(TextPieces("").replacing([:]) == "")
    #expect(
      TextPieces("2024年 in May, Maybe").replacing(["2024": "1999", "May": "June"]) == "1999年 in June, Maybe")
  }

  @Test("Cutting takes whole sentences from one end", arguments: 1...20 as ClosedRange<UInt64>)
  func cutting(_ seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let cut = try #require(SentenceEdits.cutting(text, share: 0.25, &random))
    #expect(text.hasPrefix(cut) || text.hasSuffix(cut), "seed \(seed)")
    #expect(Sentences.split(cut).count == 7, "seed \(seed)")
  }

  @Test("Reordering keeps every sentence", arguments: 1...20 as ClosedRange<UInt64>)
  func reordering(_ seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let moved = try #require(SentenceEdits.reordering(text, &random))
    for sentence in Sentences.split(text) {
      let words = sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(moved.contains(words), "seed \(seed)")
    }
    #expect(moved.filter { !$0.isWhitespace }.count == text.filter { !$0.isWhitespace }.count, "seed \(seed)")
  }

  @Test("Noise changes about the share of characters asked for", arguments: 1...20 as ClosedRange<UInt64>)
  func noise(_ seed: UInt64) {
    var random = RandomStream(seed: seed)
    let long = Array(repeating: "plain words of no meaning at all in a row", count: 30).joined(separator: " ")
    let noisy = CharacterNoise.apply(to: long, share: 0.02, &random)
    let changed = distance(Array(long.utf8), Array(noisy.utf8))
    // 20 places; a transposition counts two, a shape of two letters too.
    #expect((12...45).contains(changed), "seed \(seed): \(changed)")
  }

  /// The edit distance, by the textbook.
  private func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(diagonal + (left == right ? 0 : 1), above + 1, row[j] + 1)
        diagonal = above
      }
    }
    return row[b.count]
  }

  @Test("A web page stands around the text, which stays whole")
  func webPage() {
    for seed in 1...10 as ClosedRange<UInt64> {
      var random = RandomStream(seed: seed)
      let page = WebPage.wrapping(text, tokens: 100, &random)
      #expect(page.contains(text) && page != text)
      let added =
        page.split(whereSeparator: \.isWhitespace).count - text.split(whereSeparator: \.isWhitespace).count
      #expect((100...125).contains(added), "seed \(seed): \(added)")
    }
    var random = RandomStream(seed: 1)
    let longest = WebPage.wrapping("x", tokens: WebPage.mostTokens, &random)
    // What stands between spaces may be two tokens.
    #expect(longest.split(separator: " ").count >= WebPage.mostTokens * 9 / 10)
  }

  @Test("Facts are numbers, months, days and names, and are replaced by others of their kind")
  func facts() throws {
    let texts = [
      "On Friday the mayor met Helga Braun, who is 47, in March. Brown bread cost 12 then.",
      "In June the minister met Otto Weiss on Monday. The number 23 and 99 were drawn, a brown one too.",
      "Later Rosa and Pablo, both 31, went to Lima.",
    ]
    let facts = CorpusFacts(of: texts)
    let found = facts.facts(of: texts[0])
    #expect(found == ["Friday", "Helga", "Braun", "47", "March", "12"])
    var random = RandomStream(seed: 3)
    let others = try #require(facts.others(for: found, taken: Set(found), &random))
    #expect(Set(others.keys) == Set(found) && Set(others.values).count == found.count)
    #expect(Set(others.values).isDisjoint(with: found))
    #expect(["23", "99", "31"].contains(others["47"]))
    #expect(["Otto", "Weiss", "Pablo", "Lima", "Rosa"].contains(others["Helga"]))
    #expect(others["Friday"]?.hasSuffix("day") == true)
    #expect(facts.others(for: found, taken: ["23", "99", "31", "47", "12"], &random) == nil)
  }

  @Test("The plain comparison counts shingles")
  func comparison() {
    let a = (0..<40).map { UInt32($0) }
    let half = PlainComparison(original: a, copy: Array(a.prefix(34)))
    #expect(half.sizes == (36, 30) && half.overlap == 30)
    #expect(half.isNearCopy && half.containsCopy && !half.containsOriginal)
    #expect(half.relation == .nearCopy)
    let short = PlainComparison(original: a, copy: Array(a.prefix(20)))
    #expect(!short.containsCopy && !short.isNearCopy && short.relation == .related)
    let excerpt = PlainComparison(original: (0..<90).map { UInt32($0) }, copy: (10..<50).map { UInt32($0) })
    #expect(excerpt.relation == .contained)
    #expect(PlainComparison(original: a, copy: a).relation == .sameText)
    #expect(PlainComparison(original: [1, 2], copy: [1, 2, 3]).overlap == 0)
    #expect(PlainComparison(original: [1, 2, 3, 4], copy: [1, 3, 9, 4]).identity == 0.75)
  }
}
