import AnalysisModel
import Foundation

/// The power law that fits measurements best.
public enum PowerLaw {
  /// The exponent e of y ≈ c · xᵉ: the slope of the least-squares line through (ln x, ln y).
  ///
  /// - Parameter points: x and y above 0; others are left out.
  /// - Returns: nil where fewer than two different x are left.
  public static func exponent(of points: [(x: Double, y: Double)]) -> Double? {
    let logarithms = points.filter { $0.x > 0 && $0.y > 0 }.map { (x: log($0.x), y: log($0.y)) }
    guard let first = logarithms.first, logarithms.contains(where: { $0.x != first.x }) else { return nil }
    let count = Double(logarithms.count)
    let meanX = logarithms.reduce(0) { $0 + $1.x } / count
    let meanY = logarithms.reduce(0) { $0 + $1.y } / count
    var covariance = 0.0
    var variance = 0.0
    for point in logarithms {
      covariance += (point.x - meanX) * (point.y - meanY)
      variance += (point.x - meanX) * (point.x - meanX)
    }
    return covariance / variance
  }

  /// The exponent of the time of a stage over the number of documents.
  public static func exponent(of points: [ScalingCurve.Point]) -> Double? {
    exponent(of: points.map { (x: Double($0.documents), y: $0.seconds) })
  }
}
