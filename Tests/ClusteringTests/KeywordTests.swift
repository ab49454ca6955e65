import AnalysisModel
import Testing

@testable import Clustering

@Suite struct KeywordTests {
  @Test func areSpelledAsMostOftenWritten() async throws {
    let texts = [
      "NATO summit opens in Vilnius. The NATO leaders met Zelensky",
      "Nato summit in VILNIUS: NATO's Zelensky",
      "Zelensky at the NATO summit in Vilnius",
    ]
    let findings = try await TestCorpus(texts).cluster()
    #expect(findings.eventSets == [[0, 1, 2]])
    let terms = Set(findings.events[0].keywords.map(\.term))
    #expect(terms == ["NATO summit", "Vilnius", "Zelensky"])
    #expect(findings.events[0].keywords.allSatisfy { $0.documents == 3 })
  }

  @Test func namesAreKeptTogether() async throws {
    let texts = [
      "Floods in Sri Lanka close Bank of Ceylon", "Sri Lanka: floods reach Al-Hindi and the bank",
      "Sri Lanka asks for help, Al-Hindi says; floods and the bank, Ceylon",
    ]
    var options = ClusterOptions()
    options.eventCut = 0.01
    let findings = try await TestCorpus(texts).cluster(options)
    let terms = try #require(findings.events.first).keywords.map(\.term)
    #expect(terms.contains("Sri Lanka") && terms.contains("Al-Hindi"))
    #expect(terms.contains("bank") && terms.contains("floods") && terms.contains("Ceylon"))
  }

  @Test func holdNoFragments() {
    let keywords = ["Palestinian", "Palestinians", "al", "EU", "talks", "talk", "TALKS", "unity"].map {
      Keyword(term: $0, weight: 1, documents: 1)
    }
    #expect(
      KeywordRules.withoutFragments(keywords, limit: 9).map(\.term) == [
        "Palestinian", "EU", "talks", "unity",
      ])
    #expect(KeywordRules.withoutFragments(keywords, limit: 2).map(\.term) == ["Palestinian", "EU"])
  }

  @Test func nameNothingWithNumbersReportingVerbsOrMarkUp() {
    for token in ["2024", "1,000", "14bn", "2.5m", "7pm", "said", "nbsp", "href", "the"] {
      #expect(!KeywordRules.mayName(token))
    }
    for token in ["hamas", "g20", "3g", "4x4", "会議", "😀"] { #expect(KeywordRules.mayName(token)) }
  }
}
