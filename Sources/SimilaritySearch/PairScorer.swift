import AnalysisModel
import Matrices

/// Scores proposed pairs of one matrix exactly, and gives most of those that fail up early.
///
/// The score is `ExactScore`'s, summed in column order. Before that, the other row is walked from its rarest end:
/// what is still to come adds at most the norm of its rest times the query's norm over the same columns, and a
/// proposal that cannot reach the threshold any more is dropped after a few steps.
struct PairScorer: Sendable {
  private let rows: DistinctRows
  private var spread: [Double]
  private var current: Range<Int> = 0..<0
  /// For every band the query's norm over the columns up to its end, squared.
  private var bandSquares: [Double]
  /// More than all rounding in the bound together, and the rounding of scores.
  private let slack: Double

  /// Bands are a quarter of an octave wide, so that the bound is close.
  private static let bandCount = 4 * 33

  /// The band of a column: columns ascend through the bands.
  @inline(__always)
  private static func band(ofColumn column: Int) -> Int {
    let number = column + 4
    let exponent = Int.bitWidth - 1 - number.leadingZeroBitCount
    return 4 * (exponent - 2) + (number >> (exponent - 2) & 3)
  }
  /// Steps between two looks at the bound.
  private static let stride = 8

  /// Prepares to score pairs of `rows`.
  init(rows: DistinctRows) {
    self.rows = rows
    spread = Array(repeating: 0, count: rows.matrix.columnCount)
    bandSquares = Array(repeating: 0, count: Self.bandCount)
    slack = 2e-9 + Double(rows.longestRow) * 0x1p-50
  }

  /// The proposed pairs that the exact score admits, by query row, then in the order proposed.
  ///
  /// - Parameters:
  ///   - proposed: for every query row of `queryRows`, other rows.
  ///   - threshold: compared with ≥.
  mutating func pairs(
    among proposed: [[Int]], of queryRows: Range<Int>, atLeast threshold: Double
  ) -> [SimilarPair] {
    var found: [SimilarPair] = []
    for (query, others) in zip(queryRows, proposed) where !others.isEmpty {
      load(query)
      for other in others {
        guard let score = score(other, atLeast: threshold) else { continue }
        found.append(SimilarPair(a: query, b: other, score: score))
      }
    }
    return found
  }

  private mutating func load(_ row: Int) {
    let columns = rows.matrix.columns
    let values = rows.matrix.values
    for position in current { spread[Int(columns[position])] = 0 }
    current = rows.range(row)
    var squares = 0.0
    var band = 0
    for position in current {
      let column = Int(columns[position])
      while band < Self.band(ofColumn: column) {
        bandSquares[band] = squares
        band += 1
      }
      spread[column] = values[position]
      squares += values[position] * values[position]
    }
    for rest in band..<Self.bandCount { bandSquares[rest] = squares }
  }

  /// The score with the current query, or nil where it is below the threshold.
  private func score(_ row: Int, atLeast threshold: Double) -> Double? {
    let range = rows.range(row)
    let least = threshold - slack
    return rows.matrix.columns.withUnsafeBufferPointer { columns in
      rows.matrix.values.withUnsafeBufferPointer { values in
        spread.withUnsafeBufferPointer { spread in
          var rest = 1 + slack
          var sum = 0.0
          var position = range.upperBound
          while position - range.lowerBound > Self.stride {
            for _ in 0..<Self.stride {
              position &-= 1
              let value = values[position]
              sum += spread[Int(columns[position])] * value
              rest -= value * value
            }
            // All that is left lies in columns below this one, hence up to the end of its band.
            let band = Self.band(ofColumn: Int(columns[position]))
            let missing = least - sum
            if missing > 0 && missing * missing > bandSquares[band] * max(0, rest) { return nil }
          }
          var score = 0.0
          for position in range { score += spread[Int(columns[position])] * values[position] }
          let rounded = ExactScore.rounded(score)
          return rounded >= threshold ? rounded : nil
        }
      }
    }
  }
}
