import Execution
import Matrices

/// Moves rows to their nearest centroid, pass by pass (spherical k-means: I. S. Dhillon and D. S. Modha,
/// 2001).
///
/// Centroids are the weighted sums of their rows, in row order, scaled to length 1. A row goes to the
/// centroid with the highest cosine, ties to the lower number; the last row of a cluster stays, so no cluster
/// dies. O(passes · stored values · clusters) time, O(columns · clusters) memory.
struct SphericalRefinement {
  /// Columns beyond this many, the rarest, take no part: they decide nothing and would cost memory.
  static let maximumColumns = 30_000
  /// More passes move next to nothing.
  static let maximumPasses = 10

  let rows: SparseRows
  let weights: [Double]
  let clusterCount: Int
  let parallelism: Parallelism

  /// - Parameter rows: unit rows; columns are taken as they come, so the caller limits them.
  init(rows: SparseRows, weights: [Double], clusterCount: Int, parallelism: Parallelism) {
    self.rows = rows
    self.weights = weights
    self.clusterCount = clusterCount
    self.parallelism = parallelism
  }

  /// - Parameter start: a cluster number for some rows, nil for those that are still to be placed.
  func refine(_ start: [Int?]) async throws -> [Int] {
    var clusters = start
    for _ in 0..<Self.maximumPasses {
      let centroids = self.centroids(of: clusters)
      let nearest = try await assign(to: centroids)
      if nearest.indices.allSatisfy({ clusters[$0] == nearest[$0] }) { break }
      move(&clusters, to: nearest)
    }
    return clusters.map { $0 ?? 0 }
  }

  private func move(_ clusters: inout [Int?], to nearest: [Int]) {
    var sizes = [Int](repeating: 0, count: clusterCount)
    for cluster in clusters { if let cluster { sizes[cluster] += 1 } }
    for row in nearest.indices {
      if let old = clusters[row], old != nearest[row] {
        if sizes[old] == 1 { continue }
        sizes[old] -= 1
      } else if clusters[row] == nearest[row] {
        continue
      }
      sizes[nearest[row]] += 1
      clusters[row] = nearest[row]
    }
  }

  /// Column by column, the weights of all centroids.
  private func centroids(of clusters: [Int?]) -> [Double] {
    var sums = [Double](repeating: 0, count: rows.columnCount * clusterCount)
    for row in 0..<rows.rowCount {
      guard let cluster = clusters[row] else { continue }
      for position in rows.range(ofRow: row) {
        sums[Int(rows.columns[position]) * clusterCount + cluster] += weights[row] * rows.values[position]
      }
    }
    var squares = [Double](repeating: 0, count: clusterCount)
    for column in 0..<rows.columnCount {
      for cluster in 0..<clusterCount {
        let value = sums[column * clusterCount + cluster]
        squares[cluster] += value * value
      }
    }
    let scales = squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    for column in 0..<rows.columnCount {
      for cluster in 0..<clusterCount { sums[column * clusterCount + cluster] *= scales[cluster] }
    }
    return sums
  }

  private func assign(to centroids: [Double]) async throws -> [Int] {
    let chunk = 256
    let count = rows.rowCount
    let pieces = try await parallelism.map(count: (count + chunk - 1) / chunk) { piece in
      var scores = [Double](repeating: 0, count: clusterCount)
      return (piece * chunk..<min((piece + 1) * chunk, count)).map { row in
        for cluster in scores.indices { scores[cluster] = 0 }
        centroids.withUnsafeBufferPointer { centroids in
          scores.withUnsafeMutableBufferPointer { scores in
            for position in rows.range(ofRow: row) {
              let start = Int(rows.columns[position]) * clusterCount
              let value = rows.values[position]
              for cluster in 0..<clusterCount { scores[cluster] += value * centroids[start + cluster] }
            }
          }
        }
        var nearest = 0
        for cluster in 1..<max(1, clusterCount) where scores[cluster] > scores[nearest] { nearest = cluster }
        return nearest
      }
    }
    return Array(pieces.joined())
  }
}
