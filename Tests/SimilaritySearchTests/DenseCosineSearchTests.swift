import AnalysisModel
import Execution
import Matrices
import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("Exact search of dense rows against brute force")
struct DenseCosineSearchTests {
  /// Sizes around the border of a strip.
  static let sizes = [0, 1, 2, 256, 257]

  private func search<Scalar>(_ rows: DenseRows<Scalar>, threads: Int = 2) -> DenseCosineSearch<Scalar> {
    DenseCosineSearch(rows: rows, parallelism: Parallelism(threads: threads))
  }

  @Test("Pairs, nearest and collapsed groups at the borders of strips", arguments: sizes)
  func strips(count: Int) async throws {
    let rows: DenseRows<Float> = embeddings(count: count, columns: 11, seed: UInt64(count))
    let scores = bruteForceScores(rows, rows)
    let search = search(rows)
    for threshold in [0.1, 0.3, 0.5, 0.8, 0.95, 1] {
      let found = try await search.pairs(atLeast: threshold)
      #expect(
        found == expectedPairs(scores, atLeast: threshold, isWithin: true), "\(count) rows, ≥ \(threshold)")
    }
    for k in [1, 10, 100] {
      #expect(
        try await search.nearest(k) == expectedNearest(scores, k, isWithin: true), "\(count) rows, \(k)")
    }
  }

  @Test("Columns around the widths that kernels work in", arguments: [1, 3, 7, 8, 9, 127, 128, 129, 300])
  func widths(columns: Int) async throws {
    let rows: DenseRows<Double> = embeddings(count: 90, columns: columns, seed: UInt64(columns) + 50)
    let scores = bruteForceScores(rows, rows)
    let search = search(rows)
    let found = try await search.pairs(atLeast: 0.5)
    #expect(found == expectedPairs(scores, atLeast: 0.5, isWithin: true))
    #expect(try await search.nearest(7) == expectedNearest(scores, 7, isWithin: true))
  }

  @Test("More references than a tile has columns")
  func manyColumns() async throws {
    // Row r points a little further than r - 1 does, but the last, alone in its tile, equals row 0.
    let count = DenseTiles.blockWidth + 1
    var values = (0..<count).flatMap { [Float(count - $0), Float($0)] }
    values.replaceSubrange((2 * count - 2)..., with: [1, 0])
    let rows = DenseRows(values: values, rowCount: count, columnCount: 2)
    let found = try await search(rows).pairs(atLeast: 0.9999999)
    #expect(found.first == SimilarPair(a: 0, b: count - 1, score: 1))
    #expect(found == expectedPairs(bruteForceScores(rows, rows), atLeast: 0.9999999, isWithin: true))
  }

  @Test("A×B gives what brute force gives", arguments: [0, 1, 257])
  func against(count: Int) async throws {
    let rows: DenseRows<Float> = embeddings(count: count, columns: 33, seed: 5)
    let references: DenseRows<Float> = embeddings(count: 70, columns: 33, seed: 5)
    let scores = bruteForceScores(rows, references)
    var pairs: [SimilarPair] = []
    try await search(rows).pairs(against: references, atLeast: 0.4) { pairs += $0 }
    #expect(pairs == expectedPairs(scores, atLeast: 0.4, isWithin: false))
    var nearest: [SimilarPair] = []
    try await search(rows).nearest(3, against: references) { nearest += $0 }
    #expect(nearest == expectedNearest(scores, 3, isWithin: false))
  }

  @Test("Equal rows are grouped; collapsed, only the first of each takes part")
  func collapsed() async throws {
    let rows: DenseRows<Float> = embeddings(count: 200, columns: 20, seed: 8)
    let search = search(rows)
    let groups = search.identicalGroups
    #expect(!groups.isEmpty)
    for group in groups {
      for row in group { #expect((0..<20).allSatisfy { rows[row, $0] == rows[group[0], $0] }) }
    }
    let later = Set(groups.flatMap { $0.dropFirst() })
    let all = try await search.pairs(atLeast: 0.7)
    let collapsed = try await search.pairs(atLeast: 0.7, identicalPairs: .collapsed)
    #expect(collapsed == all.filter { !later.contains($0.a) && !later.contains($0.b) })
  }

  @Test("Zeros of either sign make equal rows, and a row of zeros is like nothing")
  func zeros() async throws {
    let rows = DenseRows<Float>(values: [0, 1, -0.0, 1, 0, 0, -0.0, 0], rowCount: 4, columnCount: 2)
    let search = search(rows)
    #expect(search.identicalGroups == [[0, 1]])
    #expect(try await search.pairs(atLeast: 0.1) == [SimilarPair(a: 0, b: 1, score: 1)])
    let matrix = try await search.matrix()
    #expect(Array(matrix.values) == [1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test("Numbers at the ends of their types' ranges neither overflow nor vanish")
  func extremes() async throws {
    let floats = DenseRows<Float>(
      values: [
        .greatestFiniteMagnitude, .greatestFiniteMagnitude, 1, 1, .leastNonzeroMagnitude,
        .leastNonzeroMagnitude, 1, -1,
      ], rowCount: 4, columnCount: 2)
    let doubles = DenseRows<Double>(
      values: [
        .greatestFiniteMagnitude, .greatestFiniteMagnitude, 1, 1, .leastNonzeroMagnitude,
        .leastNonzeroMagnitude, 1, -1,
      ], rowCount: 4, columnCount: 2)
    let expected = [[0, 1], [0, 2], [1, 2]].map { SimilarPair(a: $0[0], b: $0[1], score: 1) }
    #expect(try await search(floats).pairs(atLeast: 0.1) == expected)
    #expect(try await search(doubles).pairs(atLeast: 0.1) == expected)
    #expect(abs(try await search(doubles).matrix()[0, 2] - 1) <= 1e-6)
  }

  @Test("Results do not depend on the number of threads")
  func threads() async throws {
    let rows: DenseRows<Float> = embeddings(count: 300, columns: 12, seed: 4)
    #expect(
      try await search(rows, threads: 1).pairs(atLeast: 0.4) == search(rows, threads: 3).pairs(atLeast: 0.4))
    #expect(try await search(rows, threads: 1).nearest(5) == search(rows, threads: 3).nearest(5))
  }

  @Test("The same rows give the same as the search of sparse rows")
  func sparse() async throws {
    let sparse = zipfRows(count: 120, columns: 60, length: 30, seed: 21, signed: true)
    var dense = DenseRows<Double>(rowCount: 120, columnCount: 60)
    for row in 0..<120 {
      for position in sparse.range(ofRow: row) {
        dense[row, Int(sparse.columns[position])] = sparse.values[position]
      }
    }
    let other = CosineSearch(rows: sparse, parallelism: Parallelism(threads: 1))
    #expect(try await search(dense).pairs(atLeast: 0.2) == other.pairs(atLeast: 0.2))
    #expect(try await search(dense).nearest(10) == other.nearest(10))
  }
}
