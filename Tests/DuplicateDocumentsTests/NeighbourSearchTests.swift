import AnalysisModel
import Testing

@testable import DuplicateDocuments

@Suite struct NeighbourSearchTests {
  /// All pairs by brute force, decided with set operations, against the join.
  private func checkAllPairs(
    seed: Int, _ options: DuplicateOptions, hashMask: UInt64 = .max
  ) async throws {
    let corpus = try await TestCorpus(seed: UInt64(seed), count: 45)
    let (contents, search) = try await corpus.search(options, hashMask: hashMask)
    let leaders = contents.leaders
    let plain = PlainRelations(corpus, leaders: leaders, options)
    #expect(search.sets.sizes == leaders.map { plain.sets[$0].count }, "seed \(seed)")
    var counter = SharedCounter(count: leaders.count)
    for a in leaders.indices {
      var expected: [Neighbour] = []
      for b in leaders.indices where b != a {
        let (left, right) = (leaders[a], leaders[b])
        let overlap = plain.overlap(left, right)
        if plain.isNearCopyByShingles(left, right) || plain.isContained(left, in: right)
          || plain.isContained(right, in: left)
        {
          expected.append(Neighbour(content: b, overlap: overlap))
        }
      }
      #expect(
        search.neighbours(of: a, counter: &counter, isSkipped: { _ in false }) == expected,
        "seed \(seed), content \(a), \(options)")
    }
  }

  @Test(arguments: ["0.5", "0.8", "0.9", "1", "0", "0.3333333"], ["0.7", "0.9", "1"])
  func everyPairIsFound(jaccard: String, containment: String) async throws {
    for seed in 0..<6 {
      try await checkAllPairs(seed: seed, .at(jaccard, containment, minimumTokens: 8, words: 1 + seed % 5))
    }
  }

  @Test(arguments: ["0.5", "0.8", "1"], [1, 2, 5, 8, 64])
  func everyPairIsFoundByCharacters(jaccard: String, width: Int) async throws {
    for seed in 40..<44 {
      try await checkAllPairs(seed: seed, .at(jaccard, "0.7", minimumTokens: 8, characters: width))
    }
  }

  @Test func collidingHashesChangeNothing() async throws {
    for seed in 20..<26 {
      try await checkAllPairs(seed: seed, .at("0.5", "0.7", minimumTokens: 4, words: 2), hashMask: 3 << 40)
      try await checkAllPairs(
        seed: seed, .at("0.5", "0.7", minimumTokens: 4, characters: 3), hashMask: 3 << 40)
    }
  }

  @Test func givesUpBeyondItsLimit() async throws {
    let corpus = try await TestCorpus(texts: (0..<20).map { "a b c d e f g h i j k l m n o x\($0)" })
    let search = try await corpus.search(.at("0.8")).search
    var counter = SharedCounter(count: 20)
    #expect(
      search.neighbours(
        of: 0, counter: &counter, patience: .init(postings: 5, candidates: 50), isSkipped: { _ in false })
        == nil)
    #expect(
      search.neighbours(
        of: 0, counter: &counter, patience: .init(postings: 5000, candidates: 18), isSkipped: { _ in false })
        == nil)
    #expect(
      search.neighbours(
        of: 0, counter: &counter, patience: .init(postings: 5000, candidates: 19), isSkipped: { _ in false })?
        .count == 19)
    #expect(
      search.neighbours(of: 0, counter: &counter, isSkipped: { $0 != 7 }) == [
        Neighbour(content: 7, overlap: 11)
      ])
  }

  @Test func ranksAscendByFrequency() async throws {
    let corpus = try await TestCorpus(texts: ["a b c", "a b d", "a e b", "a z"])
    let sets = try await corpus.search(.at("0.8", words: 1)).search.sets
    #expect(sets.sizes == [3, 3, 3, 2])
    // b stands in three texts, a in four; the rest is unshared.
    #expect(sets.rankCount == 2)
    #expect((0..<4).map { Array(sets.ranks[sets.range(of: $0)]) } == [[0, 1], [0, 1], [0, 1], [1]])
  }
}
