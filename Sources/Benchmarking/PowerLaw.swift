import AnalysisModel
import Foundation

/// The power law y ≈ c · xᵉ that fits measurements best: the least-squares line through (ln x, ln y).
public struct PowerLaw: Sendable, Hashable {
  /// The exponent e: the slope of the line.
  public var exponent: Double
  /// The standard error of the slope, from the residuals; nil for fewer than three points, which leave none.
  public var standardError: Double?

  /// Times below this, in seconds, are mostly noise and fixed cost.
  private static let shortestSeconds = 1e-3
  /// Through two points goes a line whatever they are.
  private static let fewestSizes = 3

  /// Fits points.
  ///
  /// - Parameter points: x and y above 0; others are left out.
  /// - Returns: nil where fewer than two different x are left.
  public init?(of points: [(x: Double, y: Double)]) {
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
    let slope = covariance / variance
    exponent = slope
    guard logarithms.count > 2 else { return }
    let residue = logarithms.reduce(0.0) { sum, point in
      let residual = point.y - meanY - slope * (point.x - meanX)
      return sum + residual * residual
    }
    standardError = (residue / (count - 2) / variance).squareRoot()
  }

  /// The growth of the time of a stage with the number of documents.
  ///
  /// - Returns: nil where the exponent would mislead: fewer than three sizes, or a median below a millisecond.
  public init?(ofTimes points: [ScalingCurve.Point]) {
    guard Set(points.map(\.documents)).count >= Self.fewestSizes,
      points.allSatisfy({ $0.seconds >= Self.shortestSeconds })
    else { return nil }
    self.init(of: points.map { (x: Double($0.documents), y: $0.seconds) })
  }
}
