import AnalysisModel
import Execution
import TestSupport
import Testing

@testable import DuplicateDocuments

@Suite struct ContentPairsTests {
  private func pairs(
    of corpus: TestCorpus, _ options: DuplicateOptions, threads: Int = 1
  ) async throws -> ContentPairs {
    try await ContentPairs(
      of: corpus.documents, tokens: corpus.tokens, options: options,
      parallelism: Parallelism(threads: threads))
  }

  @Test(arguments: 0..<8)
  func everyRelatedPairOnce(seed: Int) async throws {
    let corpus = try await TestCorpus(seed: UInt64(seed) + 40, count: 45)
    let options = DuplicateOptions.at("0.9", "1", minimumTokens: 8, words: 1 + seed % 4)
    let floor = DecimalFraction(["0.3", "0.5", "0.75", "1"][seed % 4])!
    let containment = DecimalFraction("0.8")!
    let pairs = try await pairs(of: corpus, options, threads: 1 + seed % 2)
    var found: [ContentPair] = []
    try await pairs.related(atLeast: floor, containment: containment) { found += $0 }
    var expected: [ContentPair] = []
    let leaders = (0..<pairs.count).map { pairs.documents(of: $0)[pairs.documents(of: $0).startIndex] }
    let sets = leaders.map { corpus.shingles(of: $0, width: options.shingleWords) }
    for a in sets.indices {
      for b in sets.indices.dropFirst(a + 1) {
        let overlap = sets[a].intersection(sets[b]).count
        let isContained = [a, b].contains { side in
          corpus.tokens.positions(of: leaders[side]).count >= 8
            && containment.isMet(by: overlap, of: sets[side].count)
        }
        let pair = ContentPair(
          a: a, b: b, sizeOfA: sets[a].count, sizeOfB: sets[b].count, overlap: overlap)
        #expect(pairs.pair(leaders[a], leaders[b]) == pair, "seed \(seed + 40)")
        if overlap > 0 && (floor.isMet(by: overlap, of: pair.union) || isContained) {
          expected.append(pair)
        }
      }
    }
    #expect(found == expected, "seed \(seed + 40)")
  }

  @Test func equalDocumentsAreOneContentAndNoPair() async throws {
    let corpus = try await TestCorpus(texts: Array(repeating: "one two three four", count: 500) + ["", "!"])
    let pairs = try await pairs(of: corpus, DuplicateOptions())
    #expect(pairs.count == 3)
    #expect(Array(pairs.documents(of: 0)) == Array(0..<500))
    #expect(pairs.content(of: 499) == 0 && pairs.content(of: 500) == 1 && pairs.content(of: 501) == 2)
    try await pairs.related(atLeast: DecimalFraction("0.1")!) { Issue.record("pairs \($0)") }
    #expect(pairs.pair(3, 4).jaccard == 1 && pairs.pair(3, 4).containmentOfA == 1)
    #expect(pairs.pair(500, 501).jaccard == 0 && pairs.pair(500, 500).containmentOfB == 0)
  }
}
