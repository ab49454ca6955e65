import AnalysisModel
import Execution
import Matrices
import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("Exact pairs, nearest rows and matrices against brute force")
struct CosineSearchTests {
  /// Sizes around the borders of strips (96) and one past a block would be too slow here; see `blockBorders`.
  static let sizes = [0, 1, 2, 95, 96, 97, 200]

  @Test("Pairs at or above a threshold are those of brute force", arguments: sizes, [0.1, 0.5, 0.8, 1])
  func pairsMatchBruteForce(size: Int, threshold: Double) async throws {
    let seed = UInt64(size * 10) + 7
    let rows = zipfRows(count: size, columns: 300, length: 30, seed: seed)
    let search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
    let found = try await search.pairs(atLeast: threshold)
    #expect(found == bruteForcePairs(rows, atLeast: threshold), "seed \(seed)")
  }

  @Test(
    "Both plans find what brute force finds", arguments: PairProposer.Plan.allCases,
    [0.1, 0.3, 0.5, 0.8, 0.95, 1])
  func plansMatchBruteForce(plan: PairProposer.Plan, threshold: Double) async throws {
    for seed in 1...4 {
      let rows = zipfRows(
        count: 210, columns: seed * 150, length: 12 * seed, seed: UInt64(seed), signed: seed == 4)
      var search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
      search.plan = plan
      let found = try await search.pairs(atLeast: threshold)
      #expect(found == bruteForcePairs(rows, atLeast: threshold), "seed \(seed)")
    }
  }

  @Test("Signed rows, as embeddings are, keep the guarantee", arguments: [0.1, 0.5, 0.95])
  func signedRows(threshold: Double) async throws {
    let rows = zipfRows(count: 130, columns: 40, length: 40, seed: 3, signed: true)
    let search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
    #expect(try await search.pairs(atLeast: threshold) == bruteForcePairs(rows, atLeast: threshold))
    #expect(try await search.nearest(5) == bruteForceNearest(rows, 5))
  }

  @Test("The k nearest are those of brute force, ties cut by row order", arguments: sizes, [1, 10, 100])
  func nearestMatchBruteForce(size: Int, k: Int) async throws {
    let seed = UInt64(size * 10) + 9
    let rows = zipfRows(count: size, columns: 200, length: 20, seed: seed)
    let search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
    #expect(try await search.nearest(k) == bruteForceNearest(rows, k), "seed \(seed)")
  }

  @Test("Results cross block borders unharmed")
  func blockBorders() async throws {
    let width = TileEngine<Float>.blockWidth
    for count in [width - 1, width, width + 1] {
      // Row r is alone but for the last row, which equals row 0, and row width - 1, which resembles row 1.
      var rows = (0..<count).map { [UInt32($0): 1.0] }
      rows[count - 1] = rows[0]
      rows[count - 2] = [1: 1.0, UInt32(count): 0.1]
      let search = CosineSearch(
        rows: sparseRows(rows, columnCount: count + 1), parallelism: Parallelism(threads: 2))
      let found = try await search.pairs(atLeast: 0.9)
      #expect(found.map { [$0.a, $0.b] } == [[0, count - 1], [1, count - 2]])
      #expect(found[0].score == 1)
    }
  }

  @Test("A×B gives what brute force gives", arguments: [0, 1, 97, 150])
  func againstMatchesBruteForce(size: Int) async throws {
    let queries = zipfRows(count: size, columns: 120, length: 20, seed: 11)
    let references = zipfRows(count: 90, columns: 120, length: 20, seed: 12)
    let search = CosineSearch(rows: queries, parallelism: Parallelism(threads: 2))
    let unitQueries = queries.unitRows()
    let unitReferences = references.unitRows()
    var expected: [SimilarPair] = []
    var expectedNearest: [SimilarPair] = []
    for a in 0..<size {
      let scored = (0..<90).map {
        SimilarPair(a: a, b: $0, score: mergeScore(a, unitQueries, $0, unitReferences))
      }.sorted { ($1.score, $0.b) < ($0.score, $1.b) }
      expected += scored.filter { $0.score >= 0.4 }
      expectedNearest += scored.filter { $0.score > 0 }.prefix(3)
    }
    var found: [SimilarPair] = []
    try await search.pairs(against: references, atLeast: 0.4) { found += $0 }
    #expect(found == expected)
    found = []
    try await search.nearest(3, against: references) { found += $0 }
    #expect(found == expectedNearest)
  }

  @Test("Identical rows score exactly 1 and are found at threshold 1, proportional ones too")
  func identicalAtOne() async throws {
    // Trap 1: strict comparison in Float32 loses most of these.
    var rows: [[UInt32: Double]] = []
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<150 {
      var row: [UInt32: Double] = [:]
      for _ in 0..<40 {
        row[UInt32.random(in: 0..<5000, using: &generator)] = .random(in: 0.1...3, using: &generator)
      }
      rows.append(row)
      rows.append(row.mapValues { $0 * 1.7 })
    }
    let search = CosineSearch(
      rows: sparseRows(rows, columnCount: 5000), parallelism: Parallelism(threads: 2))
    let found = try await search.pairs(atLeast: 1)
    #expect(found == (0..<150).map { SimilarPair(a: 2 * $0, b: 2 * $0 + 1, score: 1) })
  }

  @Test("Equal rows are listed one by one or as a group, never capped")
  func equalRows() async throws {
    // Trap 5: a cap on neighbours silently drops pairs of 25 identical strings.
    let rows = sparseRows(Array(repeating: [0: 1, 3: 2], count: 25), columnCount: 4)
    let search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 1))
    #expect(try await search.pairs(atLeast: 0.5).count == 300)
    #expect(search.identicalPairCount == 300)
    #expect(try await search.pairs(atLeast: 0.5, identicalPairs: .collapsed).isEmpty)
    #expect(search.identicalGroups == [Array(0..<25)])
    #expect(try await search.nearest(3).filter { $0.a == 24 }.map(\.b) == [0, 1, 2])
  }

  @Test("Zero rows are similar to nothing, not even to each other")
  func zeroRows() async throws {
    let rows = sparseRows([[:], [0: 1], [:], [0: 2]], columnCount: 1)
    let search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 1))
    #expect(try await search.pairs(atLeast: 0.1) == [SimilarPair(a: 1, b: 3, score: 1)])
    #expect(try await search.nearest(5).map(\.a) == [1, 3])
    #expect(search.identicalGroups == [[1, 3]])
  }

  @Test("The same findings on any number of threads", arguments: [1, 2, 3, 7])
  func threads(count: Int) async throws {
    let rows = zipfRows(count: 400, columns: 500, length: 40, seed: 21)
    let one = CosineSearch(rows: rows, parallelism: Parallelism(threads: 1))
    let many = CosineSearch(rows: rows, parallelism: Parallelism(threads: count))
    #expect(try await one.pairs(atLeast: 0.2) == many.pairs(atLeast: 0.2))
    #expect(try await one.nearest(7) == many.nearest(7))
  }

  @Test("The full matrix is the cosine of every pair")
  func matrix() async throws {
    let rows = zipfRows(count: 120, columns: 80, length: 20, seed: 2)
    let search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
    var fast: [Float] = []
    try await search.matrix { range, block in
      #expect(range.count * 120 == block.count)
      fast += block
    }
    var exact: [Double] = []
    try await search.exactMatrix { exact += $1 }
    let unit = rows.unitRows()
    for a in 0..<120 {
      for b in 0..<120 {
        #expect(exact[a * 120 + b] == mergeScore(a, unit, b, unit))
        #expect(abs(Double(fast[a * 120 + b]) - exact[a * 120 + b]) <= 1e-6)
      }
    }
  }

  @Test("The bound of the matrix holds for rows of tens of thousands of values")
  func matrixOfLongRows() async throws {
    var generator = SeededGenerator(seed: 6)
    let rows = (0..<4).map { _ in
      Dictionary(
        uniqueKeysWithValues: (0..<30_000).map { (UInt32($0), Double.random(in: 0.1...5, using: &generator)) }
      )
    }
    let search = CosineSearch(
      rows: sparseRows(rows, columnCount: 30_000), parallelism: Parallelism(threads: 1))
    var fast: [Float] = []
    var exact: [Double] = []
    try await search.matrix { fast += $1 }
    try await search.exactMatrix { exact += $1 }
    for (float, double) in zip(fast, exact) { #expect(abs(Double(float) - double) <= 1e-6) }
  }

  @Test("Equal rows amid others keep output order, however they are spread")
  func scatteredEqualRows() async throws {
    for seed in 1...6 {
      let distinct = zipfRows(count: 12, columns: 30, length: 10, seed: UInt64(seed))
      var generator = SeededGenerator(seed: seed)
      let rows = distinct.selecting((0..<140).map { _ in Int.random(in: 0..<12, using: &generator) })
      let search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
      #expect(try await search.pairs(atLeast: 0.2) == bruteForcePairs(rows, atLeast: 0.2), "seed \(seed)")
      #expect(try await search.nearest(9) == bruteForceNearest(rows, 9), "seed \(seed)")
      let firsts = search.identicalGroups.flatMap { $0.dropFirst() }
      let collapsed = bruteForcePairs(rows, atLeast: 0.2).filter {
        !firsts.contains($0.a) && !firsts.contains($0.b)
      }
      #expect(try await search.pairs(atLeast: 0.2, identicalPairs: .collapsed) == collapsed, "seed \(seed)")
    }
  }

  @Test("More neighbours than there are rows, and thousands of ties")
  func manyTies() async throws {
    // Trap 5 again: all tie for the first place.
    let rows = sparseRows((0..<3000).map { [0: 1.0, UInt32($0 + 1): 1.0] }, columnCount: 3001)
    let search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
    let nearest = try await search.nearest(2)
    #expect(nearest.count == 6000)
    #expect(nearest.prefix(4).map(\.b) == [1, 2, 0, 2])
    let few = CosineSearch(rows: rows.selecting([0, 1, 2]), parallelism: Parallelism(threads: 1))
    #expect(try await few.nearest(Int.max).count == 6)
  }

  @Test("Weights of any magnitude keep their direction")
  func extremeMagnitudes() async throws {
    let rows = sparseRows(
      [[0: 1e300, 1: 1e300], [0: 1e-300, 1: 1e-300], [0: 3]], columnCount: 2)
    let search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 1))
    let found = try await search.pairs(atLeast: 0.7)
    #expect(found.map { [$0.a, $0.b] } == [[0, 1], [0, 2], [1, 2]])
    #expect(found.map(\.score) == [1, 0.707106781, 0.707106781])
  }

  @Test("A threshold that is met exactly is met")
  func thresholdMet() async throws {
    let rows = sparseRows([[0: 3, 1: 4], [1: 1]], columnCount: 2)
    let search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 1))
    #expect(try await search.pairs(atLeast: 0.8).count == 1)
    #expect(try await search.pairs(atLeast: 0.800000001).isEmpty)
  }

  private func bruteForcePairs(_ rows: SparseRows, atLeast threshold: Double) -> [SimilarPair] {
    let unit = rows.unitRows()
    return (0..<rows.rowCount).flatMap { a in
      (a + 1..<max(a + 1, rows.rowCount)).map {
        SimilarPair(a: a, b: $0, score: mergeScore(a, unit, $0, unit))
      }.filter { $0.score >= threshold }.sorted { ($1.score, $0.b) < ($0.score, $1.b) }
    }
  }

  private func bruteForceNearest(_ rows: SparseRows, _ k: Int) -> [SimilarPair] {
    let unit = rows.unitRows()
    return (0..<rows.rowCount).flatMap { a in
      (0..<rows.rowCount).filter { $0 != a }.map {
        SimilarPair(a: a, b: $0, score: mergeScore(a, unit, $0, unit))
      }.filter { $0.score > 0 }.sorted { ($1.score, $0.b) < ($0.score, $1.b) }.prefix(k)
    }
  }
}
