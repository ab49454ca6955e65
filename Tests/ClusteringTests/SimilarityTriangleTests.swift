import Execution
import Matrices
import TestSupport
import Testing

@testable import Clustering

@Suite struct SimilarityTriangleTests {
  @Test(arguments: [0, 1, 2, 31, 32, 33, 65], [1, 2])
  func equalsPlainDotProducts(rowCount: Int, threads: Int) async throws {
    var generator = SeededGenerator(seed: UInt64(rowCount) + 7)
    let dense = (0..<rowCount).map { _ in
      (0..<20).map { _ in Bool.random(using: &generator) ? Double.random(in: 0...0.3, using: &generator) : 0 }
    }
    var offsets = [0]
    var columns: [UInt32] = []
    var values: [Double] = []
    for row in dense {
      for (column, value) in row.enumerated() where value != 0 {
        columns.append(UInt32(column))
        values.append(value)
      }
      offsets.append(columns.count)
    }
    let rows = SparseRows(rowOffsets: offsets, columns: columns, values: values, columnCount: 20)
    let triangle = try await SimilarityTriangle.dotProducts(
      of: rows, parallelism: Parallelism(threads: threads))
    #expect(triangle.values.count == rowCount * max(0, rowCount - 1) / 2)
    for a in 0..<rowCount {
      for b in 0..<rowCount where a != b {
        let sum = zip(dense[a], dense[b]).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(triangle[a, b] - sum * SimilarityTriangle.one) <= 1)
        #expect(triangle[a, b] == triangle[a, b].rounded())
      }
    }
  }

  @Test func takesTheLowerMedian() {
    #expect(SimilarityTriangle(count: 1) { _, _ in 1 }.median == 0)
    let three = SimilarityTriangle(count: 3) { a, b in Double(a + b) / 10 }
    #expect(three.median == 0.2)
    let four = SimilarityTriangle(count: 4) { a, b in Double(a + b) / 10 }
    #expect(four.median == 0.3)
  }

  @Test func scalesPairsByTheirFactor() {
    var triangle = SimilarityTriangle(count: 3) { _, _ in 0.4 }
    triangle.scale { a, b in a == 0 && b == 2 ? 0 : 1.25 }
    #expect(triangle.values == [500_000_000, 0, 500_000_000])
  }
}
