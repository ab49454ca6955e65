import AnalysisModel

extension EvaluationPage {
  /// Clusters beside labels.
  init(_ evaluation: ClusterEvaluation) {
    let agreement = evaluation.agreement
    self.init(
      heading:
        "\(Wording.counted(agreement.documentCount, "document")), "
        + "\(Wording.counted(agreement.goldClusterCount, "gold cluster")), "
        + "\(Wording.counted(agreement.foundClusterCount, "found cluster")) "
        + "(field “\(Label.of(evaluation.level, width: 40))”)")
    let pairs = evaluation.pairs
    tables = [
      Table(
        title: "Agreement", columns: ["", "precision", "recall", "F1"],
        rows: [
          ["documents (B³)"] + EvaluationWording.cells(agreement.bCubed),
          ["pairs of documents"] + EvaluationWording.cells(agreement.pairwise),
        ]),
      Table(
        title: "Indices", columns: ["", "value"],
        rows: Self.indices(of: agreement).map { [$0.name, EvaluationWording.figure($0.value)] }),
    ]
    sentences = [
      "\(Wording.grouped(pairs.together)) of \(Wording.counted(pairs.gold, "pair")) with one label stand together; "
        + "\(Wording.grouped(pairs.found - pairs.together)) of \(Wording.counted(pairs.found, "pair")) that "
        + "stand together have two labels."
    ]
    lists = [
      Self.list("Clusters with several labels", evaluation.mixedClusters, "Cluster", other: "label"),
      Self.list("Labels in several clusters", evaluation.tornLabels, "Label", other: "cluster"),
    ].filter { !$0.items.isEmpty }
    notes = [
      "B³ averages over documents, pairs over pairs that stand together; NMI and AMI are taken by the mean of both "
        + "entropies unless said otherwise."
    ]
  }

  private static func indices(of agreement: ClusterAgreement) -> [(name: String, value: Double)] {
    let information = agreement.information
    return [
      ("adjusted Rand index (ARI)", agreement.adjustedRandIndex),
      ("homogeneity", information.homogeneity),
      ("completeness", information.completeness),
      ("V-measure", information.vMeasure),
      ("NMI", information.normalizedMutualInformation),
      ("NMI, geometric mean", information.geometricNormalizedMutualInformation),
      ("AMI", information.adjustedMutualInformation),
      ("AMI, larger entropy", information.maximumAdjustedMutualInformation),
    ]
  }

  private static func list(
    _ title: String, _ cases: [ClusterEvaluation.Disagreement], _ noun: String, other: String
  ) -> List {
    List(title, cases, detail: cases.isEmpty ? "" : Wording.grouped(cases.count)) { one in
      "\(noun) \(one.name.map(EvaluationWording.label) ?? "of its own"): "
        + "\(Wording.counted(one.documentCount, "document")), "
        + "\(Wording.counted(one.partedPairs, "pair")) parted"
    } lines: { one in
      one.parts.map { part in
        "\(Wording.grouped(part.documentCount)) of \(other) "
          + "\(part.name.map(EvaluationWording.label) ?? "of its own"), such as \(EvaluationWording.id(part.example))"
      }
    }
  }
}
