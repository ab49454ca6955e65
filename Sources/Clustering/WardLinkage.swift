import Execution
import Matrices

/// Agglomerative clustering that keeps the spread inside clusters small (J. H. Ward, 1963), down to a given
/// number.
///
/// Joins the two clusters whose union adds least to the sum of squared distances to the centroids, weighted
/// by what each row stands for; ties go to the earlier pair. Updated by the formula of G. N. Lance and W. T.
/// Williams (1967). Unlike average linkage it makes clusters of comparable weight, which is what centroids
/// are started from.
enum WardLinkage {
  /// For every row the number of its cluster, 0..<clusterCount, by first rows.
  ///
  /// - Parameters:
  ///   - triangle: cosines of unit rows.
  ///   - weights: positive weight of every row.
  ///   - clusterCount: 1…number of rows.
  static func clusters(_ triangle: SimilarityTriangle, weights: [Double], clusterCount: Int) -> [Int] {
    let count = triangle.count
    var weights = weights
    var alive = [Bool](repeating: true, count: count)
    var clusters = Array(0..<count)
    var costs = triangle.values
    for a in 0..<count {
      for b in a + 1..<max(count, a + 1) {
        let position = triangle.start(ofRow: a) + b - a - 1
        let distance = 2 - 2 * costs[position] / SimilarityTriangle.one
        costs[position] = weights[a] * weights[b] / (weights[a] + weights[b]) * distance
      }
    }
    func index(_ a: Int, _ b: Int) -> Int {
      a < b ? triangle.start(ofRow: a) + b - a - 1 : triangle.start(ofRow: b) + a - b - 1
    }
    func cheapest(_ row: Int) -> (partner: Int, cost: Double) {
      var partner = -1
      var cost = Double.infinity
      let start = triangle.start(ofRow: row) - row - 1
      costs.withUnsafeBufferPointer { costs in
        for other in row + 1..<max(count, row + 1) where alive[other] && costs[start + other] < cost {
          partner = other
          cost = costs[start + other]
        }
      }
      return (partner, cost)
    }
    var best = (0..<count).map(cheapest)
    for _ in 0..<max(0, count - clusterCount) {
      var first = -1
      for row in 0..<count where alive[row] && best[row].partner >= 0 {
        if first < 0 || best[row].cost < best[first].cost { first = row }
      }
      let second = best[first].partner
      let joined = costs[index(first, second)]
      alive[second] = false
      for row in 0..<count where clusters[row] == second { clusters[row] = first }
      for row in 0..<count where alive[row] && row != first {
        let toFirst = (weights[first] + weights[row]) * costs[index(first, row)]
        let toSecond = (weights[second] + weights[row]) * costs[index(second, row)]
        costs[index(first, row)] =
          (toFirst + toSecond - weights[row] * joined) / (weights[first] + weights[second] + weights[row])
      }
      weights[first] += weights[second]
      best[first] = cheapest(first)
      for row in 0..<second where alive[row] && row != first {
        if best[row].partner == first || best[row].partner == second {
          best[row] = cheapest(row)
        } else if row < first, costs[index(row, first)] < best[row].cost {
          best[row] = (first, costs[index(row, first)])
        }
      }
    }
    var numbers = [Int](repeating: -1, count: count)
    var next = 0
    for row in 0..<count where numbers[clusters[row]] < 0 {
      numbers[clusters[row]] = next
      next += 1
    }
    return clusters.map { numbers[$0] }
  }
}
