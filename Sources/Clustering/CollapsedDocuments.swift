import AnalysisModel

/// The documents without their copies: what clustering works on.
///
/// A copy (identical, same text, near copy) follows its family's representative. A contained document does
/// not: it may be one item of a digest. Nor does one that is related through others only, or a document
/// without tokens: nothing to read is no evidence of a common origin.
struct CollapsedDocuments: Sendable {
  /// The documents that are clustered, ascending.
  let originals: [Int]
  /// For every original the documents it stands for: itself and its copies, ascending.
  let members: [[Int]]

  init(documentCount: Int, duplicates: DuplicateFindings?) {
    var representative = Array(0..<documentCount)
    let empty = Set(duplicates?.documentsWithoutTokens ?? [])
    for family in duplicates?.families ?? [] {
      for member in family.members where Self.follows(member.verdict) && !empty.contains(member.document) {
        representative[member.document] = family.representative
      }
    }
    var members = [[Int]](repeating: [], count: documentCount)
    for document in 0..<documentCount { members[representative[document]].append(document) }
    originals = (0..<documentCount).filter { !members[$0].isEmpty }
    self.members = originals.map { members[$0] }
  }

  private static func follows(_ verdict: DuplicateVerdict) -> Bool {
    switch verdict {
    case .identical, .sameText, .nearCopy: true
    case .contained, .related: false
    }
  }

  /// The dating of each original; where it has no date, its first dated copy's.
  func datings(_ dates: [DocumentDating]) -> [DocumentDating] {
    zip(originals, members).map { original, members in
      guard dates[original].dated == nil else { return dates[original] }
      return members.first { dates[$0].dated != nil }.map { dates[$0] } ?? dates[original]
    }
  }
}
