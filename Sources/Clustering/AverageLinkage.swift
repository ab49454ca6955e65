/// Agglomerative clustering by the mean similarity between the members of two clusters (UPGMA).
///
/// Starts from given clusters and joins, again and again, the two with the highest mean; ties go to the pair
/// whose earlier cluster, then whose later cluster, starts first. A cluster is numbered by its first member.
/// Sums are exact (see `SimilarityTriangle`), so the result is that of the definition, ties included.
///
/// Source of the scheme: M. R. Anderberg, Cluster Analysis for Applications (1973), §6.2: each row keeps its
/// best later partner. O(n²) memory and O(n²) time on most data, O(n³) at worst.
struct AverageLinkage {
  /// For every row the row that stands for its cluster: the cluster's first.
  private(set) var clusters: [Int]
  private var sums: [Double]
  private var sizes: [Double]
  private var alive: [Bool]
  private var best: [(partner: Int, mean: Double)]
  private let triangle: SimilarityTriangle
  /// How many clusters are left.
  private(set) var clusterCount: Int

  /// Every row alone.
  init(_ triangle: SimilarityTriangle) {
    self.triangle = triangle
    sums = triangle.values
    clusters = Array(0..<triangle.count)
    sizes = Array(repeating: 1, count: triangle.count)
    alive = Array(repeating: true, count: triangle.count)
    clusterCount = triangle.count
    best = []
    best = (0..<triangle.count).map { bestPartner(of: $0) }
  }

  /// Some rows joined beforehand.
  ///
  /// - Parameter groups: rows of the clusters to start from, ascending; rows in no group are alone.
  init(_ triangle: SimilarityTriangle, joined groups: [[Int]]) {
    self.init(triangle)
    for group in groups {
      for member in group.dropFirst() { absorb(member, into: group[0]) }
    }
    for row in best.indices where alive[row] { best[row] = bestPartner(of: row) }
  }

  /// Joins clusters while the highest mean similarity is at least `cut` (0…1) and more than `minimumClusters`
  /// are left.
  mutating func join(downTo cut: Double, minimumClusters: Int = 1) {
    let cut = (cut * SimilarityTriangle.one).rounded()
    while clusterCount > max(1, minimumClusters) {
      var first = -1
      for row in best.indices where alive[row] && best[row].partner >= 0 {
        if first < 0 || best[row].mean > best[first].mean { first = row }
      }
      guard first >= 0, best[first].mean >= cut else { return }
      merge(best[first].partner, into: first)
    }
  }

  private mutating func absorb(_ second: Int, into first: Int) {
    alive[second] = false
    clusterCount -= 1
    for row in clusters.indices where clusters[row] == second { clusters[row] = first }
    sizes[first] += sizes[second]
    for row in alive.indices where alive[row] && row != first {
      sums[index(first, row)] += sums[index(second, row)]
    }
  }

  private mutating func merge(_ second: Int, into first: Int) {
    absorb(second, into: first)
    best[first] = bestPartner(of: first)
    for row in 0..<second where alive[row] && row != first {
      if best[row].partner == first || best[row].partner == second {
        best[row] = bestPartner(of: row)
      } else if row < first {
        let mean = mean(row, first)
        if mean > best[row].mean || (mean == best[row].mean && first < best[row].partner) {
          best[row] = (first, mean)
        }
      }
    }
  }

  private func index(_ a: Int, _ b: Int) -> Int {
    a < b ? triangle.start(ofRow: a) + b - a - 1 : triangle.start(ofRow: b) + a - b - 1
  }

  private func mean(_ a: Int, _ b: Int) -> Double { sums[index(a, b)] / (sizes[a] * sizes[b]) }

  private func bestPartner(of row: Int) -> (partner: Int, mean: Double) {
    var partner = -1
    var bestMean = -Double.infinity
    let start = triangle.start(ofRow: row) - row - 1
    sums.withUnsafeBufferPointer { sums in
      for other in row + 1..<max(triangle.count, row + 1) where alive[other] {
        let mean = sums[start + other] / (sizes[row] * sizes[other])
        if mean > bestMean {
          partner = other
          bestMean = mean
        }
      }
    }
    return (partner, bestMean)
  }
}
