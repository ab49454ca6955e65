import Testing

@testable import Matrices

@Suite("BLAS")
struct BLASTests {
  @Test("A · Bᵀ is the table of dot products, also into a wider target and on top of what stands there")
  func product() {
    let a: [Float] = [1, 2, 3, 4, 5, 6]
    let b: [Float] = [1, 0, -1, 2, 2, 2]
    var c: [Float] = Array(repeating: 9, count: 6)
    BLAS.multiplyByTransposed(a, b, into: &c, rows: 2, columns: 2, depth: 3, stride: 3)
    #expect(c == [-2, 12, 9, -2, 30, 9])
    BLAS.multiplyByTransposed(a, b, into: &c, rows: 2, columns: 2, depth: 3, stride: 3, accumulate: true)
    #expect(c == [-4, 24, 9, -4, 60, 9])
  }

  @Test("Depth 0 gives zeros")
  func depthZero() {
    let none: [Float] = [0]
    var c: [Float] = [7, 7]
    BLAS.multiplyByTransposed(none, none, into: &c, rows: 1, columns: 2, depth: 0, stride: 2)
    #expect(c == [0, 0])
  }

  @Test("The provider has a name")
  func provider() {
    #expect(!BLAS.provider.name.isEmpty)
  }
}
