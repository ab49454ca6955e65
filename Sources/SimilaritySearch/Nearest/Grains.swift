import Matrices

/// Weights as whole numbers of grains: sixteen bits each, so that twice as many fit through the memory bus,
/// and their products add up without rounding.
///
/// A weight w of a unit row becomes the nearest of −32,767 … 32,767 grains, but never 0: rows that share a
/// column keep a product. That moves it by at most one grain, g = 1 / 32,767. By Cauchy and Schwarz the
/// product of two unit rows, one of which stores L values, then moves by at most g · (2√L + gL).
enum Grains {
  /// Grains to a weight of 1.
  static let perUnit: Float = 32_767
  /// Products of grains to a score of 1.
  static let perScore: Float = perUnit * perUnit

  /// A weight in grains.
  @inline(__always)
  static func of(_ weight: Double) -> Int32 {
    let magnitude = min(Int32(abs(weight) * Double(perUnit) + 0.5), Int32(perUnit))
    return weight == 0 ? 0 : weight < 0 ? -max(1, magnitude) : max(1, magnitude)
  }

  /// A norm in grains, rounded up: of a unit row, 1 at most but for rounding errors.
  static func atLeast(_ norm: Double) -> Int16 {
    Int16(min((norm * Double(perUnit)).rounded(.up), Double(perUnit)))
  }

  /// How far a score in products of grains may lie from the exact one of a row that
  /// stores `count` values with any other.
  static func margin(count: Int) -> Float {
    let length = Double(count)
    let grain = 1 / Double(perUnit)
    let rounded = grain * (2 * length.squareRoot() + grain * length)
    // Sixteen units of Float32 for norms, their products, conversions and sums with them.
    let float = ExactScore.roundingError + 16 * 0x1p-24
    return (Float(rounded + float) * perScore).nextUp
  }
}
