import AnalysisModel

extension JudgedFile where Record == LabelledRecord {
  /// The labels of documents.
  ///
  /// - Parameters:
  ///   - documents: a corpus.
  ///   - missing: what to do about a document without a label, and about a label without its document.
  /// - Returns: one label for each document, nil where there is none, and what was left out.
  /// - Throws: `RefrainError` for an id that stands twice in the file; where no document has a label; for ids that
  ///   only one side has, unless those are ignored.
  public func labels(
    of documents: [Document], missing: MissingIDPolicy
  ) throws(RefrainError) -> (labels: [String?], leftOut: [EvaluationReport.LeftOut]) {
    let ofGold = try IDIndex(self)
    var unlabelled = MissingIDs(
      ("document has no label in \(path)", "documents have no label in \(path)"), path: nil)
    var absent = MissingIDs(
      ("labelled record is not among the documents", "labelled records are not among the documents"),
      path: path)
    var isThere = [Bool](repeating: false, count: records.count)
    let labels = documents.map { document -> String? in
      guard let index = ofGold[document.id] else {
        unlabelled.add(document.id)
        return nil
      }
      isThere[index] = true
      return records[index].label
    }
    for (record, isThere) in zip(records, isThere) where !isThere { absent.add(record.id, line: record.line) }
    let nothingFits = !documents.isEmpty && unlabelled.count == documents.count
    let policy = nothingFits ? .stop : missing
    let remedy =
      nothingFits ? "the labels of these documents" : "labels for all, or --missing ignore to leave these out"
    let leftOut =
      try unlabelled.settled(policy, remedy: remedy) + absent.settled(policy, remedy: remedy)
    return (labels, leftOut)
  }
}
