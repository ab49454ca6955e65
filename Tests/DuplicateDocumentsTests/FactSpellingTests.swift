import AnalysisModel
import Testing

@testable import DuplicateDocuments

@Suite struct FactSpellingTests {
  @Test(arguments: [
    ("Yip B C B", "Yip Ben C B", true), ("Yip B", "Yip Ben C", true), ("Yip C B", "Yip B C", false),
    ("Björkdahl A", "Bjorkdahl Ann", true), ("Smith", "Smithson", false), ("Ann", "Anne", false),
    ("Lund 2010", "Lund 2012", false), ("Lund 2010", "Lund", false), ("12 Lund", "12", false),
    ("", "Ann", false),
    ("A", "B", false), ("Kowalski", "Nowak", false),
  ])
  func agreement(a: String, b: String, agree: Bool) async throws {
    let corpus = try await TestCorpus(texts: [a, b])
    let spelling = FactSpelling(tokens: corpus.tokens)
    let names = (0..<2).map { corpus.tokens.ids[corpus.tokens.positions(of: $0)] }
    #expect(spelling.agree(names[0], names[1]) == agree)
    #expect(spelling.agree(names[1], names[0]) == agree)
  }

  private let frame = """
    the long and detailed account of what was done on that day in the open air for everyone to see and hear
    """

  @Test func oneFactWrittenThreeWaysIsNoTemplate() async throws {
    let corpus = try await TestCorpus(
      texts: ["Ben Carter", "B Carter", "Ben Cartier"].map { "by \($0) came " + frame })
    let findings = try await corpus.families()
    #expect(findings.templates.isEmpty)
    #expect(findings.families.map { $0.members.map(\.document) } == [[1, 2]])
  }

  @Test func threeFactsAreATemplate() async throws {
    let corpus = try await TestCorpus(
      texts: ["Ben Carter", "Ulla Novak", "Iris Weber"].map { "by \($0) came " + frame })
    let findings = try await corpus.families()
    #expect(findings.templates.map(\.documents) == [[0, 1, 2]])
    #expect(findings.families.isEmpty)
  }
}
