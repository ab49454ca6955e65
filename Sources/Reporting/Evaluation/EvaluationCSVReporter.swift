import AnalysisModel

/// One table in full precision: a measure a row; of verdicts an expected one a row; of a calibration a threshold
/// a row.
struct EvaluationCSVReporter: EvaluationReporter {
  static let format = EvaluationFormat.csv

  func render(_ report: EvaluationReport, context: ReportContext) -> [UInt8] {
    var writer = CSVWriter()
    switch report.findings {
    case .clusters(let evaluation): measures(EvaluationMeasures.of(evaluation), to: &writer)
    case .duplicates(let evaluation): measures(EvaluationMeasures.of(evaluation), to: &writer)
    case .passages(let evaluation): measures(EvaluationMeasures.of(evaluation.agreement), to: &writer)
    case .verdicts(let confusion): matrix(confusion, to: &writer)
    case .calibration(let calibration): curve(calibration, to: &writer)
    }
    return writer.bytes
  }

  private func measures(_ measures: [EvaluationMeasures.Measure], to writer: inout CSVWriter) {
    writer.row(["measure", "value"])
    for measure in measures { writer.row([measure.name, measure.spelling]) }
  }

  private func matrix(_ confusion: VerdictConfusion, to writer: inout CSVWriter) {
    let all = VerdictConfusion.Outcome.allCases
    writer.row(["expected"] + all.map(\.rawValue))
    for (outcome, counts) in zip(all, confusion.counts) where counts.contains(where: { $0 > 0 }) {
      writer.row([outcome.rawValue] + counts.map(String.init))
    }
  }

  private func curve(_ calibration: ThresholdCalibration, to writer: inout CSVWriter) {
    writer.row([
      "threshold", "proposed", "configured", "f1", "f1_lower", "f1_upper", "precision",
      "precision_lower_bound", "recall", "right", "wrong", "missed", "pairs_f1", "pairs_precision",
      "pairs_recall",
    ])
    for (index, point) in calibration.points.enumerated() {
      let records = point.records.removal
      let pairs = point.pairs.agreement
      writer.row([
        EvaluationWording.threshold(point.threshold), "\(index == calibration.proposal?.point)",
        "\(point.isSame(as: calibration.configured))", JSONWriter.spelling(point.records.f1),
        JSONWriter.spelling(point.f1.lower), JSONWriter.spelling(point.f1.upper),
        JSONWriter.spelling(records.precision), JSONWriter.spelling(point.precisionLowerBound),
        JSONWriter.spelling(records.recall), "\(point.records.rightlyRemoved)",
        "\(point.records.wronglyRemoved)", "\(point.records.missed)", JSONWriter.spelling(pairs.f1),
        JSONWriter.spelling(pairs.precision), JSONWriter.spelling(pairs.recall),
      ])
    }
  }
}
