import AnalysisModel
import Execution
import Matrices
import SimilaritySearch

/// Groups documents into events by average linkage, in blocks where there are too many for one triangle.
///
/// Up to `SimilarityTriangle.maximumCount` documents the result is exact. Above that the documents are first
/// divided into blocks of at most that many: over the exact nearest neighbours of every document, strongest
/// pairs first, two blocks join if they fit into one (Kruskal's algorithm with a bound). Each block is then
/// linked exactly; events do not reach across blocks. Memory is O(n · neighbours + maximumCount²).
struct EventLinkage {
  /// How many nearest neighbours of each document hold blocks together.
  static let neighbours = 20

  let vectors: ClusterVectors
  let times: PublicationTimes
  let parallelism: Parallelism
  /// The most documents that are linked at once.
  var blockLimit = SimilarityTriangle.maximumCount

  /// The outcome: for every document the first document of its event, and the cut used.
  struct Outcome {
    var clusters: [Int]
    var cut: Double
    /// How many blocks were linked apart; 1 where all documents were linked at once.
    var blockCount = 1
  }

  /// Links the documents.
  ///
  /// - Parameters:
  ///   - givenCut: takes the place of the cut that the documents suggest.
  ///   - minimumClusters: no more joining once only so many events are left; blocks, which are made of
  ///     thousands of documents, do not look at it.
  func link(givenCut: Double?, minimumClusters: Int) async throws -> Outcome {
    if vectors.count <= blockLimit {
      var triangle = try await SimilarityTriangle.dotProducts(of: vectors.rows, parallelism: parallelism)
      let cut =
        givenCut ?? EventCut(documentCount: vectors.count, medianSimilarity: triangle.median).value
      triangle.scale(by: times.factor)
      var linkage = AverageLinkage(triangle)
      linkage.join(downTo: cut, minimumClusters: minimumClusters)
      return Outcome(clusters: linkage.clusters, cut: cut)
    }
    let cut = givenCut ?? EventCut.base(documentCount: vectors.count)
    var clusters = Array(0..<vectors.count)
    let blocks = try await blocks(cut: cut)
    for block in blocks where block.count > 1 {
      var triangle = try await SimilarityTriangle.dotProducts(
        of: vectors.rows.selecting(block), parallelism: parallelism)
      triangle.scale { times.factor(block[$0], block[$1]) }
      var linkage = AverageLinkage(triangle)
      linkage.join(downTo: cut)
      for (row, cluster) in linkage.clusters.enumerated() { clusters[block[row]] = block[cluster] }
    }
    return Outcome(clusters: clusters, cut: cut, blockCount: blocks.count)
  }

  private func blocks(cut: Double) async throws -> [[Int]] {
    let floor = cut / times.largestFactor
    var pairs: [SimilarPair] = []
    try await CosineSearch(rows: vectors.rows, parallelism: parallelism).nearest(Self.neighbours) { batch in
      pairs += batch.filter { $0.score >= floor }
    }
    pairs.sort { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
    var sets = BoundedDisjointSets(count: vectors.count, bound: blockLimit)
    for pair in pairs { sets.join(pair.a, pair.b) }
    return sets.groups
  }
}

/// Disjoint sets that refuse to grow beyond a bound.
struct BoundedDisjointSets {
  private var parents: [Int]
  private var sizes: [Int]
  private let bound: Int

  init(count: Int, bound: Int) {
    parents = Array(0..<count)
    sizes = Array(repeating: 1, count: count)
    self.bound = bound
  }

  /// Joins two elements' sets, unless the union would hold more than `bound`.
  mutating func join(_ a: Int, _ b: Int) {
    let (rootA, rootB) = (root(of: a), root(of: b))
    guard rootA != rootB, sizes[rootA] + sizes[rootB] <= bound else { return }
    let (low, high) = (min(rootA, rootB), max(rootA, rootB))
    parents[high] = low
    sizes[low] += sizes[high]
  }

  private mutating func root(of element: Int) -> Int {
    var root = element
    while parents[root] != root { root = parents[root] }
    var walk = element
    while parents[walk] != root { (walk, parents[walk]) = (parents[walk], root) }
    return root
  }

  /// The sets, by their first elements; elements ascend.
  var groups: [[Int]] {
    var copy = self
    var numbers = [Int](repeating: -1, count: parents.count)
    var groups: [[Int]] = []
    for element in parents.indices {
      let root = copy.root(of: element)
      if numbers[root] < 0 {
        numbers[root] = groups.count
        groups.append([])
      }
      groups[numbers[root]].append(element)
    }
    return groups
  }
}
