import AnalysisModel
import Execution
import TestSupport
import Testing

@testable import DuplicateDocuments

@Suite struct DuplicateExplainerTests {
  private func explanation(
    _ a: Document, _ b: Document, _ options: DuplicateOptions = DuplicateOptions(), template: Int? = nil
  ) async throws -> DuplicateExplanation {
    let corpus = try await TestCorpus([a, b])
    let standing = DuplicateStanding(template: template)
    return try await DuplicateExplainer(options: options, parallelism: Parallelism(threads: 1)).explanation(
      of: .init(a, index: 7, standing: standing), and: .init(b, index: 3, standing: standing),
      tokens: corpus.tokens)
  }

  private func explanation(
    _ a: String, _ b: String, _ options: DuplicateOptions = DuplicateOptions(), template: Int? = nil
  ) async throws -> DuplicateExplanation {
    try await explanation(
      Document(id: "a", text: UTF8Text(a)), Document(id: "b", text: UTF8Text(b)), options, template: template)
  }

  @Test func identicalTextsMeetEveryRule() async throws {
    let text = (0..<40).map { "w\($0)" }.joined(separator: " ")
    let explanation = try await explanation(text, text)
    #expect(explanation.deciding?.rule == .identical)
    #expect(explanation.checks.filter { !$0.holds }.map(\.rule) == [.template])
    #expect(
      explanation.a.shingles == 36 && explanation.sharedShingles == 36 && explanation.alignedTokens == 40)
    #expect(explanation.differences.isEmpty && !explanation.factsDiffer)
    #expect(explanation.a.document == 7 && explanation.b.document == 3)
    #expect(explanation.a.bytes == text.utf8.count)
  }

  @Test func sameWordsDecideBeforeSets() async throws {
    let explanation = try await explanation("Rain, again and again.", "rain AGAIN and again")
    #expect(explanation.deciding?.rule == .sameText)
    #expect(explanation.checks.first?.holds == false)
  }

  @Test func charactersDecideWhereNoiseBrokeTheShingles() async throws {
    let letters = Array("abcdefgh")
    let words = (0..<60).map { "word\(letters[$0 / 8])\(letters[$0 % 8])letters" }
    let noisy = words.enumerated().map { $0.offset % 9 == 4 ? $0.element + "x" : $0.element }
    let explanation = try await explanation(words.joined(separator: " "), noisy.joined(separator: " "))
    let check = try #require(explanation.checks.first { $0.rule == .identity })
    #expect(check.holds && explanation.deciding == check && check.circumstance == nil)
    #expect(check.measure.map { $0.whole - $0.part } == 7)
    let strange = try await self.explanation(words.joined(separator: " "), "nothing of the kind")
    let none = try #require(strange.checks.first { $0.rule == .identity })
    #expect(!none.holds && none.measure == nil && none.circumstance == .fewRareShingles)
  }

  @Test func textsWithoutWordsShareNothing() async throws {
    let nothing = try await explanation("...", "!")
    #expect(nothing.deciding == nil && nothing.nearest == nil && nothing.a.shingles == 0)
    #expect(try await explanation("", "").deciding?.rule == .identical)
  }

  @Test func theFiguresAreFractionsBesideTheirThresholds() async throws {
    // {a b c d e} and {a b c d f g}: 4 of 7, 4 of 5, 4 of 6.
    let options = DuplicateOptions.at("0.6", "0.8", minimumTokens: 6, words: 1)
    let explanation = try await explanation("a b c d e", "d c b a f g", options)
    #expect(explanation.deciding == nil)
    let measures = explanation.checks.filter { $0.rule != .identity }.compactMap(\.measure)
    #expect(measures.map(\.part) == [4, 4, 4] && measures.map(\.whole) == [7, 5, 6])
    #expect(measures.map(\.isMet) == [false, true, false])
    let lengths = explanation.checks.compactMap(\.length)
    #expect(lengths.map(\.tokens) == [5, 6] && lengths.map(\.isMet) == [false, true])
    // 4/7 of .6 is .952, 5 of 6 words .833, 4/6 of .8 is .833.
    #expect(explanation.nearest?.rule == .nearCopy)
    #expect(
      try await self.explanation("a b c d e", "d c b a f g", .at("0.57", words: 1)).deciding?.rule
        == .nearCopy)
  }

  @Test func containmentHasADirection() async throws {
    let options = DuplicateOptions.at("0.9", "0.9", minimumTokens: 5, words: 1)
    let long = (0..<30).map { "w\($0)" }.joined(separator: " ")
    let short = (3..<12).map { "w\($0)" }.joined(separator: " ")
    #expect(try await explanation(short, long, options).deciding?.rule == .aInB)
    #expect(try await explanation(long, short, options).deciding?.rule == .bInA)
  }

  @Test func aTemplateOfTheCorpusComesBeforeSets() async throws {
    let options = DuplicateOptions.at("0.5", words: 1)
    let explanation = try await explanation("a b c d e", "a b c d f", options, template: 2)
    #expect(explanation.deciding?.rule == .template)
    #expect(explanation.checks.contains { $0.rule == .nearCopy && $0.holds })
  }

  @Test func allDifferencesAreThereWithTheirPlaces() async throws {
    let words = (0..<300).map { "w\($0)" }
    let other = words.enumerated().map { $0.offset % 10 == 5 ? "x\($0.offset)" : $0.element }
    let many = try await explanation(words.joined(separator: " "), other.joined(separator: "\n"))
    #expect(many.differences.count == 30)
    let last = try #require(many.differences.last)
    #expect(last.a == "w295" && last.b == "x295" && last.placeInB?.line == 296)
    #expect(last.placeInA?.document == 7 && last.placeInB?.document == 3)

    let titled = try await explanation(
      Document(id: "a", title: "Big news", text: "the café on 3 May closed"),
      Document(id: "b", title: "Big", text: "the café on 4 May closed today"))
    #expect(
      titled.differences.map(\.a) == ["news", "3", ""] && titled.differences.map(\.b) == ["", "4", "today"])
    #expect(titled.differences[0].placeInA?.field == .title && titled.differences[0].placeInB == nil)
    #expect(titled.differences[1].placeInA?.characters == 12..<13)
    #expect(titled.differences[1].placeInA?.bytes == 13..<14)
    #expect(titled.differences[2].placeInA == nil && titled.differences[2].placeInB?.column == 26)
  }

  @Test(arguments: 0..<12)
  func theFiguresAreThoseOfTheFinder(seed: Int) async throws {
    let corpus = try await TestCorpus(seed: UInt64(seed) + 21, count: 40)
    let options = DuplicateOptions.at("0.5", "0.7", minimumTokens: 5, words: 1 + seed % 3)
    for family in try await corpus.families(options).families {
      for member in family.members {
        let explanation = try await explanation(
          corpus.documents[member.document], corpus.documents[family.representative], options)
        let deciding = try #require(explanation.deciding, "seed \(seed + 21)")
        let expected: RuleCheck.Rule =
          switch member.verdict {
          case .identical: .identical
          case .sameText: .sameText
          case .nearCopy: .nearCopy
          default: .aInB
          }
        #expect(deciding.rule == expected, "seed \(seed + 21)")
        let jaccard = explanation.checks.first { $0.rule == .nearCopy }?.measure
        let containment = explanation.checks.first { $0.rule == .aInB }?.measure
        if explanation.a.tokens > 0 {
          #expect(jaccard?.value == member.score && containment?.value == member.containment)
        }
      }
    }
  }
}
