import CBLAS

/// The types of number that BLAS multiplies: Float proposes, Double where the result itself must be exact.
public protocol BLASScalar: BinaryFloatingPoint, Sendable {
  /// C ← A · Bᵀ + β · C, row-major; see `BLAS.multiplyByTransposed`.
  static func gemm(
    rows: Int32, columns: Int32, depth: Int32, _ a: UnsafePointer<Self>, _ aStride: Int32,
    _ b: UnsafePointer<Self>, _ bStride: Int32, _ beta: Self, _ c: UnsafeMutablePointer<Self>,
    _ cStride: Int32)

  /// Σ a·b in Double, in an order that is the same on every machine.
  static func dot(_ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, count: Int) -> Double

  /// The largest magnitude of some values; NaN or infinity where there is one among them.
  static func largestMagnitude(of row: UnsafeBufferPointer<Self>) -> Self

  /// A hash of some values; equal values have equal hashes.
  static func hash(of row: UnsafeBufferPointer<Self>) -> UInt64
}

extension Float: BLASScalar {
  /// `cblas_sgemm`.
  public static func gemm(
    rows: Int32, columns: Int32, depth: Int32, _ a: UnsafePointer<Float>, _ aStride: Int32,
    _ b: UnsafePointer<Float>, _ bStride: Int32, _ beta: Float, _ c: UnsafeMutablePointer<Float>,
    _ cStride: Int32
  ) {
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, rows, columns, depth, 1, a, aStride, b, bStride, beta, c,
      cStride)
  }
}

extension Double: BLASScalar {
  /// `cblas_dgemm`.
  public static func gemm(
    rows: Int32, columns: Int32, depth: Int32, _ a: UnsafePointer<Double>, _ aStride: Int32,
    _ b: UnsafePointer<Double>, _ bStride: Int32, _ beta: Double, _ c: UnsafeMutablePointer<Double>,
    _ cStride: Int32
  ) {
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, rows, columns, depth, 1, a, aStride, b, bStride, beta, c,
      cStride)
  }
}
