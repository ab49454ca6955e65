import AnalysisModel

extension EvaluationPage {
  /// Verdicts beside the expected ones.
  init(_ confusion: VerdictConfusion) {
    self.init(heading: Wording.counted(confusion.caseCount, "expected verdict"))
    let right = Wording.percentage(confusion.rightCount, of: confusion.caseCount)
    sentences = [
      "\(Wording.grouped(confusion.rightCount)) of \(Wording.counted(confusion.caseCount, "verdict")) "
        + "\(confusion.rightCount == 1 ? "is" : "are") right (\(right))."
    ]
    if confusion.factsExpected > 0 {
      sentences.append(
        "\(Wording.grouped(confusion.factsFound)) of \(Wording.counted(confusion.factsExpected, "near copy", "near copies")) "
          + "that differ in facts only \(confusion.factsFound == 1 ? "is" : "are") marked so.")
    }
    if !confusion.removedSiblings.isEmpty {
      let names = confusion.removedSiblings.prefix(Self.lineLimit).map(EvaluationWording.id)
      sentences.append(
        "\(Wording.counted(confusion.removedSiblings.count, "document")) of templates "
          + "\(confusion.removedSiblings.count == 1 ? "was" : "were") removed: "
          + names.joined(separator: ", ")
          + (names.count < confusion.removedSiblings.count ? " …" : ""))
    }
    tables = [Self.matrix(confusion)]
    if !confusion.kinds.isEmpty {
      tables.append(
        Table(
          title: "By kind of case", columns: ["", "cases", "right", "share"],
          rows: confusion.kinds.map { kind in
            [
              EvaluationWording.label(kind.name), Wording.grouped(kind.caseCount),
              Wording.grouped(kind.rightCount), Wording.percentage(kind.rightCount, of: kind.caseCount),
            ]
          }))
    }
    let mistakes = List(
      "Wrong verdicts", confusion.mistakes, detail: Wording.grouped(confusion.mistakes.count)
    ) { mistake in
      "\(EvaluationWording.id(mistake.id)) beside \(EvaluationWording.id(mistake.original)): "
        + "\(mistake.expected.rawValue) expected, \(mistake.found.rawValue) found"
    } lines: { mistake in
      (mistake.kind.map { ["kind of case: \(EvaluationWording.label($0))"] } ?? [])
        + (mistake.removedFor.map { ["removed for \(EvaluationWording.id($0))"] } ?? [])
    }
    lists = mistakes.items.isEmpty ? [] : [mistakes]
    notes = [
      "Rows are what was expected, columns what was found. “reversed”: the document that should stand inside the "
        + "other is said to hold it; “same-family”: the two meet at a third document only; “elsewhere”: removed "
        + "for a document of another family; “related”: nothing is removed."
    ]
  }

  private static func matrix(_ confusion: VerdictConfusion) -> Table {
    let all = VerdictConfusion.Outcome.allCases
    let rows = all.indices.filter { row in confusion.counts[row].contains { $0 > 0 } }
    let columns = all.indices.filter { column in confusion.counts.contains { $0[column] > 0 } }
    return Table(
      title: "Verdicts", detail: "expected down, found across",
      columns: [""] + columns.map { all[$0].rawValue },
      rows: rows.map { row in
        [all[row].rawValue]
          + columns.map { column in
            let count = confusion.counts[row][column]
            return count > 0 ? Wording.grouped(count) : "·"
          }
      })
  }
}
