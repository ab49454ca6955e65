import AnalysisModel

extension EvaluationPage {
  /// Passages beside gold cases.
  init(_ evaluation: PassageEvaluation) {
    let agreement = evaluation.agreement
    let category = evaluation.category.map { " of class “\(Label.of($0, width: 40))”" } ?? ""
    self.init(
      heading:
        "\(Wording.counted(agreement.caseCount, "case"))\(category), "
        + Wording.counted(agreement.detectionCount, "detection")
        + (evaluation.listedPairCount.map { ", \(Wording.counted($0, "listed pair"))" } ?? ""))
    tables = [
      Table(
        title: "Agreement", columns: ["", "precision", "recall", "F1", "granularity", "plagdet"],
        rows: [
          ["passages"] + EvaluationWording.cells(agreement.coverage)
            + [agreement.granularity, agreement.plagdet].map(EvaluationWording.figure)
        ])
    ]
    if evaluation.category != nil && evaluation.listedPairCount == nil {
      sentences = ["Without --pairs detections have no class: all of them count."]
    }
    lists = [
      Self.list("Cases that no detection meets", evaluation.missed),
      Self.list("Detections that meet no case", evaluation.strays),
    ].filter { !$0.items.isEmpty }
    notes = [
      "Precision is the mean share of a detection that cases cover, recall that of a case that detections cover, "
        + "granularity the mean number of detections of a case that was found; plagdet is F1 / log2(1 + granularity)."
    ]
  }

  private static func list(_ title: String, _ records: [PassageRecord]) -> List {
    List(title, records, detail: "\(Wording.grouped(records.count)), longest first") { record in
      let passage = record.passage
      return "\(side(passage.pair.a, passage.a)) from \(side(passage.pair.b, passage.b)), line \(record.line)"
    } lines: { record in
      record.category.map { ["class \(EvaluationWording.label($0))"] } ?? []
    }
  }

  private static func side(_ id: String, _ range: Range<Int>) -> String {
    "\(EvaluationWording.id(id)) \(range.lowerBound)–\(range.upperBound)"
  }
}
