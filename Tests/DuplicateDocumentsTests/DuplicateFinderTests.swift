import AnalysisModel
import Testing

@testable import DuplicateDocuments

@Suite struct DuplicateFinderTests {
  private func summary(_ findings: DuplicateFindings) -> [String] {
    findings.families.map { family in
      "\(family.representative):"
        + family.members.map { " \($0.document) \($0.verdict.rawValue)" }.joined(separator: ",")
    }
  }

  @Test func nothingAndOneDocument() async throws {
    for texts in [[], ["one text alone"], [""]] {
      let findings = try await TestCorpus(texts: texts).families()
      #expect(findings.families.isEmpty)
      #expect(findings.documentsWithoutTokens == (texts == [""] ? [0] : []))
    }
  }

  @Test func noDuplicatesAtAll() async throws {
    let corpus = try await TestCorpus(texts: (0..<50).map { "text \($0) says \($0 * 7 + 1) other words" })
    #expect(try await corpus.families().families.isEmpty)
  }

  @Test func nothingButDuplicates() async throws {
    let corpus = try await TestCorpus(texts: Array(repeating: "the same text every time", count: 3000))
    let families = try await corpus.families().families
    #expect(families.count == 1)
    #expect(families.first?.representative == 0)
    #expect(families.first?.members.map(\.document) == Array(1..<3000))
    #expect(
      families.allMembers.allSatisfy { $0.verdict == .identical && $0.score == 1 && $0.containment == 1 })
  }

  @Test func identicalComesBeforeSameText() async throws {
    let corpus = try await TestCorpus(
      texts: ["Hello, world", "hello world", "Hello, world", "HELLO: WORLD!", "hello there"])
    #expect(
      summary(try await corpus.families()) == ["0: 1 same-text, 2 identical, 3 same-text"])
  }

  @Test func shortTextsTakePart() async throws {
    let corpus = try await TestCorpus(texts: ["a", "b", "a", "A!", "a b", "b a", "a b"])
    #expect(summary(try await corpus.families()) == ["0: 2 identical, 3 same-text", "4: 6 identical"])
  }

  @Test func textsWithoutTokensAreIdenticalByContentOnly() async throws {
    let corpus = try await TestCorpus(texts: ["", "...", "", "!", "...", "word"])
    let findings = try await corpus.families()
    #expect(summary(findings) == ["0: 2 identical", "1: 4 identical"])
    #expect(findings.documentsWithoutTokens == [0, 1, 2, 3, 4])
  }

  @Test func titlesTakePartOnlyIfAsked() async throws {
    let documents = [
      Document(id: "a", title: "One title", text: "the body of it"),
      Document(id: "b", title: "Another", text: "the body of it"),
      Document(id: "c", title: "one title", text: "the body of it"),
      Document(id: "d", title: "", text: "the body of it"),
      Document(id: "e", text: "the body of it"),
      Document(id: "f", text: "One title the body of it"),
    ]
    let both = try await TestCorpus(documents).families()
    #expect(summary(both) == ["0: 2 same-text", "3: 4 identical"])
    let bodies = try await TestCorpus(documents, includeTitle: false).families()
    #expect(summary(bodies) == ["0: 1 identical, 2 identical, 3 identical, 4 identical"])
  }

  @Test func fourOfFiveMeetsFourFifths() async throws {
    // Shingles of one word: {a b c d} of {a b c d e}, 4/5; and {a b c d} of {a b c d e f}, 4/6.
    let corpus = try await TestCorpus(texts: ["a b c d e", "d c b a", "f e d c b a g"])
    let met = try await corpus.families(.at("0.8", words: 1)).families
    #expect(met.map(\.representative) == [0])
    #expect(met.first?.members.map(\.document) == [1])
    #expect(met.allMembers.map(\.score) == [0.8] && met.allMembers.map(\.containment) == [1])
    #expect(try await corpus.families(.at("0.8000001", words: 1)).families.isEmpty)
  }

  @Test func containmentIsMetExactlyAndOnlyByLongEnoughTexts() async throws {
    let short = (0..<10).map { "s\($0)" }
    let long =
      short.dropLast().joined(separator: " ") + " " + (0..<30).map { "l\($0)" }.joined(separator: " ")
    let corpus = try await TestCorpus(texts: [short.joined(separator: " "), long])
    let met = try await corpus.families(.at("0.8", "0.9", minimumTokens: 10, words: 1))
    #expect(summary(met) == ["1: 0 contained"])
    #expect(met.families.allMembers.map(\.containment) == [0.9])
    #expect(try await corpus.families(.at("0.8", "0.9", minimumTokens: 11, words: 1)).families.isEmpty)
    #expect(try await corpus.families(.at("0.8", "0.91", minimumTokens: 10, words: 1)).families.isEmpty)
  }

  @Test func aNearCopyShowsWhatDiffers() async throws {
    let frame = "profits of the company rose sharply in the second quarter after it sold "
    let corpus = try await TestCorpus(
      texts: [
        frame + frame + "the Berlin office on 3 March for cash",
        frame + frame + "the Paris office on 9 April for cash",
        frame + frame + "an expensive office on 3 March for cash",
      ])
    let members = try await corpus.families(.at("0.3")).families.allMembers
    #expect(members.map(\.verdict) == [.nearCopy, .nearCopy])
    #expect(members.map(\.factsDiffer) == [true, false])
    #expect(
      members.first?.differences == [
        WordDifference(representative: "Berlin", other: "Paris"),
        WordDifference(representative: "3 March", other: "9 April"),
      ])
    #expect(
      members.last?.differences == [WordDifference(representative: "the Berlin", other: "an expensive")])
  }

  @Test func titlesAndTextsAreAlignedApart() async throws {
    let frame = (0..<30).map { "w\($0)" }.joined(separator: " ")
    let corpus = try await TestCorpus([
      Document(id: "a", title: "Anna Smith", text: UTF8Text("Anna Smith swims \(frame)")),
      Document(id: "b", title: "Paul Jones", text: UTF8Text("Paul Jones swims \(frame)")),
    ])
    let member = try #require(try await corpus.families(.at("0.5")).families.allMembers.first)
    let difference = WordDifference(representative: "Anna Smith", other: "Paul Jones")
    #expect(member.differences == [difference, difference])
    #expect(member.factsDiffer)
  }

  @Test func manyDifferencesAreCounted() async throws {
    let words = (0..<400).map { "w\($0)" }
    let other = words.enumerated().map { $0.offset % 10 == 5 ? "x\($0.offset)" : $0.element }
    let corpus = try await TestCorpus(
      texts: [words.joined(separator: " "), other.joined(separator: " ")])
    let member = try #require(try await corpus.families(.at("0.3")).families.allMembers.first)
    #expect(member.differences.count == 24 && member.differencesOmitted == 16)
    #expect(member.differences[1] == WordDifference(representative: "w15", other: "x15"))
  }
}
