import Testing

@testable import Clustering

@Suite struct ClusterLabelTests {
  @Test func shortTextsAreLeftAlone() {
    for text in ["", "Hamas", String(repeating: "é", count: 120)] {
      #expect(ClusterLabel.shortened(text) == text)
    }
  }

  @Test(arguments: ["a", "é", "会", "😀", "e\u{301}"])
  func longTextsAreCutAtACharacter(letter: String) {
    let cut = ClusterLabel.shortened(String(repeating: letter, count: 5_000))
    #expect(cut.count <= ClusterLabel.longest)
    #expect(cut == String(repeating: letter, count: 119) + "…")
  }

  @Test func marksDoNotPileUp() {
    #expect(ClusterLabel.shortened("a" + String(repeating: "\u{301}", count: 9_000)).utf8.count < 1_010)
  }

  @Test func keywordsAndLabelsOfLongWordsAreShort() async throws {
    let words = String(repeating: "é", count: 3_000) + " " + String(repeating: "x", count: 3_000)
    let findings = try await TestCorpus([words, words]).cluster()
    let names =
      findings.topics.flatMap { [$0.label] + $0.keywords.map(\.term) }
      + findings.events.flatMap { [$0.label] + $0.keywords.map(\.term) }
    #expect(names.count > 2)
    #expect(names.allSatisfy { $0.count <= 120 })
  }
}
