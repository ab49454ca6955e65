import Execution
import Matrices

/// The similarities of all pairs of a small set, as whole numbers of billionths.
///
/// Whole numbers below 2⁵³ add up exactly in a Double, in any order. So sums of similarities, which is what
/// average linkage compares, have no rounding, and equal means compare as equal.
struct SimilarityTriangle: Sendable {
  /// The most rows one triangle takes: 4,000 rows are 8 million pairs, 64 MB. The sum between any two
  /// clusters stays below 2⁵³ for similarities up to 1.5, the most that dates can make of a cosine.
  static let maximumCount = 4_000
  /// Similarity 1.
  static let one = 1_000_000_000.0

  /// How many rows there are.
  let count: Int
  /// Row by row, the similarities with all later rows.
  private(set) var values: [Double]

  /// A triangle from a function of two rows a < b, rounded to billionths.
  init(count: Int, similarity: (Int, Int) -> Double) {
    precondition(count <= Self.maximumCount, "\(count) rows, at most \(Self.maximumCount)")
    self.count = count
    values = []
    values.reserveCapacity(count * (count - 1) / 2)
    for a in 0..<count {
      for b in a + 1..<max(count, a + 1) { values.append((similarity(a, b) * Self.one).rounded()) }
    }
  }

  private init(count: Int, values: [Double]) {
    self.count = count
    self.values = values
  }

  /// The dot products of all pairs of rows. O(Σ df²) for terms of df rows; terms are summed in ascending
  /// order.
  static func dotProducts(of rows: SparseRows, parallelism: Parallelism) async throws -> SimilarityTriangle {
    precondition(rows.rowCount <= maximumCount, "\(rows.rowCount) rows, at most \(maximumCount)")
    let count = rows.rowCount
    let postings = Postings(of: rows)
    let chunk = 32
    let pieces = try await parallelism.map(count: (count + chunk - 1) / chunk) { piece in
      var found: [Double] = []
      var scores = [Double](repeating: 0, count: count)
      for row in piece * chunk..<min((piece + 1) * chunk, count) {
        postings.addProducts(ofRow: row, of: rows, into: &scores)
        for other in row + 1..<max(count, row + 1) {
          found.append((scores[other] * one).rounded())
          scores[other] = 0
        }
      }
      return found
    }
    return SimilarityTriangle(count: count, values: Array(pieces.joined()))
  }

  /// Where row `a`'s similarity with `a + 1` stands.
  func start(ofRow a: Int) -> Int { a * (2 * count - a - 1) / 2 }

  /// The similarity of two different rows, in billionths.
  subscript(a: Int, b: Int) -> Double {
    let (low, high) = a < b ? (a, b) : (b, a)
    return values[start(ofRow: low) + high - low - 1]
  }

  /// Multiplies every pair's similarity by a factor, and rounds again.
  mutating func scale(by factor: (Int, Int) -> Double) {
    var position = 0
    for a in 0..<count {
      for b in a + 1..<max(count, a + 1) {
        if values[position] != 0 { values[position] = (values[position] * factor(a, b)).rounded() }
        position += 1
      }
    }
  }

  /// The median over all pairs (the lower one of two), 0…1; 0 without pairs. Above half a million pairs,
  /// every so many-th pair stands for the others.
  var median: Double {
    guard !values.isEmpty else { return 0 }
    let step = values.count / 500_000 + 1
    let sorted = stride(from: 0, to: values.count, by: step).map { values[$0] }.sorted()
    return sorted[(sorted.count - 1) / 2] / Self.one
  }
}

/// For every column the rows that hold it, ascending.
struct Postings: Sendable {
  private let offsets: [Int]
  private let rows: [UInt32]
  private let values: [Double]

  init(of matrix: SparseRows) {
    var offsets = [Int](repeating: 0, count: matrix.columnCount + 1)
    for column in matrix.columns { offsets[Int(column) + 1] += 1 }
    for column in 0..<matrix.columnCount { offsets[column + 1] += offsets[column] }
    var next = offsets
    var rows = [UInt32](repeating: 0, count: matrix.storedCount)
    var values = [Double](repeating: 0, count: matrix.storedCount)
    for row in 0..<matrix.rowCount {
      for position in matrix.range(ofRow: row) {
        let column = Int(matrix.columns[position])
        rows[next[column]] = UInt32(row)
        values[next[column]] = matrix.values[position]
        next[column] += 1
      }
    }
    self.offsets = offsets
    self.rows = rows
    self.values = values
  }

  /// Adds a row's dot products with all later rows to `scores`.
  func addProducts(ofRow row: Int, of matrix: SparseRows, into scores: inout [Double]) {
    scores.withUnsafeMutableBufferPointer { scores in
      rows.withUnsafeBufferPointer { rows in
        values.withUnsafeBufferPointer { values in
          for position in matrix.range(ofRow: row) {
            let column = Int(matrix.columns[position])
            let value = matrix.values[position]
            // Backwards from the end: rows ascend, so the later ones come first.
            var posting = offsets[column + 1] - 1
            while posting >= offsets[column] && Int(rows[posting]) > row {
              scores[Int(rows[posting])] += value * values[posting]
              posting -= 1
            }
          }
        }
      }
    }
  }
}
