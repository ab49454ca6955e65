import AnalysisModel
import Foundation

/// Figures of an evaluation as a person reads them.
enum EvaluationWording {
  /// Four decimals, rounded as C rounds them.
  static func figure(_ value: Double) -> String { String(format: "%.4f", value) }

  /// `.9612–.9880`: two shares in few columns.
  static func interval(_ interval: ThresholdCalibration.Interval) -> String {
    "\(figure(interval.lower))–\(figure(interval.upper))"
  }

  /// A threshold without zeros that say nothing: `0.8`, `1`.
  static func threshold(_ threshold: DecimalFraction) -> String {
    JSONWriter.spelling(threshold.doubleValue)
  }

  /// Precision, recall and F₁ as cells.
  static func cells(_ measures: PrecisionRecall) -> [String] {
    [measures.precision, measures.recall, measures.f1].map(figure)
  }

  /// An id in quotes.
  static func id(_ id: String) -> String { "“\(Label.ofID(id, width: 60))”" }

  /// A label or the name of a cluster.
  static func label(_ label: String) -> String { Label.of(label, width: 60) }
}
