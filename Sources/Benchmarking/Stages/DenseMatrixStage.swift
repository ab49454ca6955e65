import AnalysisModel
import Execution
import Matrices

/// Dense rows to the full matrix of their products: one matrix product, to be held against the BLAS's own
/// rate.
struct DenseMatrixStage: TimedStage {
  /// Rows and columns of a tile: deep enough for the BLAS to run at speed, small enough to stay in cache.
  private static let tileRows = 256
  private static let tileColumns = 2_048

  let name = BenchmarkStage.matrix
  let rows: DenseRows<Float>
  /// The number of columns where another matrix is timed beside this one; nil where it is the only one.
  let parameter: Double?
  /// Whether the whole matrix is made in memory, or each tile is overwritten by the next.
  let keepsResult: Bool
  let parallelism: Parallelism

  func run() async throws -> StageOutcome {
    let count = rows.rowCount
    let result = keepsResult ? FloatBuffer(count: count * count) : nil
    let strips = (count + Self.tileRows - 1) / Self.tileRows
    _ = try await parallelism.map(count: strips) { strip in
      multiply(strip * Self.tileRows..<min((strip + 1) * Self.tileRows, count), into: result)
    }
    let operations = 2 * Double(count) * Double(count) * Double(rows.columnCount)
    return StageOutcome(
      work: StageWork(documents: count, decidedPairs: count * (count - 1) / 2, operations: operations),
      product: result)
  }

  private func multiply(_ strip: Range<Int>, into result: FloatBuffer?) {
    let count = rows.rowCount
    let depth = rows.columnCount
    let scratch = result == nil ? FloatBuffer(count: strip.count * Self.tileColumns) : nil
    rows.values.withUnsafeBufferPointer { values in
      guard let values = values.baseAddress else { return }
      for start in stride(from: 0, to: count, by: Self.tileColumns) {
        let width = min(Self.tileColumns, count - start)
        guard let target = result.map({ $0.start + strip.lowerBound * count + start }) ?? scratch?.start
        else { return }
        BLAS.multiplyByTransposed(
          values + strip.lowerBound * depth, values + start * depth, into: target, rows: strip.count,
          columns: width, depth: depth, stride: result == nil ? width : count)
      }
    }
  }
}

/// Memory for floats that is not cleared first.
///
/// Unchecked, as pointers are: each strip of a product writes rows of its own, and nobody reads before all
/// are done.
private final class FloatBuffer: @unchecked Sendable {
  let start: UnsafeMutablePointer<Float>

  init(count: Int) { start = .allocate(capacity: max(1, count)) }

  deinit { start.deallocate() }
}
