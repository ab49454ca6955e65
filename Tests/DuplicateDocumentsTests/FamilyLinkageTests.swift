import AnalysisModel
import Execution
import TestSupport
import Testing

@testable import DuplicateDocuments

@Suite struct FamilyLinkageTests {
  /// Whether two documents are related, the plain way; equal documents are.
  private func areRelated(_ a: Int, _ b: Int, in corpus: TestCorpus, _ options: DuplicateOptions) -> Bool {
    let left = corpus.shingles(of: a, width: options.shingleWords)
    let right = corpus.shingles(of: b, width: options.shingleWords)
    let overlap = left.intersection(right).count
    if overlap == 0 { return false }
    if options.jaccard.isMet(by: overlap, of: left.union(right).count) { return true }
    return [(a, left), (b, right)].contains { document, set in
      corpus.tokens.positions(of: document).count >= options.minimumContainedTokens
        && options.containment.isMet(by: overlap, of: set.count)
    }
  }

  /// One document of each content, in order: the linkages work on contents.
  private func contents(of corpus: TestCorpus) async throws -> [Int] {
    try await corpus.search(.at("0.8")).contents.leaders
  }

  private func options(_ seed: Int, _ linkage: DuplicateOptions.Linkage) -> DuplicateOptions {
    let thresholds = [("0.5", "0.7"), ("0.8", "0.9"), ("0.6", "1")][seed % 3]
    var options = DuplicateOptions.at(thresholds.0, thresholds.1, minimumTokens: 5, words: 1 + seed % 3)
    options.linkage = linkage
    return options
  }

  /// Families as sets of contents' first documents, in order.
  private func groups(_ corpus: TestCorpus, _ options: DuplicateOptions, threads: Int = 1) async throws
    -> [[Int]]
  {
    let leaders = Set(try await contents(of: corpus))
    let findings = try await corpus.families(options, threads: threads)
    return findings.families.map { family in
      ([family.representative] + family.members.map(\.document)).filter { leaders.contains($0) }.sorted()
    }.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  @Test(arguments: 0..<18)
  func componentsAreAllThatLeadToEachOther(seed: Int) async throws {
    let corpus = try await TestCorpus(seed: UInt64(seed) + 900, count: 50)
    let options = options(seed, .components)
    let leaders = try await contents(of: corpus)
    var component = Array(leaders.indices)
    for a in leaders.indices {
      for b in leaders.indices.dropFirst(a + 1)
      where areRelated(leaders[a], leaders[b], in: corpus, options) {
        let (from, to) = (component[b], component[a])
        component = component.map { $0 == from ? to : $0 }
      }
    }
    let expected = Dictionary(grouping: leaders.indices) { component[$0] }.values
      .filter { $0.count > 1 }.map { $0.map { leaders[$0] }.sorted() }.sorted { $0[0] < $1[0] }
    #expect(try await groups(corpus, options) == expected, "seed \(seed + 900)")
  }

  @Test(arguments: 0..<18)
  func completeFamiliesAreGreedyCliques(seed: Int) async throws {
    let corpus = try await TestCorpus(seed: UInt64(seed) + 500, count: 50)
    let options = options(seed, .complete)
    let leaders = try await contents(of: corpus)
    var isTaken = Set<Int>()
    var expected: [[Int]] = []
    for (position, first) in leaders.enumerated() where !isTaken.contains(first) {
      var clique = [first]
      for other in leaders.dropFirst(position + 1) where !isTaken.contains(other) {
        if clique.allSatisfy({ areRelated($0, other, in: corpus, options) }) { clique.append(other) }
      }
      isTaken.formUnion(clique)
      if clique.count > 1 { expected.append(clique.sorted()) }
    }
    #expect(try await groups(corpus, options) == expected, "seed \(seed + 500)")
  }

  @Test(arguments: DuplicateOptions.Linkage.allCases, 0..<6)
  func verdictsAndScoresAreThoseOfTheRepresentative(
    linkage: DuplicateOptions.Linkage, seed: Int
  ) async throws {
    let corpus = try await TestCorpus(seed: UInt64(seed) + 300, count: 60)
    let options = options(seed, linkage)
    for family in try await corpus.families(options).families {
      let representative = corpus.shingles(of: family.representative, width: options.shingleWords)
      for member in family.members where ![.identical, .sameText].contains(member.verdict) {
        let set = corpus.shingles(of: member.document, width: options.shingleWords)
        let overlap = set.intersection(representative).count
        let union = set.union(representative).count
        #expect(member.score == Double(overlap) / Double(union))
        #expect(member.containment == Double(overlap) / Double(set.count))
        let tokens = corpus.tokens.positions(of: member.document).count
        let isNear = overlap > 0 && options.jaccard.isMet(by: overlap, of: union)
        let isContained =
          overlap > 0 && tokens >= options.minimumContainedTokens
          && options.containment.isMet(by: overlap, of: set.count)
        let expected: DuplicateVerdict = isNear ? .nearCopy : isContained ? .contained : .related
        #expect(member.verdict == expected, "seed \(seed + 300), \(linkage)")
        #expect(linkage == .components || expected != .related, "seed \(seed + 300), \(linkage)")
      }
    }
  }

  private static let chain = (0..<3).map { shift in
    (shift..<shift + 10).map { "w\($0)" }.joined(separator: " ")
  }

  @Test func aChainIsOneComponentWithAnHonestLastLink() async throws {
    var options = DuplicateOptions.at("0.8", words: 1)
    options.linkage = .components
    let families = try await TestCorpus(texts: Self.chain).families(options).families
    #expect(families.map(\.representative) == [0])
    #expect(families.allMembers.map(\.verdict) == [.nearCopy, .related])
    #expect(families.allMembers.map(\.score) == [9.0 / 11, 8.0 / 12])
  }

  @Test func completeLinkageSplitsAChain() async throws {
    var options = DuplicateOptions.at("0.8", words: 1)
    options.linkage = .complete
    let corpus = try await TestCorpus(texts: Self.chain)
    #expect(try await groups(corpus, options) == [[0, 1]])
    #expect(try await corpus.families(options, order: [2, 0, 1]).families.map(\.representative) == [2])
  }

  @Test(arguments: [DuplicateOptions.Linkage.complete, .components])
  func aContainedTextIsNoRepresentative(linkage: DuplicateOptions.Linkage) async throws {
    let short = (0..<40).map { "s\($0)" }.joined(separator: " ")
    let tail = (0..<100).map { "t\($0)" }.joined(separator: " ")
    var options = DuplicateOptions()
    options.linkage = linkage
    let families = try await TestCorpus(texts: [short, "other words", short + " " + tail])
      .families(options).families
    #expect(families.map(\.representative) == [2])
    #expect(families.allMembers.map(\.verdict) == [.contained])
  }

  /// 1,200 fillings of one template, near copies of each other.
  private func template() async throws -> TestCorpus {
    try await TestCorpus(
      texts: (0..<1200).map { copy in
        (0..<40).map { $0 % 20 == 7 ? "v\(copy)x\($0)" : "w\($0)" }.joined(separator: " ")
      })
  }

  @Test(arguments: DuplicateOptions.Linkage.allCases)
  func manyNearCopiesMakeFewFamilies(linkage: DuplicateOptions.Linkage) async throws {
    var options = DuplicateOptions.at("0.5")
    options.linkage = linkage
    let findings = try await template().families(options, threads: 2)
    let sizes = findings.families.map(\.members.count)
    #expect(sizes == (linkage == .complete ? [1023, 175] : [1199]))
  }

  @Test func aCompleteFamilyEndsGrowing() async throws {
    let corpus = try await TestCorpus(texts: (0..<12).map { "a b c d e f g h i j k l x\($0)" })
    let search = try await corpus.search(.at("0.5", words: 1)).search
    // Members 2, 3, 4 and 5 cost 1 + 2 + 3 + 4 comparisons.
    let families = try await CompleteLinkage.families(
      ContentRelations(search), isSettled: Array(repeating: false, count: 12), mostComparisons: 10,
      parallelism: Parallelism(threads: 1))
    #expect(families.map(\.members.count) == [4, 4, 1])
  }

  @Test(arguments: [DuplicateOptions.Linkage.complete, .components])
  func resultsDoNotDependOnThreads(linkage: DuplicateOptions.Linkage) async throws {
    let corpus = try await TestCorpus(seed: 4711, count: 520, letters: 40)
    var options = DuplicateOptions.at("0.6", "0.7", minimumTokens: 6, words: 2)
    options.linkage = linkage
    let one = try await corpus.families(options, threads: 1)
    #expect(!one.families.isEmpty)
    for threads in [2, 3] { #expect(try await corpus.families(options, threads: threads) == one) }
  }
}
