import AnalysisModel
import Execution
import Matrices
import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("The k nearest by both plans against brute force")
struct NearestTests {
  @Test("Both plans find what brute force finds", arguments: NearestPlan.allCases, [1, 10, 100])
  func plansMatchBruteForce(plan: NearestPlan, k: Int) async throws {
    for seed in [1, 3, 6] {
      let rows = zipfRows(
        count: 180, columns: seed * 90, length: 14 * seed, seed: UInt64(seed), signed: seed > 4)
      var search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
      search.nearestPlan = plan
      #expect(try await search.nearest(k) == bruteForceNearest(rows, k), "seed \(seed)")
    }
  }

  @Test(
    "Both plans find what brute force finds in another matrix", arguments: NearestPlan.allCases, [1, 7, 200])
  func againstMatchesBruteForce(plan: NearestPlan, k: Int) async throws {
    for seed in 1...4 {
      let queries = zipfRows(
        count: 120, columns: 150, length: 25, seed: UInt64(seed), signed: seed == 4)
      let references = zipfRows(
        count: 170, columns: 150, length: 25, seed: UInt64(seed) + 50, signed: seed >= 3)
      var search = CosineSearch(rows: queries, parallelism: Parallelism(threads: 2))
      search.nearestPlan = plan
      var found: [SimilarPair] = []
      try await search.nearest(k, against: references) { found += $0 }
      #expect(found == bruteForceNearest(queries, k, against: references), "seed \(seed)")
    }
  }

  @Test("Many rows alike: the k best by row, from lists that stay short", arguments: [1, 2])
  func alike(threads: Int) async throws {
    // Three kinds of rows, each with a column of its own: all of a kind are equally near.
    var values: [[UInt32: Double]] = []
    for row in 0..<1500 { values.append([UInt32(row % 3): 1, UInt32(row + 3): row % 7 == 0 ? 1.0001 : 1]) }
    let rows = sparseRows(values, columnCount: 1503).unitRows()
    let parallelism = Parallelism(threads: threads)
    let search = try await BoundedSearch(k: 4, queries: rows, references: nil, parallelism: parallelism)
    let mutual = MutualNeighbours(
      rows: rows, split: search.split, sweep: search.sweep, blocks: search.blocks)
    let lists = try await mutual.candidates(parallelism) { _ in }
    #expect(lists.allSatisfy { !$0.isCrowded })
    let found = search.sweep.ranking.ranked(0..<1500, lists)
    for row in stride(from: 0, to: 1500, by: 50) {
      let expected = (0..<1500).filter { $0 != row }
        .map { ScoredRow(row: $0, score: mergeScore(row, rows, $0, rows)) }
        .filter { $0.score > 0 }.sorted { ($1.score, $0.row) < ($0.score, $1.row) }.prefix(4)
      #expect(found[row] == Array(expected), "row \(row)")
    }
  }

  @Test("Rows that store nothing but zeros are nobody's neighbours", arguments: NearestPlan.allCases)
  func storedZeros(plan: NearestPlan) async throws {
    let rows = sparseRows([[3: 0], [1: 2], [3: 0], [1: 1, 2: 1]], columnCount: 4)
    var search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 1))
    search.nearestPlan = plan
    #expect(try await search.nearest(2).map { [$0.a, $0.b] } == [[1, 3], [3, 1]])
  }

  /// Enough rows for several waves and for a first look at the largest sums.
  @Test("Several waves, with scores that tie at the k-th place", arguments: [1, 2, 3])
  func waves(threads: Int) async throws {
    let rows = zipfRows(count: 640, columns: 400, length: 8, seed: 31)
    var search = CosineSearch(rows: rows, parallelism: Parallelism(threads: threads))
    search.nearestPlan = .bounded
    #expect(try await search.nearest(4) == bruteForceNearest(rows, 4))
  }

  @Test("Blocks of any height give the same candidates", arguments: [16, 100, 299, 300])
  func blocks(height: Int) async throws {
    for signed in [false, true] {
      let rows = zipfRows(count: 300, columns: 250, length: 30, seed: 77, signed: signed).unitRows()
      let search = try await BoundedSearch(
        k: 5, queries: rows, references: nil, parallelism: Parallelism(threads: 2), blockHeight: height)
      let mutual = MutualNeighbours(
        rows: rows, split: search.split, sweep: search.sweep, blocks: search.blocks)
      var taken: [Int] = []
      let lists = try await mutual.candidates(Parallelism(threads: 2)) { taken.append($0) }
      #expect(taken == [128, 256, 300])
      let ranking = NeighbourRanking(k: 5, queries: rows, references: rows)
      let found = ranking.ranked(0..<300, lists).enumerated().flatMap { row, list in
        list.map { SimilarPair(a: row, b: $0.row, score: $0.score) }
      }
      #expect(found == bruteForceNearest(rows, 5), "signed \(signed)")
    }
  }

  @Test("Weights too small for a grain still find their neighbours")
  func tinyWeights() async throws {
    // Rows share nothing but columns of weights far below a grain, beside a large one of their own.
    let rows = sparseRows(
      (0..<200).map { [UInt32(300 + $0): 1.0, UInt32($0 / 2): 1e-4, 250: 3e-5] }, columnCount: 600)
    for plan in NearestPlan.allCases {
      var search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
      search.nearestPlan = plan
      #expect(try await search.nearest(2) == bruteForceNearest(rows, 2), "\(plan)")
    }
  }

  @Test("A score in grains lies within its margin of the exact one")
  func grainMargin() {
    for length in [1, 30, 400] {
      let rows = zipfRows(count: 60, columns: 500, length: length, seed: 5, signed: true).unitRows()
      for a in 0..<60 {
        let range = rows.range(ofRow: a)
        let margin = Grains.margin(count: range.count)
        for b in 0..<60 where a != b {
          var sum = 0
          for i in range {
            for j in rows.range(ofRow: b) where rows.columns[i] == rows.columns[j] {
              sum += Int(Grains.of(rows.values[i])) * Int(Grains.of(rows.values[j]))
            }
          }
          let exact = mergeScore(a, rows, b, rows) * Double(Grains.perScore)
          #expect(abs(Double(sum) - exact) <= Double(margin), "\(a), \(b)")
        }
      }
    }
    #expect(Grains.of(1) == 32_767 && Grains.of(-1) == -32_767)
    #expect(Grains.of(1e-30) == 1 && Grains.of(-1e-30) == -1 && Grains.of(0) == 0)
  }

  @Test("Dense rows go to tiles, rows of words are bounded")
  func choice() async throws {
    let one = Parallelism(threads: 1)
    var generator = SeededGenerator(seed: 8)
    let dense = sparseRows(
      (0..<300).map { _ in
        Dictionary(
          uniqueKeysWithValues: (0..<96).map {
            (UInt32($0), Double.random(in: -1...1, using: &generator))
          })
      }, columnCount: 96
    ).unitRows()
    #expect(
      try await BoundedSearch(k: 10, queries: dense, references: nil, parallelism: one).plan == .tiles)
    #expect(
      try await BoundedSearch(k: 10, queries: dense, references: dense, parallelism: one).plan == .tiles)
    // Two hundred frequent columns that weigh little, and rare ones that pairs of rows share.
    let words = sparseRows(
      (0..<2000).map { row in
        var values = [UInt32: Double]()
        for column in 0..<200 where (row * 31 + column * 17) % 3 > 0 { values[UInt32(column)] = 0.01 }
        for word in 0..<8 { values[UInt32(200 + (row % 100) * 8 + word)] = 1 }
        values[UInt32(2000 + row)] = 0.5
        return values
      }, columnCount: 4000
    ).unitRows()
    #expect(
      try await BoundedSearch(k: 10, queries: words, references: nil, parallelism: one).plan == .bounded)
  }

  @Test("Progress of both plans ends with all rows", arguments: NearestPlan.allCases)
  func progress(plan: NearestPlan) async throws {
    let steps = Steps()
    let rows = zipfRows(count: 300, columns: 200, length: 10, seed: 3)
    var search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 1)) { steps.add($0) }
    search.nearestPlan = plan
    _ = try await search.nearest(3)
    #expect(steps.all.map(\.completed) == steps.all.map(\.completed).sorted())
    #expect(steps.all.last.map { $0.completed == $0.total } == true)
  }

  private func bruteForceNearest(
    _ rows: SparseRows, _ k: Int, against references: SparseRows? = nil
  ) -> [SimilarPair] {
    let unit = rows.unitRows()
    let others = references?.unitRows() ?? unit
    return (0..<rows.rowCount).flatMap { a in
      (0..<others.rowCount).filter { references != nil || $0 != a }.map {
        SimilarPair(a: a, b: $0, score: mergeScore(a, unit, $0, others))
      }.filter { $0.score > 0 }.sorted { ($1.score, $0.b) < ($0.score, $1.b) }.prefix(k)
    }
  }
}
