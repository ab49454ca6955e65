import AnalysisModel

extension EvaluationPage {
  /// Families beside labels.
  init(_ evaluation: DuplicateEvaluation) {
    self.init(
      heading:
        "\(Wording.counted(evaluation.documentCount, "document")), "
        + "\(Wording.counted(evaluation.labelCount, "label")), "
        + Wording.counted(evaluation.familyCount, "family", "families"))
    let records = evaluation.records
    let pairs = evaluation.pairs
    tables = [
      Table(
        title: "Agreement", columns: ["", "precision", "recall", "F1", "right", "wrong", "missed"],
        rows: [
          ["records removed"]
            + [records.removal.precision, records.removal.recall, records.f1].map(EvaluationWording.figure)
            + [records.rightlyRemoved, records.wronglyRemoved, records.missed].map(Wording.grouped),
          ["pairs in families"] + EvaluationWording.cells(pairs.agreement)
            + [pairs.together, pairs.found - pairs.together, pairs.gold - pairs.together].map(Wording.grouped),
        ], expendableColumns: 3)
    ]
    lists = [Self.mixed(evaluation.mixedFamilies), Self.torn(evaluation.tornLabels)].filter {
      !$0.items.isEmpty
    }
    notes = [
      "A document that does not represent its family counts as removed, rightly where its representative bears "
        + "its label; of each label's documents all but one are redundant. A pair is found where both documents "
        + "stand in one family."
    ]
  }

  private static func mixed(_ families: [DuplicateEvaluation.MixedFamily]) -> List {
    List(
      "Families that mix labels", families, detail: Wording.counted(families.count, "family", "families")
    ) { family in
      "\(EvaluationWording.id(family.representative)) of label \(EvaluationWording.label(family.label)): "
        + "\(Wording.grouped(family.rightlyRemoved)) removed rightly, "
        + "\(Wording.grouped(family.strangers.count)) wrongly"
    } lines: { family in
      family.strangers.map { stranger in
        "\(EvaluationWording.id(stranger.id)) of label \(EvaluationWording.label(stranger.label))"
      }
    }
  }

  private static func torn(_ labels: [DuplicateEvaluation.TornLabel]) -> List {
    List(
      "Labels that were not brought together", labels, detail: Wording.counted(labels.count, "label")
    ) { label in
      "Label \(EvaluationWording.label(label.label)): \(Wording.grouped(label.missed)) missed"
    } lines: { label in
      label.parts.map { part in
        let fate = part.removedFor.map { "removed for \(EvaluationWording.id($0))" } ?? "kept"
        let others =
          part.rightlyRemoved > 0 ? ", with \(Wording.grouped(part.rightlyRemoved)) removed for it" : ""
        return "\(EvaluationWording.id(part.id)) \(fate)\(others)"
      }
    }
  }
}
