import AnalysisModel
import TestSupport
import Testing

@testable import DuplicateDocuments

@Suite struct NoisyCopiesTests {
  /// Random words of two to nine letters.
  private func text(_ words: Int, _ random: inout SeededGenerator) -> String {
    (0..<words).map { _ in
      String((0..<Int.random(in: 2...9, using: &random)).map { _ in letters.randomElement(using: &random)! })
    }.joined(separator: " ")
  }

  private let letters = Array("abcdefghijklmnopqrstuvwxyz")

  /// Replaces, drops or doubles a share of the characters.
  private func noisy(_ text: String, share: Double, _ random: inout SeededGenerator) -> String {
    var result = ""
    for character in text {
      guard Double.random(in: 0..<1, using: &random) < share else {
        result.append(character)
        continue
      }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: result.append(letters.randomElement(using: &random)!)
      case 1: result += String(repeating: character, count: 2)
      default: break
      }
    }
    return result
  }

  /// All pairs by brute force against the route.
  @Test(arguments: ["0.5", "0.7", "0.85", "0.95", "1"], [nil, 3, 5])
  func everyPairIsFound(identity: String, width: Int?) async throws {
    for seed in 60..<68 {
      let options = DuplicateOptions.at("0.9", words: 1 + seed % 3, characters: width, identity: identity)
      let corpus = try await TestCorpus(seed: UInt64(seed), count: 45)
      let (leaders, copies) = try await corpus.noisyCopies(options)
      let plain = PlainRelations(corpus, leaders: leaders, options)
      var counter = SharedCounter(count: leaders.count)
      for a in leaders.indices {
        let expected = leaders.indices.compactMap { b in
          a == b
            ? nil
            : plain.identity(leaders[a], leaders[b]).map {
              AlignedNearCopy(content: b, identity: $0.value)
            }
        }
        #expect(
          copies.nearCopies(of: a, counter: &counter, patience: .endless, isSkipped: { _ in false })
            == expected, "seed \(seed), content \(a)")
      }
    }
  }

  @Test(arguments: [(0.005, nil), (0.01, nil), (0.02, nil), (0.05, 5), (0.09, 5)] as [(Double, Int?)])
  func copiesWithChangedCharactersAreFound(share: Double, width: Int?) async throws {
    var random = SeededGenerator(seed: 5)
    let originals = (0..<60).map { text(60 + 5 * $0, &random) }
    let copies = originals.map { noisy($0, share: share, &random) }
    var options = DuplicateOptions()
    options.shingleCharacters = width
    let corpus = try await TestCorpus(texts: originals + copies)
    let families = try await corpus.families(options).families
    #expect(families.map(\.representative) == Array(0..<60))
    #expect(families.map { $0.members.map(\.document) } == (60..<120).map { [$0] })
    // In a short text chance may have changed nothing.
    #expect(families.allMembers.allSatisfy { $0.verdict == .nearCopy || $0.verdict == .identical })
  }

  /// The same frame around fillings that make up a third of the text.
  @Test func fillingsOfATemplateAreNoCopies() async throws {
    var random = SeededGenerator(seed: 6)
    let frame = (0..<10).map { _ in text(5, &random) }
    let texts = (0..<300).map { _ in frame.map { $0 + " " + text(3, &random) }.joined(separator: " ") }
    let families = try await TestCorpus(texts: texts).families().families
    #expect(families.isEmpty)
  }

  @Test(
    arguments: [
      ([1, 2], [3, 4], false, false), ([1, 2], [1, 2], false, false), ([1, 2, 3], [4, 5, 6], true, false),
      ([1, 2, 3], [1, 2, 3, 9], false, true), ([1, 2, 3], [1, 2, 4], false, false),
      ([1, 1, 1, 1, 2], [1, 1, 1, 1, 3], false, true), ([1, 1, 1, 1, 1], [1, 2, 3, 4, 5], true, false),
      ([1, 1, 1, 1], [1, 2, 3, 4, 5], false, false),
    ] as [([UInt32], [UInt32], Bool, Bool)])
  func numbersConfirmOrDeny(a: [UInt32], b: [UInt32], denies: Bool, confirms: Bool) {
    for agreement in [NumberAgreement(a, b), NumberAgreement(b, a)] {
      #expect(agreement.denies == denies && agreement.confirms == confirms)
    }
  }

  @Test func contentsBeyondPatienceArePutOff() async throws {
    var random = SeededGenerator(seed: 7)
    let original = text(80, &random)
    let texts = (0..<12).map { _ in noisy(original, share: 0.02, &random) }
    let copies = try await TestCorpus(texts: texts).noisyCopies(.at("1", identity: "0.85")).copies
    var counter = SharedCounter(count: texts.count)
    let impatient = NeighbourSearch.Patience(postings: .max, candidates: .max, alignments: 10)
    #expect(
      copies.nearCopies(of: 0, counter: &counter, patience: impatient, isSkipped: { _ in false }) == nil)
    let found = try #require(
      copies.nearCopies(of: 0, counter: &counter, patience: .endless, isSkipped: { _ in false }))
    #expect(found.map(\.content) == Array(1..<12))
    #expect(found.allSatisfy { $0.identity >= 0.85 && $0.identity < 1 })
  }

  /// Shingles that more contents hold than count as rare are no evidence.
  @Test func frequentShinglesAreNoEvidence() async throws {
    let corpus = try await TestCorpus(texts: ["a b c x", "a b c y", "a b d z", "q r"])
    let search = try await corpus.search(.at("1", words: 1)).search
    var counter = SharedCounter(count: 4)
    func candidates(_ mostHolders: Int) -> [[Int]] {
      let rare = RareShingles(search.sets, order: search.order, mostHolders: mostHolders)
      return (0..<4).map { rare.candidates(of: $0, counter: &counter, isSkipped: { _ in false }) }
    }
    #expect(candidates(1) == [[], [], [], []])
    #expect(candidates(2) == [[1], [0], [], []])
    #expect(candidates(3) == [[1, 2], [0, 2], [0, 1], []])
  }

  @Test func veryLongTextsAreNotAligned() async throws {
    let corpus = try await TestCorpus(texts: ["a b", "a c"])
    let copies = try await corpus.noisyCopies(.at("1", words: 1, identity: "0.5")).copies
    let long = [UInt32](repeating: 7, count: NoisyCopies.mostCharacters)
    let silent = NumberAgreement([], [])
    #expect(copies.identity(of: long, and: long + [1], silent) == nil)
    #expect(
      copies.identity(of: long, and: long.dropLast() + [1], silent)
        == TextIdentity(distance: 1, length: NoisyCopies.mostCharacters))
  }
}
