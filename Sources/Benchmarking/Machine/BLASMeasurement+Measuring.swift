import AnalysisModel
import Execution
import Matrices

extension BLASMeasurement {
  /// Products of a round, so that a round takes some hundredths of a second at least.
  private static let roundSeconds = 0.05
  private static let rounds = 5

  /// Measures the system's BLAS: Float32 and Float64, on one thread and on `threads`.
  ///
  /// Each thread multiplies square matrices of its own, one call on one thread each, as the engine's tiles
  /// do. The best of five rounds counts: what the machine can do, not what it did on average.
  ///
  /// - Parameter threads: how many threads; at least 1.
  public static func measured(threads: Int) async throws -> BLASMeasurement {
    // The reference BLAS is some fifty times slower, and no faster on large matrices.
    try await measured(threads: threads, side: BLAS.provider.isReference ? 256 : 1024)
  }

  /// The same with matrices of `side` × `side`; tests take small ones.
  static func measured(threads: Int, side: Int) async throws -> BLASMeasurement {
    var rates: [Rate] = []
    let counts = threads > 1 ? [1, threads] : [1]
    for count in counts {
      let value = try await rate(Float.self, threads: count, side: side)
      rates.append(Rate(precision: .float32, threads: count, value: value))
    }
    for count in counts {
      let value = try await rate(Double.self, threads: count, side: side)
      rates.append(Rate(precision: .float64, threads: count, value: value))
    }
    return BLASMeasurement(
      name: BLAS.provider.name, library: BLAS.provider.libraryPath, gigaflops: rates)
  }

  private static func rate<Scalar: BLASScalar>(
    _: Scalar.Type, threads: Int, side: Int
  ) async throws -> Double {
    var random = RandomStream(seed: 1)
    let a = (0..<side * side).map { _ in Scalar(random.unit()) }
    let b = (0..<side * side).map { _ in Scalar(random.unit()) }
    let results = ScratchPool { [Scalar](repeating: 0, count: side * side) }
    let parallelism = Parallelism(threads: threads)
    let operations = 2 * Double(side) * Double(side) * Double(side)

    func seconds(products: Int) async throws -> Double {
      let clock = ContinuousClock.now
      _ = try await parallelism.map(count: products) { _ in
        results.with { c in
          a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
              c.withUnsafeMutableBufferPointer { c in
                guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
                BLAS.multiplyByTransposed(
                  a, b, into: c, rows: side, columns: side, depth: side, stride: side)
              }
            }
          }
        }
      }
      return (ContinuousClock.now - clock) / .seconds(1)
    }

    // The first round warms up and says how many products fill a round.
    let first = try await seconds(products: threads)
    let perThread = max(1, Int((roundSeconds / first).rounded(.up)))
    var best = first / Double(threads)
    for _ in 0..<rounds {
      best = min(best, try await seconds(products: threads * perThread) / Double(threads * perThread))
    }
    return (operations / best / 1e5).rounded() / 1e4
  }
}
