import Execution
import Matrices
import TestSupport
import Testing

@testable import Clustering

@Suite struct WardLinkageTests {
  /// Joins by the growth of the weighted sum of squared distances, computed from the centroids each time.
  private func oracle(_ points: [[Double]], weights: [Double], clusterCount: Int) -> [Int] {
    func scatter(_ members: [Int]) -> Double {
      let weight = members.reduce(0) { $0 + weights[$1] }
      var total = 0.0
      for column in points[0].indices {
        let mean = members.reduce(0) { $0 + weights[$1] * points[$1][column] } / weight
        total += members.reduce(0) {
          $0 + weights[$1] * (points[$1][column] - mean) * (points[$1][column] - mean)
        }
      }
      return total
    }
    var clusters = points.indices.map { [$0] }
    while clusters.count > clusterCount {
      var best: (a: Int, b: Int, cost: Double)?
      for a in clusters.indices {
        for b in clusters.indices where b > a {
          let cost = scatter(clusters[a] + clusters[b]) - scatter(clusters[a]) - scatter(clusters[b])
          if cost < best?.cost ?? .infinity { best = (a, b, cost) }
        }
      }
      guard let best else { break }
      clusters[best.a] += clusters.remove(at: best.b)
    }
    var numbers = [Int](repeating: 0, count: points.count)
    for (number, cluster) in clusters.enumerated() { for member in cluster { numbers[member] = number } }
    return numbers
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func equalsTheDefinition(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let points = (0..<14).map { _ -> [Double] in
      let point = (0..<4).map { _ in Double.random(in: 0...1, using: &generator) }
      let length = point.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return point.map { $0 / length }
    }
    let weights = points.map { _ in Double(Int.random(in: 1...3, using: &generator)) }
    let triangle = SimilarityTriangle(count: points.count) { a, b in
      zip(points[a], points[b]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    for clusterCount in [1, 2, 5, 13, 14] {
      #expect(
        WardLinkage.clusters(triangle, weights: weights, clusterCount: clusterCount)
          == oracle(points, weights: weights, clusterCount: clusterCount), "seed \(seed), \(clusterCount)")
    }
  }
}
