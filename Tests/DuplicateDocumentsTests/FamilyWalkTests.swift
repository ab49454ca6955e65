import AnalysisModel
import TestSupport
import Testing

@testable import DuplicateDocuments

@Suite struct FamilyWalkTests {
  /// Whether `a` may be replaced by `b`, the plain way.
  private func mayReplace(_ a: Int, by b: Int, _ plain: PlainRelations) -> Bool {
    let corpus = plain.corpus
    if corpus.documents[a].text == corpus.documents[b].text
      && corpus.documents[a].text(of: .title) == corpus.documents[b].text(of: .title)
    {
      return true
    }
    return plain.isNearCopyByShingles(a, b) || plain.isContained(a, in: b) || plain.identity(a, b) != nil
  }

  @Test(arguments: 0..<24)
  func membersAreDirectAndRepresentativesIndependent(seed: Int) async throws {
    let corpus = try await TestCorpus(seed: UInt64(seed) + 77, count: 50)
    let thresholds = [("0.5", "0.7"), ("0.8", "0.9"), ("1", "0.7"), ("0.6", "1")][seed % 4]
    let options = DuplicateOptions.at(
      thresholds.0, thresholds.1, minimumTokens: 5, words: 1 + seed % 3,
      identity: ["1", "0.8", "0.7"][seed % 3])
    var order = Array(corpus.documents.indices)
    if seed % 2 == 1 {
      var random = SeededGenerator(seed: UInt64(seed))
      order.shuffle(using: &random)
    }
    let families = try await corpus.families(options, order: order).families
    let leaders = try await corpus.search(options, order: order).contents.leaders
    let plain = PlainRelations(corpus, leaders: leaders, options)
    var keeper = [Int?](repeating: nil, count: corpus.documents.count)
    for family in families {
      #expect(!family.members.isEmpty)
      #expect(family.members.map(\.document) == family.members.map(\.document).sorted())
      for member in family.members {
        #expect(keeper[member.document] == nil && member.document != family.representative)
        keeper[member.document] = family.representative
        #expect(
          mayReplace(member.document, by: family.representative, plain),
          "seed \(seed): \(member.document) by \(family.representative)")
      }
    }
    let kept = keeper.indices.filter { keeper[$0] == nil }
    #expect(families.allSatisfy { kept.contains($0.representative) })
    for a in kept {
      for b in kept where b != a {
        #expect(!mayReplace(a, by: b, plain), "seed \(seed): kept \(a) and \(b)")
      }
    }
  }

  @Test func resultsDoNotDependOnThreads() async throws {
    let corpus = try await TestCorpus(seed: 4711, count: 520, letters: 40)
    let options = DuplicateOptions.at("0.6", "0.7", minimumTokens: 6, words: 2)
    let one = try await corpus.families(options, threads: 1)
    #expect(!one.families.isEmpty)
    for threads in [2, 3, 8] {
      #expect(try await corpus.families(options, threads: threads) == one)
    }
  }

  @Test func familiesDoNotChain() async throws {
    // 0 ~ 1 ~ 2, but not 0 ~ 2: sets of ten words that shift by one.
    let corpus = try await TestCorpus(
      texts: (0..<3).map { shift in (shift..<shift + 10).map { "w\($0)" }.joined(separator: " ") })
    let options = DuplicateOptions.at("0.8", words: 1)
    let families = try await corpus.families(options).families
    #expect(families.map(\.representative) == [0])
    #expect(families.first?.members.map(\.document) == [1])
    // Walked from the middle, both ends are direct neighbours.
    let middle = try await corpus.families(options, order: [1, 0, 2]).families
    #expect(middle.map(\.representative) == [1])
    #expect(middle.first?.members.map(\.document) == [0, 2])
  }

  /// A short text, a long one around it, and a near copy of the long one.
  @Test func aContainedTextGivesWayToALaterContainer() async throws {
    let short = (0..<40).map { "s\($0)" }.joined(separator: " ")
    let tail = (0..<100).map { "t\($0)" }.joined(separator: " ")
    let corpus = try await TestCorpus(texts: [short, "other words", short + " " + tail])
    let families = try await corpus.families().families
    #expect(families.map(\.representative) == [2])
    #expect(families.first?.members.map(\.document) == [0])
    #expect(families.allMembers.map(\.verdict) == [.contained])
  }

  @Test func aWaitingTextTakesItsTurnWhenItsContainerIsClaimed() async throws {
    // 1 contains 0, and is a near copy of 2, which comes first in walk order and does not contain 0.
    func words(_ range: Range<Int>) -> String { range.map { "w\($0)" }.joined(separator: " ") }
    let corpus = try await TestCorpus(texts: [words(0..<10), words(0..<40), words(4..<42)])
    let options = DuplicateOptions.at("0.8", "0.9", minimumTokens: 5, words: 1)
    let first = try await corpus.families(options, order: [0, 2, 1]).families
    #expect(first.map(\.representative) == [2])
    #expect(first.first?.members.map(\.document) == [1])
    let second = try await corpus.families(options, order: [0, 1, 2]).families
    #expect(second.map(\.representative) == [1])
    #expect(second.first?.members.map(\.document) == [0, 2])
  }

  @Test(arguments: ["0.7", "0.85"])
  func oneTemplateFilledInManyTimes(jaccard: String) async throws {
    // 60 words with 4 places to fill: pairwise Jaccard of 5-grams near 36 / 76 (fillings all differ) to 1.
    let corpus = try await TestCorpus(
      texts: (0..<400).map { copy in
        (0..<60).map { $0 % 15 == 7 ? "v\(copy)x\($0)" : "w\($0)" }.joined(separator: " ")
      })
    #expect(try await corpus.families(.at(jaccard)).families.isEmpty)
    let families = try await corpus.families(.at("0.4")).families
    #expect(families.map(\.members.count) == [399])
  }

  /// More contents than one round looks up; copies stand in another round than their originals.
  @Test func copiesAreFoundAcrossRounds() async throws {
    let originals = (0..<4400).map { "a\($0) b\($0) c\($0) d\($0) e\($0) f\($0)" }
    let copies = stride(from: 0, to: 4400, by: 44).map { originals[$0] + " more" }
    let corpus = try await TestCorpus(texts: originals + copies)
    let families = try await corpus.families(.at("0.6"), threads: 2).families
    #expect(families.map(\.representative) == Array(stride(from: 0, to: 4400, by: 44)))
    #expect(families.map { $0.members.map(\.document) } == (4400..<4500).map { [$0] })
  }
}
