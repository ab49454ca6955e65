import Testing

@testable import Clustering

@Suite struct EventCutTests {
  @Test func growsWithTheSetTowardsItsLimit() {
    let cuts = [0, 1, 2, 5, 20, 100, 1000, 1_000_000].map { EventCut.base(documentCount: $0) }
    #expect(cuts == cuts.sorted())
    #expect(abs(cuts[0] - 0.06) < 1e-12)
    #expect(abs(cuts[4] - 0.105) < 1e-12)
    #expect(cuts[7] < EventCut.limit && cuts[7] > 0.1499)
  }

  @Test func standsOutFromAHomogeneousSet() {
    #expect(EventCut(documentCount: 5, medianSimilarity: 0.1).value == EventCut.prominence * 0.1)
    #expect(EventCut(documentCount: 5, medianSimilarity: 0.4).value == EventCut.sufficient)
    #expect(EventCut(documentCount: 5, medianSimilarity: 0.01).value == EventCut.base(documentCount: 5))
    #expect(EventCut(documentCount: 2, medianSimilarity: 0.4).value == EventCut.base(documentCount: 2))
  }
}
