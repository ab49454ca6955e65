/// Precision and recall, each 0…1, and their harmonic mean.
public struct PrecisionRecall: Sendable, Hashable {
  /// The share of what was found that is right.
  public let precision: Double
  /// The share of what is right that was found.
  public let recall: Double

  /// Two shares, each 0…1.
  public init(precision: Double, recall: Double) {
    self.precision = precision
    self.recall = recall
  }

  /// F₁ = 2PR / (P + R), 0 where both are 0.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
}
