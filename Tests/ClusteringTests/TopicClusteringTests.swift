import Testing

@testable import Clustering

@Suite struct TopicClusteringTests {
  @Test func eventsFollowMostOfTheirDocuments() {
    let ballots = [[(cluster: 1, weight: 1), (0, 2)], [(1, 1), (0, 1)], [(1, 3)]]
    #expect(TopicClustering.vote(ballots, clusterCount: 2) == [0, 0, 1])
  }

  @Test func noTopicStaysEmpty() {
    let ballots = [[(cluster: 0, weight: 2)], [(0, 2), (1, 1)], [(0, 1)]]
    #expect(TopicClustering.vote(ballots, clusterCount: 2) == [0, 1, 0])
    #expect(Set(TopicClustering.vote(ballots, clusterCount: 3)) == [0, 1, 2])
  }

  @Test(arguments: [(0.0, "0"), (0.18, "0.18"), (0.0391, "0.039"), (1.0, "1"), (0.1, "0.1")])
  func decimalsAreShort(value: Double, text: String) {
    #expect(decimal(value) == text)
  }
}
