import Execution
import Matrices
import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("Full matrices of dense rows")
struct DenseMatrixTests {
  @Test(
    "In memory and in blocks, within 1e-6 of brute force, symmetric to the last bit",
    arguments: [0, 1, 31, 32, 33, 130, DenseSymmetricTiles.side + 3])
  func matrix(count: Int) async throws {
    let rows: DenseRows<Float> = embeddings(count: count, columns: 6, seed: UInt64(count) + 1)
    let search = DenseCosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
    let scores = bruteForceScores(rows, rows)
    let whole = try await search.matrix()
    var streamed: [Float] = []
    try await search.matrix { range, block in
      #expect(block.count == range.count * count)
      streamed += block
    }
    var exact: [Double] = []
    try await search.exactMatrix { exact += $1 }
    #expect(exact == scores.flatMap(\.self))
    var largestError = 0.0
    var isSymmetric = true
    for a in 0..<count {
      for b in 0..<count {
        largestError = max(
          largestError, abs(Double(whole[a, b]) - scores[a][b]),
          abs(Double(streamed[a * count + b]) - scores[a][b]))
        isSymmetric = isSymmetric && whole[a, b] == whole[b, a]
      }
    }
    #expect(largestError <= 1e-6)
    #expect(isSymmetric)
  }

  @Test("Wide rows that point nearly the same way, where sums round worst", arguments: [512, 4000])
  func depth(columns: Int) async throws {
    // All values alike and positive: partial sums grow to 1, and their errors lean one way.
    var generator = SeededGenerator(seed: 9)
    var rows = DenseRows<Float>(rowCount: 30, columnCount: columns)
    for row in 0..<30 {
      rows.withUnsafeMutableRow(row) { values in
        for column in values.indices {
          values[column] = 1 + Float.random(in: -1e-3...1e-3, using: &generator)
        }
      }
    }
    let search = DenseCosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
    let matrix = try await search.matrix()
    var largestError = 0.0
    try await search.exactMatrix { range, block in
      for (index, exact) in block.enumerated() {
        let value = matrix[range.lowerBound + index / 30, index % 30]
        largestError = max(largestError, abs(Double(value) - exact))
      }
    }
    #expect(largestError <= 1e-6)
  }
}
