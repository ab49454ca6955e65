import TestSupport
import Testing

@testable import Matrices

@Suite("Dense rows")
struct DenseRowsTests {
  @Test("A copy does not change with its original")
  func copies() {
    var rows = DenseRows<Float>(values: [1, 2, 3, 4], rowCount: 2, columnCount: 2)
    let copy = rows
    rows[1, 0] = 7
    rows.withUnsafeMutableRow(0) { $0[1] = 9 }
    #expect(Array(rows.values) == [1, 9, 7, 4])
    #expect(Array(copy.values) == [1, 2, 3, 4])
    #expect(Array(rows.selecting([1, 1, 0]).values) == [7, 4, 7, 4, 1, 9])
    #expect(rows.selecting([]).rowCount == 0)
  }

  @Test("Large memory, and none")
  func sizes() {
    let large = DenseRows<Double>(rowCount: 3, columnCount: 700_000)
    #expect(large.values.count == 2_100_000 && large[2, 699_999] == 0)
    #expect(DenseRows<Float>(rowCount: 0, columnCount: 5).values.isEmpty)
    #expect(DenseRows<Float>(rowCount: 5, columnCount: 0).values.isEmpty)
  }

  @Test("A builder's parts make one matrix")
  func builder() {
    let builder = DenseRowsBuilder<Float>(rowCount: 2, columnCount: 2)
    for part in [1, 0] {
      builder.withUnsafeMutableStart { start in
        for column in 0..<2 { start[part * 2 + column] = Float(10 * part + column) }
      }
    }
    #expect(Array(builder.finished().values) == [0, 1, 10, 11])
  }

  @Test("Dot products of any length are those of plain sums", arguments: [0, 1, 7, 8, 9, 16, 100])
  func dot(count: Int) {
    var generator = SeededGenerator(seed: count)
    let a = (0..<count + 1).map { _ in Double.random(in: -1...1, using: &generator) }
    let b = (0..<count + 1).map { _ in Double.random(in: -1...1, using: &generator) }
    let expected = (0..<count).reduce(0) { $0 + a[$1] * b[$1] }
    #expect(abs(Double.dot(a, b, count: count) - expected) < 1e-14)
    let floats = (a.map { Float($0) }, b.map { Float($0) })
    let expectedOfFloats = (0..<count).reduce(0) { $0 + Double(floats.0[$1]) * Double(floats.1[$1]) }
    #expect(abs(Float.dot(floats.0, floats.1, count: count) - expectedOfFloats) < 1e-14)
  }

  @Test("The largest magnitude keeps what is not finite, wherever it stands")
  func magnitude() {
    for position in 0..<5 {
      for odd in [Float.nan, .infinity, -.infinity] {
        var values: [Float] = [3, -4, 0, 1, 2]
        #expect(values.withUnsafeBufferPointer { Float.largestMagnitude(of: $0) } == 4)
        values[position] = odd
        #expect(!values.withUnsafeBufferPointer { Float.largestMagnitude(of: $0) }.isFinite)
      }
    }
  }

  @Test("Products of parts of rows add up")
  func parts() {
    let a: [Float] = [1, 2, 3, 4, 5, 6]
    var product: [Float] = [0, 0, 0, 0]
    BLAS.multiplyByTransposed(
      a, a, into: &product, rows: 2, columns: 2, depth: 2, stride: 2, operandStride: 3)
    #expect(product == [5, 14, 14, 41])
    a.withUnsafeBufferPointer { a in
      guard let last = a.baseAddress.map({ $0 + 2 }) else { return }
      BLAS.multiplyByTransposed(
        last, last, into: &product, rows: 2, columns: 2, depth: 1, stride: 2, accumulate: true,
        operandStride: 3)
    }
    #expect(product == [14, 32, 32, 77])
  }
}
