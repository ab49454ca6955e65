import AnalysisModel
import Foundation

extension PassageAgreement {
  /// Judges detections. A detection meets a case where they overlap in both documents; only those overlaps
  /// count.
  ///
  /// To judge one class of cases or a list of pairs, pass those cases and detections only.
  ///
  /// - Complexity: O((g + d) log(g + d) + m), m the pairs of a case and a detection of the same two documents
  ///   that overlap in order of their starts.
  ///
  /// Source: Potthast, Stein, Barrón-Cedeño and Rosso, "An Evaluation Framework for Plagiarism Detection"
  /// (2010).
  public init(gold: [PassageCase], detections: [PassageCase]) {
    self.init(
      cases: PassageCover(gold, with: detections), detections: PassageCover(detections, with: gold))
  }

  /// Sums up how cases and detections cover each other.
  init(cases: PassageCover, detections: PassageCover) {
    let coverage = PrecisionRecall(
      precision: Self.mean(detections.shares) ?? 0, recall: Self.mean(cases.shares) ?? 0)
    let granularity = Self.mean(cases.hits.filter { $0 > 0 }.map(Double.init)) ?? 1
    self.init(
      caseCount: cases.shares.count, detectionCount: detections.shares.count, coverage: coverage,
      granularity: granularity, plagdet: coverage.f1 / log2(1 + granularity))
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
