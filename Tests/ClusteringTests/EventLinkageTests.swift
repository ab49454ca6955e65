import AnalysisModel
import Execution
import TestSupport
import Testing
import TextFeatures

@testable import Clustering

@Suite struct EventLinkageTests {
  @Test func blocksKeepEventsWhole() async throws {
    var generator = SeededGenerator(seed: 31)
    var texts: [String] = []
    var planted: [Int] = []
    for event in 0..<12 {
      planted += Array(repeating: texts.count, count: 4)
      texts += TestCorpus.articles(about: event, count: 4, using: &generator)
    }
    let corpus = TestCorpus(texts)
    let parallelism = Parallelism(threads: 2)
    let tokens = try await CorpusTokenizer(options: FeatureOptions()).tokenize(
      corpus.documents, parallelism: parallelism)
    let terms = try await DocumentTerms(
      of: Array(texts.indices), documents: corpus.documents, tokens: tokens,
      table: TermTable(vocabulary: tokens.vocabulary), parallelism: parallelism)
    for limit in [4, 9, 20, 48, 100] {
      let linkage = EventLinkage(
        vectors: ClusterVectors(terms: terms), times: PublicationTimes(corpus.dates),
        parallelism: parallelism, blockLimit: limit)
      let outcome = try await linkage.link(givenCut: nil, minimumClusters: 1)
      #expect(outcome.clusters == planted, "blocks of \(limit)")
    }
  }

  @Test func setsStayWithinTheirBound() {
    var sets = BoundedDisjointSets(count: 6, bound: 3)
    sets.join(0, 1)
    sets.join(2, 3)
    sets.join(1, 2)
    #expect(sets.groups == [[0, 1], [2, 3], [4], [5]])
    sets.join(4, 3)
    sets.join(0, 5)
    #expect(sets.groups == [[0, 1, 5], [2, 3, 4]])
  }
}
