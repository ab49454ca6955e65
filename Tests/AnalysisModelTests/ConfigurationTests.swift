import AnalysisModel
import Foundation
import Testing

@Suite("Configuration")
struct ConfigurationTests {
  @Test("The defaults are valid and survive coding")
  func defaults() throws {
    let configuration = try Configuration().validated()
    let coded = try JSONEncoder().encode(configuration)
    #expect(try JSONDecoder().decode(Configuration.self, from: coded) == configuration)
  }

  @Test("Values out of range are named with their range")
  func ranges() {
    let changes: [(String, (inout Configuration) -> Void)] = [
      ("duplicates.jaccard", { $0.duplicates.jaccard = DecimalFraction("0")! }),
      ("duplicates.shingleWords", { $0.duplicates.shingleWords = 0 }),
      ("duplicates.shingleCharacters", { $0.duplicates.shingleCharacters = 65 }),
      ("duplicates.shingleCharacters", { $0.duplicates.shingleCharacters = 0 }),
      ("duplicates.identity", { $0.duplicates.identity = DecimalFraction("0.499")! }),
      ("duplicates.minimumContainedTokens", { $0.duplicates.minimumContainedTokens = 0 }),
      ("passages.minimumTokens", { $0.passages.minimumTokens = 1 }),
      ("passages.minimumLineTokens", { $0.passages.minimumLineTokens = 0 }),
      ("clusters.topics", { $0.clusters.topics = 0 }),
      ("clusters.eventCut", { $0.clusters.eventCut = 1.5 }),
      ("pairs.selection", { $0.pairs.selection = .atLeast(0) }),
      ("features.maximumFeatures", { $0.features.maximumFeatures = 0 }),
    ]
    for (name, change) in changes {
      var configuration = Configuration()
      change(&configuration)
      let error = #expect(throws: RefrainError.self) { try configuration.validated() }
      #expect(error?.problem.hasPrefix(name) == true)
      #expect(error?.remedy != nil)
    }
  }

  @Test(
    "Spelled values read back",
    arguments: ["words 1", "words 2-3", "characters 3-5", "characters-in-words 4"])
  func termKinds(text: String) throws {
    #expect(FeatureOptions.TermKind(text)?.description == text)
  }

  @Test(
    "Nonsense is no term kind",
    arguments: ["words", "words 0", "words 3-2", "letters 3", "words 1-99", "words 1-2-3"])
  func badTermKinds(text: String) {
    #expect(FeatureOptions.TermKind(text) == nil)
  }

  @Test("A count and a share are told apart by the point, as scikit-learn does by type")
  func bounds() {
    #expect(FeatureOptions.DocumentFrequencyBound("1") == .count(1))
    #expect(FeatureOptions.DocumentFrequencyBound("1.0") == .share(1))
    #expect(FeatureOptions.DocumentFrequencyBound("1.5") == nil)
    #expect(FeatureOptions.DocumentFrequencyBound("-1") == nil)
  }

  @Test("Selections of pairs read back", arguments: ["at-least 0.5", "nearest 10"])
  func selections(text: String) {
    #expect(PairOptions.Selection(text)?.description == text)
    #expect(PairOptions.Selection("at-least 0") == nil)
    #expect(PairOptions.Selection("nearest 0") == nil)
  }
}
