import AnalysisModel

/// The figures of an evaluation by name, in full precision: what JSON and CSV write.
enum EvaluationMeasures {
  /// A figure.
  struct Measure {
    /// Its name; a point parts a group from its measures.
    var name: String
    var value: Value

    /// The shortest decimal that reads back as the same number.
    var spelling: String {
      switch value {
      case .count(let count): "\(count)"
      case .share(let share): JSONWriter.spelling(share)
      }
    }
  }

  enum Value {
    case count(Int)
    case share(Double)
  }

  static func of(_ evaluation: ClusterEvaluation) -> [Measure] {
    let agreement = evaluation.agreement
    let information = agreement.information
    return [
      count("documents", agreement.documentCount), count("goldClusters", agreement.goldClusterCount),
      count("foundClusters", agreement.foundClusterCount),
    ] + group("bCubed", agreement.bCubed) + group("pairs", agreement.pairwise)
      + [
        count("pairs.together", evaluation.pairs.together), count("pairs.found", evaluation.pairs.found),
        count("pairs.gold", evaluation.pairs.gold), share("adjustedRandIndex", agreement.adjustedRandIndex),
        share("homogeneity", information.homogeneity), share("completeness", information.completeness),
        share("vMeasure", information.vMeasure),
        share("normalizedMutualInformation", information.normalizedMutualInformation),
        share("normalizedMutualInformationGeometric", information.geometricNormalizedMutualInformation),
        share("adjustedMutualInformation", information.adjustedMutualInformation),
        share("adjustedMutualInformationMaximum", information.maximumAdjustedMutualInformation),
      ]
  }

  static func of(_ evaluation: DuplicateEvaluation) -> [Measure] {
    let records = evaluation.records
    let pairs = evaluation.pairs
    return [
      count("documents", evaluation.documentCount), count("labels", evaluation.labelCount),
      count("families", evaluation.familyCount),
      share("records.precision", records.removal.precision),
      share("records.recall", records.removal.recall), share("records.f1", records.f1),
    ]
      + [
        count("records.right", records.rightlyRemoved), count("records.wrong", records.wronglyRemoved),
        count("records.missed", records.missed),
      ] + group("pairs", pairs.agreement)
      + [
        count("pairs.right", pairs.together), count("pairs.wrong", pairs.found - pairs.together),
        count("pairs.missed", pairs.gold - pairs.together),
      ]
  }

  static func of(_ agreement: PassageAgreement) -> [Measure] {
    [
      count("cases", agreement.caseCount), count("detections", agreement.detectionCount),
      share("plagdet", agreement.plagdet), share("precision", agreement.coverage.precision),
      share("recall", agreement.coverage.recall), share("f1", agreement.coverage.f1),
      share("granularity", agreement.granularity),
    ]
  }

  private static func count(_ name: String, _ count: Int) -> Measure {
    Measure(name: name, value: .count(count))
  }

  private static func share(_ name: String, _ share: Double) -> Measure {
    Measure(name: name, value: .share(share))
  }

  private static func group(_ name: String, _ measures: PrecisionRecall) -> [Measure] {
    [
      share("\(name).precision", measures.precision), share("\(name).recall", measures.recall),
      share("\(name).f1", measures.f1),
    ]
  }
}
