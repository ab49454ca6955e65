import Foundation

/// A logarithmic axis: values to places on a drawing.
struct LogAxis {
  private let lower: Double
  private let upper: Double
  private let start: Double
  private let end: Double

  /// An axis from `lower` at `start` to `upper` at `end`; both values above 0.
  init(lower: Double, upper: Double, start: Double, end: Double) {
    self.lower = log10(lower)
    // One value alone stands in the middle of a decade.
    self.upper = upper > lower ? log10(upper) : log10(lower) + 1
    self.start = start
    self.end = end
  }

  /// The place of a value.
  func place(_ value: Double) -> Double {
    start + (log10(value) - lower) / (upper - lower) * (end - start)
  }

  /// The round values 1, 2, 5 × 10ⁿ that enclose a range.
  static func rounded(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let steps = self.steps(from: range.lowerBound / 10, to: range.upperBound * 10)
    let lower = steps.last { $0 <= range.lowerBound } ?? range.lowerBound
    let upper = steps.first { $0 >= range.upperBound } ?? range.upperBound
    return lower...max(lower, upper)
  }

  /// Where a rounded range has its lines: at 1, 2, 5 × 10ⁿ, over many decades at 10ⁿ alone.
  static func ticks(_ range: ClosedRange<Double>) -> [Double] {
    let steps = steps(from: range.lowerBound * 0.999, to: range.upperBound * 1.001)
    guard steps.count > 9 else { return steps }
    return steps.filter { abs(log10($0) - log10($0).rounded()) < 1e-9 }
  }

  private static func steps(from lower: Double, to upper: Double) -> [Double] {
    let decades = Int(log10(lower).rounded(.down))...Int(log10(upper).rounded(.up))
    return decades.flatMap { decade in
      // Dividing by a whole power is exact where multiplying by a tenth is not.
      [1.0, 2, 5].map { decade < 0 ? $0 / pow(10, Double(-decade)) : $0 * pow(10, Double(decade)) }
    }.filter { $0 >= lower && $0 <= upper }
  }
}
