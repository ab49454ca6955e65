import AnalysisModel
import Matrices
import TestSupport

/// Rows like embeddings: a few directions with noise, a common drift, some rows equal, some zero, some extreme.
func embeddings<Scalar: BLASScalar>(
  count: Int, columns: Int, seed: UInt64, as type: Scalar.Type = Scalar.self
) -> DenseRows<Scalar> {
  var generator = SeededGenerator(seed: seed)
  func number() -> Double { Double.random(in: -1...1, using: &generator) }
  let centres = (0..<5).map { _ in (0..<columns).map { _ in number() } }
  let drift = (0..<columns).map { _ in 0.3 * number() }
  var rows: [[Double]] = []
  for index in 0..<count {
    switch Int.random(in: 0..<24, using: &generator) {
    case 0: rows.append(Array(repeating: 0, count: columns))
    case 1 where index > 0, 2 where index > 0:
      rows.append(rows[Int.random(in: 0..<index, using: &generator)])
    case 3 where index > 0:
      // Proportional; 2⁶⁰ and 2⁻⁶⁰ leave the range in which Float32 squares are safe.
      let factors = [3, -1, 0x1p60, 0x1p-60]
      let factor = factors[Int.random(in: 0..<4, using: &generator)]
      let other = rows[Int.random(in: 0..<index, using: &generator)]
      let isExtreme = other.contains { abs($0) > 100 || abs($0) < 1e-9 }
      rows.append(isExtreme ? other : other.map { $0 * factor })
    default:
      let centre = centres[Int.random(in: 0..<5, using: &generator)]
      let noise = Double.random(in: 0.05...1, using: &generator)
      rows.append((0..<columns).map { centre[$0] + drift[$0] + noise * number() })
    }
  }
  return DenseRows(values: rows.flatMap { $0.map { Scalar($0) } }, rowCount: count, columnCount: columns)
}

/// The oracle: plain sums in Double over rows divided by their largest magnitudes, rounded.
func bruteForceScores<Scalar>(_ first: DenseRows<Scalar>, _ second: DenseRows<Scalar>) -> [[Double]] {
  func unit(_ rows: DenseRows<Scalar>) -> [[Double]] {
    (0..<rows.rowCount).map { row in
      let values = (0..<rows.columnCount).map { Double(rows[row, $0]) }
      guard let largest = values.map({ abs($0) }).max(), largest > 0 else { return values }
      let scaled = values.map { $0 / largest }
      let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return scaled.map { $0 / length }
    }
  }
  let others = unit(second)
  return unit(first).map { row in
    others.map { other in
      let sum = zip(row, other).reduce(0) { $0 + $1.0 * $1.1 }
      return (sum * 1e9).rounded() / 1e9 + 0
    }
  }
}

func expectedPairs(_ scores: [[Double]], atLeast threshold: Double, isWithin: Bool) -> [SimilarPair] {
  var pairs: [SimilarPair] = []
  for (a, row) in scores.enumerated() {
    for (b, score) in row.enumerated() where score >= threshold && (!isWithin || b > a) {
      pairs.append(SimilarPair(a: a, b: b, score: score))
    }
  }
  return pairs.sorted { ($0.a, $1.score, $0.b) < ($1.a, $0.score, $1.b) }
}

func expectedNearest(_ scores: [[Double]], _ k: Int, isWithin: Bool) -> [SimilarPair] {
  scores.enumerated().flatMap { a, row in
    let ranked = row.enumerated().filter { !(isWithin && $0.offset == a) && $0.element > 0 }
      .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
    return ranked.prefix(k).map { SimilarPair(a: a, b: $0.offset, score: $0.element) }
  }
}
