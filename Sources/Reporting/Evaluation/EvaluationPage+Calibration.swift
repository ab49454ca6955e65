import AnalysisModel

extension EvaluationPage {
  /// A threshold chosen by labels.
  init(_ calibration: ThresholdCalibration) {
    self.init(
      heading:
        "\(Wording.counted(calibration.documentCount, "document")), "
        + "\(Wording.counted(calibration.labelCount, "label")), "
        + "\(Wording.grouped(calibration.redundantLabelCount)) of them with duplicates")
    sentences = Self.proposal(calibration) + Self.expectation(calibration)
    let shown = Self.shownPoints(of: calibration)
    let best = calibration.proposal?.point
    tables = [
      Table(
        title: "By Jaccard threshold", detail: "records; bars are F1",
        columns: [
          "", "F1", "95 % between", "precision", "at least", "recall", "removed", "wrong", "pairs F1",
        ],
        rows: shown.map { index in
          let point = calibration.points[index]
          let mark = index == best ? "→" : point.isSame(as: calibration.configured) ? "·" : " "
          return [
            "\(mark) \(EvaluationWording.threshold(point.threshold))",
            EvaluationWording.figure(point.records.f1),
            EvaluationWording.interval(point.f1), EvaluationWording.figure(point.records.removal.precision),
            EvaluationWording.figure(point.precisionLowerBound),
            EvaluationWording.figure(point.records.removal.recall), Wording.grouped(point.records.removed),
            Wording.grouped(point.records.wronglyRemoved), EvaluationWording.figure(point.pairs.agreement.f1),
          ]
        }, bars: shown.map { calibration.points[$0].records.f1 }, expendableColumns: 6)
    ]
    notes = [
      "→ proposed, · configured. Every threshold was run; --format csv or json lists all. Intervals are percentiles "
        + "of \(Wording.grouped(calibration.resamples)) bootstrap resamples of the labels (Efron 1979), drawn "
        + "from seed \(calibration.seed); “at least” is the lower of their bound of the precision and Wilson's "
        + "(1927).",
      "Labels that all come from one corpus speak for that corpus: take the interval seriously, and check a "
        + "proposal on the borderline pairs before anything is removed.",
    ]
  }

  private static func proposal(_ calibration: ThresholdCalibration) -> [String] {
    let points = calibration.points
    func threshold(_ index: Int) -> String { EvaluationWording.threshold(points[index].threshold) }
    guard let proposal = calibration.proposal else {
      guard case .precision(let least) = calibration.aim else {
        return ["No label has two documents: there is nothing to choose a threshold by."]
      }
      let best = points.indices.max { points[$0].precisionLowerBound < points[$1].precisionLowerBound } ?? 0
      return [
        "No threshold is sure to reach a precision of \(JSONWriter.spelling(least)): the best lower bound is "
          + "\(EvaluationWording.figure(points[best].precisionLowerBound)), at \(threshold(best)). Wrong removals, "
          + "or too few labels, may be the reason."
      ]
    }
    let point = points[proposal.point]
    var sentences = [
      "Proposed: --jaccard \(threshold(proposal.point)), with F1 \(EvaluationWording.figure(point.records.f1)) in "
        + "records (95 % between \(EvaluationWording.figure(point.f1.lower)) and "
        + "\(EvaluationWording.figure(point.f1.upper))), precision "
        + "\(EvaluationWording.figure(point.records.removal.precision)), recall "
        + "\(EvaluationWording.figure(point.records.removal.recall))."
    ]
    if proposal.plateau.count > 1 {
      sentences.append(
        "F1 is the same from \(threshold(proposal.plateau.lowerBound)) to "
          + "\(threshold(proposal.plateau.upperBound)); the proposal is the middle.")
    }
    sentences.append(
      "95 % of the resamples would choose a threshold between \(threshold(proposal.range.lowerBound)) and "
        + "\(threshold(proposal.range.upperBound)).")
    if proposal.plateau.lowerBound == 0 || proposal.range.lowerBound == 0 {
      sentences.append(
        "\(threshold(0)) is the lowest threshold tried: lower ones may serve better (--from), "
          + "or shorter shingles.")
    }
    if let configured = points.first(where: { $0.isSame(as: calibration.configured) }),
      !point.isSame(as: calibration.configured)
    {
      sentences.append(
        "The configured threshold \(EvaluationWording.threshold(configured.threshold)) has F1 "
          + "\(EvaluationWording.figure(configured.records.f1)), precision "
          + "\(EvaluationWording.figure(configured.records.removal.precision)), recall "
          + "\(EvaluationWording.figure(configured.records.removal.recall)).")
    }
    return sentences
  }

  private static func expectation(_ calibration: ThresholdCalibration) -> [String] {
    guard let validation = calibration.crossValidation else {
      return calibration.proposal == nil ? [] : ["Too few labels have duplicates for a cross-validation."]
    }
    let removal = validation.records.removal
    let chosen = validation.points.compactMap { $0 }.sorted()
    let range =
      chosen.first.flatMap { first in
        chosen.last.map { last in
          let ends = [first, last].map { EvaluationWording.threshold(calibration.points[$0].threshold) }
          return first == last ? " (always \(ends[0]))" : " (\(ends[0]) to \(ends[1]))"
        }
      } ?? " (none serves)"
    return [
      "To expect on other labels of this kind, from cross-validation in \(validation.folds) parts, each judged at "
        + "the threshold chosen on the others\(range): F1 \(EvaluationWording.figure(validation.records.f1)), "
        + "precision \(EvaluationWording.figure(removal.precision)), recall "
        + "\(EvaluationWording.figure(removal.recall))."
    ]
  }

  /// Every twentieth of the way, and the points that the sentences speak of.
  private static func shownPoints(of calibration: ThresholdCalibration) -> [Int] {
    let points = calibration.points
    var shown = Set([0, points.count - 1])
    for index in points.indices where points[index].isSame(as: calibration.configured) { shown.insert(index) }
    for step in 1...20 {
      // Twentieths are the thresholds that people type.
      for index in points.indices
      where points[index].threshold.numerator * 20 == step * points[index].threshold.denominator {
        shown.insert(index)
      }
    }
    if let proposal = calibration.proposal { shown.insert(proposal.point) }
    return shown.sorted()
  }
}

extension ThresholdCalibration.Point {
  /// Whether this is the point of a threshold, however that is spelled.
  func isSame(as other: DecimalFraction?) -> Bool {
    other.map { $0.numerator * threshold.denominator == threshold.numerator * $0.denominator } ?? false
  }
}
