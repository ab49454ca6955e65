import AnalysisModel

extension DuplicateEvaluation {
  /// Lays families beside labels.
  ///
  /// A document that the families do not name is kept. A pair of documents counts as found where both stand in
  /// one family.
  ///
  /// - Parameters:
  ///   - gold: a label for every document of the corpus.
  ///   - found: the documents of all families, each representative included.
  ///   - missing: what to do about a document, or a representative, without a label. Where it is left out, a
  ///     document removed for it counts as kept.
  /// - Returns: the figures, and what was left out.
  /// - Throws: `RefrainError` for an id that stands twice in a file; for a representative that stands under
  ///   another one itself; for documents without a label, unless those are ignored or where all are.
  /// - Complexity: O(n log n).
  public static func judging(
    gold: JudgedFile<LabelledRecord>, found: JudgedFile<FamilyRecord>, missing: MissingIDPolicy
  ) throws(RefrainError) -> (evaluation: DuplicateEvaluation, leftOut: [EvaluationReport.LeftOut]) {
    let ofGold = try IDIndex(gold)
    try checkRepresentatives(of: found)
    var unlabelled = MissingIDs(
      (
        "document of the families has no label in \(gold.path)",
        "documents of the families have no label in \(gold.path)"
      ),
      path: found.path)
    var representatives = Array(gold.records.indices)
    for record in found.records {
      guard let document = ofGold[record.id] else {
        unlabelled.add(record.id, line: record.line)
        continue
      }
      representatives[document] = ofGold[record.representative] ?? document
    }
    let nothingFits = unlabelled.count > 0 && unlabelled.count == found.records.count
    let leftOut = try unlabelled.settled(
      nothingFits ? .stop : missing,
      remedy: nothingFits
        ? "the labels of the documents that were compared"
        : "the labels of all documents, or --missing ignore to leave these out")
    return (
      DuplicateEvaluation(gold.records.map { ($0.id, $0.label) }, representatives: representatives), leftOut
    )
  }

  /// Judges a representative for every document.
  ///
  /// - Parameter representatives: indices of documents, each its own representative's; its own where it is
  ///   kept.
  init(_ documents: [(id: String, label: String)], representatives: [Int]) {
    let labels = documents.map(\.label)
    let table = ContingencyTable(gold: labels, found: representatives)
    let mistakes = DuplicateMistakes(documents, representatives: representatives)
    self.init(
      documentCount: documents.count, labelCount: table.goldSizes.count,
      familyCount: table.foundSizes.count { $0 > 1 },
      records: DuplicateAgreement(gold: labels, representatives: representatives), pairs: table.pairCounts,
      mixedFamilies: mistakes.mixedFamilies, tornLabels: mistakes.tornLabels)
  }

  private static func checkRepresentatives(of found: JudgedFile<FamilyRecord>) throws(RefrainError) {
    let ofFound = try IDIndex(found)
    for record in found.records where record.id != record.representative {
      guard let index = ofFound[record.representative] else {
        throw RefrainError(
          "the representative \(IDIndex.quoted(record.representative)) has no line of its own",
          path: found.path, line: record.line, remedy: "the whole output of refrain duplicates --format jsonl"
        )
      }
      let representative = found.records[index]
      if representative.representative != representative.id {
        throw RefrainError(
          "\(IDIndex.quoted(representative.id)) is a representative here, but line \(representative.line) puts it "
            + "under \(IDIndex.quoted(representative.representative))",
          path: found.path, line: record.line, remedy: "one representative for each family")
      }
    }
  }
}
