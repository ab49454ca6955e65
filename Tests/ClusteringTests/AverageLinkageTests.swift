import TestSupport
import Testing

@testable import Clustering

@Suite struct AverageLinkageTests {
  /// The definition, read aloud: the two clusters with the highest mean over all pairs of members join; of
  /// equals, the one whose first cluster, then whose second cluster, starts first.
  private func oracle(_ triangle: SimilarityTriangle, cut: Double, minimumClusters: Int = 1) -> [Int] {
    var clusters = (0..<triangle.count).map { [$0] }
    while clusters.count > minimumClusters {
      var best: (a: Int, b: Int, mean: Double)?
      for a in clusters.indices {
        for b in clusters.indices where b > a {
          var sum = 0.0
          for i in clusters[a] { for j in clusters[b] { sum += triangle[i, j] } }
          let mean = sum / Double(clusters[a].count * clusters[b].count)
          if mean > best?.mean ?? -1 { best = (a, b, mean) }
        }
      }
      guard let best, best.mean >= (cut * SimilarityTriangle.one).rounded() else { break }
      clusters[best.a] += clusters.remove(at: best.b)
    }
    var first = [Int](repeating: 0, count: triangle.count)
    for cluster in clusters { for member in cluster { first[member] = cluster.min() ?? 0 } }
    return first
  }

  @Test(arguments: [0, 1, 2, 3, 5, 9, 17], [UInt64(1), 2, 3, 4, 5])
  func equalsTheDefinition(count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Tenths only: many equal similarities, so that ties decide.
    for levels in [4, 10, 1000] {
      let triangle = SimilarityTriangle(count: count) { _, _ in
        Double(Int.random(in: 0...levels, using: &generator)) / Double(levels)
      }
      for cut in [0.0, 0.3, 0.55, 0.8, 1.0] {
        var linkage = AverageLinkage(triangle)
        linkage.join(downTo: cut)
        #expect(
          linkage.clusters == oracle(triangle, cut: cut),
          "\(count) rows, seed \(seed), \(levels) levels, cut \(cut)")
        #expect(linkage.clusterCount == Set(linkage.clusters).count)
      }
    }
  }

  @Test func stopsAtTheMinimum() {
    let triangle = SimilarityTriangle(count: 6) { _, _ in 0.9 }
    for minimum in 1...6 {
      var linkage = AverageLinkage(triangle)
      linkage.join(downTo: 0.5, minimumClusters: minimum)
      #expect(linkage.clusterCount == minimum)
      #expect(linkage.clusters == oracle(triangle, cut: 0.5, minimumClusters: minimum))
    }
  }

  @Test func goesOnFromGivenClusters() {
    var generator = SeededGenerator(seed: 11)
    let triangle = SimilarityTriangle(count: 12) { _, _ in Double.random(in: 0...1, using: &generator) }
    var whole = AverageLinkage(triangle)
    whole.join(downTo: 0.6)
    let first = whole.clusters
    whole.join(downTo: 0.4)
    var groups: [[Int]] = []
    for cluster in Set(first).sorted() { groups.append(first.indices.filter { first[$0] == cluster }) }
    var resumed = AverageLinkage(triangle, joined: groups)
    #expect(resumed.clusters == first)
    resumed.join(downTo: 0.4)
    #expect(resumed.clusters == whole.clusters)
  }

  @Test func joinsAtExactlyTheCut() {
    let triangle = SimilarityTriangle(count: 2) { _, _ in 0.18 }
    var linkage = AverageLinkage(triangle)
    linkage.join(downTo: 0.18)
    #expect(linkage.clusters == [0, 0])
  }
}
