import AnalysisModel

/// The thresholds that an exploration tries.
enum ThresholdSteps {
  /// Below a half, sets share less than they differ in, and hardly anybody calls that a copy.
  private static let standard = (10...20).compactMap { DecimalFraction("\($0 * 5)%") }

  /// From 50 to 100 per cent in steps of five, and the configured threshold in its place.
  static func around(_ configured: DecimalFraction) -> [DecimalFraction] {
    let lower = standard.filter { precedes($0, configured) }
    let higher = standard.filter { precedes(configured, $0) }
    return lower + [configured] + higher
  }

  /// Exact: nine decimals on both sides make products below 2⁶³.
  private static func precedes(_ a: DecimalFraction, _ b: DecimalFraction) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }
}
