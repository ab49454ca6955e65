import AnalysisModel
import Execution
import Matrices
import SimilaritySearch
import TextFeatures

/// Draws the small picture of who resembles whom.
struct SimilarityPicture: Sendable {
  /// Up to so many documents are shown one by one, else topics are.
  static let documentLimit = 60
  /// The largest topics shown.
  static let topicLimit = 40
  /// How many of the closest pairs are listed.
  static let closestPairCount = 10

  private let rows: SparseRows
  private let parallelism: Parallelism

  init(vectors: TermVectors, parallelism: Parallelism) {
    rows = vectors.rows
    self.parallelism = parallelism
  }

  func overview(
    clusters: ClusterFindings, duplicates: DuplicateFindings?, progress: ProgressHandler?
  ) async throws -> SimilarityOverview {
    let closest = try await closestPairs(duplicates: duplicates, progress: progress)
    if rows.rowCount <= Self.documentLimit {
      let order = clusters.events.flatMap(\.members)
      var cells: [Double] = []
      try await CosineSearch(rows: rows.selecting(order), parallelism: parallelism)
        .exactMatrix { _, block in cells += block }
      return SimilarityOverview(unit: .documents, order: order, cells: cells, closestPairs: closest)
    }
    let shown = Array(clusters.topics.prefix(Self.topicLimit))
    return SimilarityOverview(
      unit: .topics, order: shown.map(\.number), cells: meanCosines(between: shown.map(\.members)),
      closestPairs: closest)
  }

  /// The closest pairs of documents that are not copies of each other nor fillings of one template, by score (descending), then document.
  private func closestPairs(
    duplicates: DuplicateFindings?, progress: ProgressHandler?
  ) async throws -> [SimilarPair] {
    var family: [Int: Int] = [:]
    for found in duplicates?.families ?? [] {
      for document in [found.representative] + found.members.map(\.document) {
        family[document] = found.number
      }
    }
    // Of each family only the representative takes part, and of each template group the first document, so
    // that copies and fillings do not fill the list.
    let representatives = Set((duplicates?.families ?? []).map(\.representative))
    let fillings = Set((duplicates?.templates ?? []).flatMap { $0.documents.dropFirst() })
    let kept = (0..<rows.rowCount).filter {
      (family[$0] == nil || representatives.contains($0)) && !fillings.contains($0)
    }
    let search = CosineSearch(rows: rows.selecting(kept), parallelism: parallelism, progress: progress)
    let best = try await Self.closestPairs(in: search)
    return best.map { SimilarPair(a: kept[$0.a], b: kept[$0.b], score: $0.score) }
  }

  /// The closest pairs of rows.
  ///
  /// High thresholds are cheap to search, so they are tried first. Where even the lowest one gives too few, each
  /// row is asked for its nearest: whoever belongs to one of the best ten pairs has the other among its ten
  /// nearest, since each nearer one would make a better pair.
  static func closestPairs(in search: CosineSearch) async throws -> [SimilarPair] {
    var best = ClosestPairs(count: closestPairCount)
    for threshold in [0.9, 0.7, 0.5] {
      best = ClosestPairs(count: closestPairCount)
      try await search.pairs(atLeast: threshold) { best.add($0) }
      if best.pairs.count == closestPairCount { return best.pairs }
    }
    try await search.nearest(closestPairCount) { batch in
      best.add(batch.map { SimilarPair(a: min($0.a, $0.b), b: max($0.a, $0.b), score: $0.score) })
    }
    return best.pairs
  }

  /// Mean cosine between the members of each two groups, different members only within one group.
  ///
  /// The mean over all pairs of unit rows of A and B is ⟨ΣA, ΣB⟩ / (|A||B|); within one group the |A| cosines of
  /// rows with themselves are taken out. Sums run in document order.
  private func meanCosines(between groups: [[Int]]) -> [Double] {
    let unit = rows.unitRows()
    let sums = groups.map { members in
      var sum = Array(repeating: 0.0, count: unit.columnCount)
      for member in members {
        for position in unit.range(ofRow: member) {
          sum[Int(unit.columns[position])] += unit.values[position]
        }
      }
      return sum
    }
    var cells = Array(repeating: 0.0, count: groups.count * groups.count)
    for a in groups.indices {
      for b in a..<groups.count {
        var product = 0.0
        for column in 0..<unit.columnCount { product += sums[a][column] * sums[b][column] }
        var pairs = Double(groups[a].count * groups[b].count)
        if a == b {
          // A zero row's cosine with itself is 0, not 1.
          product -= Double(groups[a].count { !unit.range(ofRow: $0).isEmpty })
          pairs -= Double(groups[a].count)
        }
        let mean = pairs > 0 ? product / pairs : 1
        cells[a * groups.count + b] = (mean * 1e9).rounded() / 1e9 + 0
        cells[b * groups.count + a] = cells[a * groups.count + b]
      }
    }
    return cells
  }
}

/// The best few of a stream of pairs, each once.
private struct ClosestPairs {
  private(set) var pairs: [SimilarPair] = []
  private let count: Int

  init(count: Int) { self.count = count }

  /// Takes more pairs; ties go by the first document, then the second.
  mutating func add(_ more: [SimilarPair]) {
    let least = pairs.count == count ? pairs[count - 1].score : -1
    let candidates = Set(pairs + more.filter { $0.score >= least })
    pairs = Array(candidates.sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }.prefix(count))
  }
}
