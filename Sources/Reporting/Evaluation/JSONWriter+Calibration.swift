import AnalysisModel

/// A threshold chosen by labels.
extension JSONWriter {
  mutating func calibrationFields(_ calibration: ThresholdCalibration) {
    field("documents", calibration.documentCount)
    field("labels", calibration.labelCount)
    field("redundantLabels", calibration.redundantLabelCount)
    key("aim")
    switch calibration.aim {
    case .bestF1: value("bestF1")
    case .precision(let least): object { $0.field("precision", least) }
    }
    field("resamples", calibration.resamples)
    field("confidence", calibration.confidence)
    field("seed", calibration.seed)
    key("configured")
    if let configured = calibration.configured { value(configured.doubleValue) } else { null() }
    key("proposal")
    if let proposal = calibration.proposal {
      object { $0.proposalFields(proposal, calibration) }
    } else {
      null()
    }
    key("crossValidation")
    if let validation = calibration.crossValidation {
      object { $0.validationFields(validation, calibration) }
    } else {
      null()
    }
    arrayField("points") { writer in
      for point in calibration.points { writer.object { $0.pointFields(point) } }
    }
  }

  private mutating func proposalFields(
    _ proposal: ThresholdCalibration.Proposal, _ calibration: ThresholdCalibration
  ) {
    func threshold(_ point: Int) -> Double { calibration.points[point].threshold.doubleValue }
    let point = calibration.points[proposal.point]
    field("jaccard", threshold(proposal.point))
    field("lower", threshold(proposal.range.lowerBound))
    field("upper", threshold(proposal.range.upperBound))
    field("plateauLower", threshold(proposal.plateau.lowerBound))
    field("plateauUpper", threshold(proposal.plateau.upperBound))
    field("f1", point.records.f1)
    field("f1Lower", point.f1.lower)
    field("f1Upper", point.f1.upper)
  }

  private mutating func validationFields(
    _ validation: ThresholdCalibration.CrossValidation, _ calibration: ThresholdCalibration
  ) {
    field("folds", validation.folds)
    recordFields(validation.records)
    arrayField("thresholds") { writer in
      for point in validation.points {
        if let point { writer.value(calibration.points[point].threshold.doubleValue) } else { writer.null() }
      }
    }
  }

  private mutating func pointFields(_ point: ThresholdCalibration.Point) {
    field("threshold", point.threshold.doubleValue)
    recordFields(point.records)
    field("f1Lower", point.f1.lower)
    field("f1Upper", point.f1.upper)
    field("precisionLowerBound", point.precisionLowerBound)
    objectField("pairs") { writer in
      let agreement = point.pairs.agreement
      writer.field("precision", agreement.precision)
      writer.field("recall", agreement.recall)
      writer.field("f1", agreement.f1)
    }
  }

  private mutating func recordFields(_ records: DuplicateAgreement) {
    field("precision", records.removal.precision)
    field("recall", records.removal.recall)
    field("f1", records.f1)
    field("right", records.rightlyRemoved)
    field("wrong", records.wronglyRemoved)
    field("missed", records.missed)
  }
}
