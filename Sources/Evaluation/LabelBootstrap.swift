import AnalysisModel
import Execution

/// What resampling the labels says about figures and choices.
struct LabelBootstrap {
  /// Where F₁ lies, by threshold.
  let f1: [ThresholdCalibration.Interval]
  /// The lower end of the precision, by threshold; 0 where nothing is removed.
  let lowestPrecision: [Double]
  /// The thresholds between which the choices lie.
  let choices: ClosedRange<Int>

  /// One draw of as many labels as there are, with replacement.
  private struct Resample: Sendable {
    var f1: [Double]
    var precision: [Double]
    var choice: Int
  }

  /// Draws the resamples, each from a seed of its own.
  init(
    _ curves: LabelCurves, options: ThresholdCalibrator.Options, parallelism: Parallelism
  ) async throws {
    let drawn = try await parallelism.map(count: options.resamples) { number in
      var random = SplitMix64(seed: SplitMix64.mixed(options.seed ^ SplitMix64.mixed(UInt64(number) + 1)))
      return Self.draw(curves, aim: options.aim, &random)
    }
    f1 = (0..<curves.thresholdCount).map { threshold in
      let ends = Self.ends(of: drawn.map { $0.f1[threshold] })
      return .init(lower: ends.lower, upper: ends.upper)
    }
    lowestPrecision = (0..<curves.thresholdCount).map { threshold in
      Self.ends(of: drawn.map { $0.precision[threshold] }).lower
    }
    let ends = Self.ends(of: drawn.map(\.choice))
    choices = ends.lower...ends.upper
  }

  private static func draw(
    _ curves: LabelCurves, aim: ThresholdCalibration.Aim, _ random: inout SplitMix64
  ) -> Resample {
    var times = [Int](repeating: 0, count: curves.activeCount)
    for _ in 0..<curves.labelCount {
      // The labels that count come first; all others change nothing.
      let drawn = random.below(curves.labelCount)
      if drawn < times.count { times[drawn] += 1 }
    }
    let sums = curves.sums { times[$0] }
    let counts = (0..<curves.thresholdCount).map { sums.agreement($0) }
    return Resample(
      f1: counts.map(\.f1),
      precision: counts.map { $0.removed > 0 ? Double($0.rightlyRemoved) / Double($0.removed) : 0 },
      choice: ThresholdChoice.index(in: sums, aim: aim) ?? curves.thresholdCount - 1)
  }

  /// The percentiles between which the middle 95 % of the values lie.
  private static func ends<Value: Comparable>(of values: [Value]) -> (lower: Value, upper: Value) {
    let sorted = values.sorted()
    let outside = Int((1 - ThresholdCalibrator.confidence) / 2 * Double(sorted.count))
    return (sorted[outside], sorted[sorted.count - 1 - outside])
  }
}

extension SplitMix64 {
  /// A number from 0 to `bound` − 1; the deviation from even chances is below `bound` / 2⁶⁴.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
