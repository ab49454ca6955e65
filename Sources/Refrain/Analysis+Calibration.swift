import AnalysisModel
import DuplicateDocuments
import Evaluation

extension Analysis {
  /// How well removals agree with labels at each of some Jaccard thresholds, and the threshold proposed.
  ///
  /// The families of every threshold are those that `run(_:parts:)` finds with it, everything else as configured;
  /// the text is cut into words once.
  ///
  /// - Parameters:
  ///   - documents: a corpus.
  ///   - labels: the gold label of every document; nil where it has none and is not judged.
  ///   - thresholds: at least one, ascending; see `calibrationThresholds(from:)`.
  ///   - options: the aim and the draws.
  /// - Throws: `CancellationError`.
  /// - Complexity: one search for duplicates for each threshold, and the resamples.
  public func calibration(
    of documents: [Document], labels: [String?], thresholds: [DecimalFraction],
    options: ThresholdCalibrator.Options = ThresholdCalibrator.Options()
  ) async throws -> ThresholdCalibration {
    precondition(documents.count == labels.count, "\(labels.count) labels for \(documents.count) documents")
    let tokens = try await tokenize(documents)
    var calibrator = ThresholdCalibrator(labels: labels)
    for (tried, threshold) in thresholds.enumerated() {
      progress?(AnalysisProgress(stage: "trying thresholds", completed: tried, total: thresholds.count))
      var duplicates = configuration.duplicates
      duplicates.jaccard = threshold
      let findings = try await DuplicateFinder(
        options: duplicates, includeTitle: configuration.features.includeTitle, parallelism: parallelism
      ).families(in: documents, tokens: tokens)
      var representatives = Array(documents.indices)
      for family in findings.families {
        // What other linkages join through third documents only is never removed.
        for member in family.members where member.verdict.rawValue != "related" {
          representatives[member.document] = family.representative
        }
      }
      calibrator.add(threshold, representatives: representatives)
    }
    progress?(AnalysisProgress(stage: "resampling labels", completed: 0))
    var calibration = try await calibrator.calibration(options, parallelism: parallelism)
    calibration.configured = configuration.duplicates.jaccard
    return calibration
  }

  /// The thresholds from a lowest one to 1 in hundredths, with the lowest and the configured one among them.
  public func calibrationThresholds(from lowest: DecimalFraction) -> [DecimalFraction] {
    let configured = configuration.duplicates.jaccard
    let all =
      [lowest, configured].filter { !Self.precedes($0, lowest) }
      + (0...100).compactMap { DecimalFraction("\($0)%") }.filter { Self.precedes(lowest, $0) }
    return all.sorted(by: Self.precedes).reduce(into: []) { thresholds, next in
      if thresholds.last.map({ Self.precedes($0, next) }) ?? true { thresholds.append(next) }
    }
  }

  /// Exact: nine decimals on both sides make products below 2⁶³.
  private static func precedes(_ a: DecimalFraction, _ b: DecimalFraction) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }
}
