import AnalysisModel

extension PassageEvaluation {
  /// Lays detections beside gold cases.
  ///
  /// - Parameters:
  ///   - gold: the cases.
  ///   - found: the detections.
  ///   - pairs: the pairs of documents that were to be compared: detections in others are left out of account.
  ///     Nil judges all detections.
  ///   - category: judges cases of this class only, and detections in listed pairs of this class only; without
  ///     a list the class of a detection is unknown, and all of them count.
  /// - Returns: the figures, and what was left out.
  /// - Throws: `RefrainError` where no case or no listed pair has the class.
  /// - Complexity: as `PassageAgreement.init(gold:detections:)`.
  public static func judging(
    gold: JudgedFile<PassageRecord>, found: JudgedFile<PassageRecord>, pairs: JudgedFile<ListedPair>? = nil,
    category: String? = nil
  ) throws(RefrainError) -> (evaluation: PassageEvaluation, leftOut: [EvaluationReport.LeftOut]) {
    var cases = gold.records
    var detections = found.records
    if let category {
      cases = cases.filter { $0.category == category }
      if cases.isEmpty && !(pairs?.records.contains { $0.category == category } ?? false) {
        throw RefrainError(
          "no case has the class \(IDIndex.quoted(category)); there are \(classes(of: gold))",
          path: gold.path,
          remedy: "one of these with --class, or --class-field NAME with another field")
      }
    }
    var leftOut: [EvaluationReport.LeftOut] = []
    let listed = pairs.map { $0.records.filter { category == nil || $0.category == category } }
    if let listed {
      let wanted = Set(listed.map(\.pair))
      var unlisted = MissingIDs(
        ("detection lies in a pair that is not listed", "detections lie in pairs that are not listed"),
        path: found.path)
      for record in detections where !wanted.contains(record.passage.pair) {
        let pair = record.passage.pair
        unlisted.add("\(pair.a) – \(pair.b)", line: record.line)
      }
      detections.removeAll { !wanted.contains($0.passage.pair) }
      leftOut = try unlisted.settled(.ignore, remedy: "")
    }
    let goldCases = cases.map(\.passage)
    let found = detections.map(\.passage)
    let casesCovered = PassageCover(goldCases, with: found)
    let detectionsCovered = PassageCover(found, with: goldCases)
    func unmet(_ records: [PassageRecord], _ cover: PassageCover) -> [PassageRecord] {
      records.indices.filter { cover.hits[$0] == 0 }.map { records[$0] }.sortedStably { $0.passage.length }
    }
    return (
      PassageEvaluation(
        category: category, listedPairCount: listed?.count,
        agreement: PassageAgreement(cases: casesCovered, detections: detectionsCovered),
        missed: unmet(cases, casesCovered), strays: unmet(detections, detectionsCovered)), leftOut
    )
  }

  private static func classes(of gold: JudgedFile<PassageRecord>) -> String {
    let all = Set(gold.records.compactMap(\.category)).sorted()
    // More than these are no classes.
    return all.isEmpty ? "none" : all.prefix(12).map(IDIndex.quoted).joined(separator: ", ")
  }
}
