import AnalysisModel
import Matrices

/// Scores proposed pairs of one matrix exactly, and gives most of those that fail up early.
///
/// The score is `ExactScore`'s, summed in column order. Before that, the other row is walked from its rarest end:
/// what is still to come adds at most the norm of its rest times the query's norm over the same columns, and a
/// proposal that cannot reach the threshold any more is dropped after a few steps.
struct PairScorer: Sendable {
  /// Steps between two looks at the bound.
  private static let stride = 32

  private let rows: DistinctRows
  /// Whether proposals are screened: not where nearly all of them hold.
  private let screens: Bool
  /// More than all rounding in the bound together, and the rounding of scores.
  private let slack: Double
  private var query: SpreadRow
  private var screened: [Screened] = []

  /// A proposal after its rarest values.
  private struct Screened: Sendable {
    let row: Int
    /// The first position that was looked at.
    let position: Int
    /// The sum of the products so far.
    let sum: Double
    /// The sum of the squares not yet looked at, not less than exact.
    let rest: Double
  }

  /// Prepares to score pairs of `rows`.
  ///
  /// - Parameter screens: whether many of the proposals will fail.
  init(rows: DistinctRows, screens: Bool) {
    self.rows = rows
    self.screens = screens
    query = SpreadRow(columnCount: rows.matrix.columnCount)
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
      self.query.load(rows.range(query), of: rows.matrix, withNorms: screens)
      if screens {
        screen(others, atLeast: threshold)
        for other in screened where mayReach(threshold, other) {
          append(query, other.row, threshold, &found)
        }
      } else {
        appendAll(query, others, threshold, &found)
      }
    }
    return found
  }

  private func appendAll(
    _ query: Int, _ others: [Int], _ threshold: Double, _ found: inout [SimilarPair]
  ) {
    var next = 0
    while next + 4 <= others.count {
      let products = self.query.products(
        rows.range(others[next]), rows.range(others[next + 1]), rows.range(others[next + 2]),
        rows.range(others[next + 3]), of: rows.matrix)
      for lane in 0..<4 {
        let score = ExactScore.rounded(products[lane])
        if score >= threshold { found.append(SimilarPair(a: query, b: others[next + lane], score: score)) }
      }
      next += 4
    }
    for other in others[next...] { append(query, other, threshold, &found) }
  }

  @inline(__always)
  private func append(_ query: Int, _ other: Int, _ threshold: Double, _ found: inout [SimilarPair]) {
    let score = ExactScore.rounded(self.query.product(rows.range(other), of: rows.matrix))
    if score >= threshold { found.append(SimilarPair(a: query, b: other, score: score)) }
  }

  /// Looks at the rarest values of all proposals: one short loop, so that many wait for memory together.
  private mutating func screen(_ others: [Int], atLeast threshold: Double) {
    screened.removeAll(keepingCapacity: true)
    let least = threshold - slack
    let rest = 1 + slack
    query.withProduct(of: rows.matrix) { product in
      for other in others {
        let range = rows.range(other)
        let position = max(range.lowerBound, range.upperBound - Self.stride)
        var next = Screened(row: other, position: position, sum: 0, rest: rest)
        next = Self.walk(next, position..<range.upperBound, product)
        if product.canReach(least, next.sum, next.rest, below: position, of: range) { screened.append(next) }
      }
    }
  }

  /// Walks on from where screening stopped.
  private func mayReach(_ threshold: Double, _ start: Screened) -> Bool {
    let least = threshold - slack
    let range = rows.range(start.row)
    var current = start
    return query.withProduct(of: rows.matrix) { product in
      while current.position > range.lowerBound {
        let position = max(range.lowerBound, current.position - Self.stride)
        current = Self.walk(current, position..<current.position, product)
        if !product.canReach(least, current.sum, current.rest, below: position, of: range) { return false }
      }
      return true
    }
  }

  /// Adds what lies at some positions, in four sums that do not wait for each other.
  @inline(__always)
  private static func walk(
    _ state: Screened, _ positions: Range<Int>, _ product: SpreadRow.Product
  ) -> Screened {
    var sums = SIMD4<Double>()
    var squares = SIMD4<Double>()
    var position = positions.lowerBound
    while position + 4 <= positions.upperBound {
      let values = SIMD4(
        product.values[position], product.values[position + 1], product.values[position + 2],
        product.values[position + 3])
      let others = SIMD4(
        product.spread[Int(product.columns[position])], product.spread[Int(product.columns[position + 1])],
        product.spread[Int(product.columns[position + 2])],
        product.spread[Int(product.columns[position + 3])])
      sums += values * others
      squares += values * values
      position += 4
    }
    while position < positions.upperBound {
      let value = product.values[position]
      sums[0] += value * product.spread[Int(product.columns[position])]
      squares[0] += value * value
      position += 1
    }
    return Screened(
      row: state.row, position: positions.lowerBound, sum: state.sum + sums.sum(),
      rest: state.rest - squares.sum())
  }
}
