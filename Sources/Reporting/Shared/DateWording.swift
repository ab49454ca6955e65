import AnalysisModel

/// What is known of a document's date, in words, with role, evidence and precision.
enum DateWording {
  /// `published 9 October 2020 (date line “October 9, 2020”)`, `date unknown`.
  static func describe(_ dating: DocumentDating) -> String {
    var parts: [String] = []
    if let published = dating.published {
      parts.append("published \(spelling(published.date)) (\(evidence(published)))")
    }
    if let dateline = dating.dateline {
      parts.append("dateline \(spelling(dateline.date)) (\(quoted(dateline.evidence)))")
    }
    if let bound = dating.notBefore, !bounds(dating.dated, bound) {
      parts.append("not before \(spelling(bound.date)) (\(evidence(bound)))")
    }
    return parts.isEmpty ? "date unknown" : parts.joined(separator: "; ")
  }

  /// The date alone, for tables: `9 October 2020`, `2 January, year unknown`,
  /// `not before 26 February 2024`, `date unknown`.
  static func short(_ dating: DocumentDating) -> String {
    if let dated = dating.dated { return spelling(dated.date) }
    return dating.notBefore.map { "not before \(spelling($0.date))" } ?? "date unknown"
  }

  /// `9 October 2020`, `2 January, year unknown`.
  static func spelling(_ date: PartialDate) -> String {
    guard date.year == nil else { return date.spelledOut }
    let suffix = " (year unknown)"
    let text = date.spelledOut
    return (text.hasSuffix(suffix) ? String(text.dropLast(suffix.count)) : text) + ", year unknown"
  }

  /// `9 October 2020`, or `9 October 2020 to 12 October 2020`; nil where nothing is known.
  static func span(from first: PartialDate?, to last: PartialDate?) -> String? {
    guard let first else { return last.map(spelling) }
    guard let last, last != first else { return spelling(first) }
    return "\(spelling(first)) to \(spelling(last))"
  }

  /// A known day makes a lower bound idle.
  private static func bounds(_ dated: DatedEvidence?, _ bound: DatedEvidence) -> Bool {
    dated?.date.daysSince1970 != nil
  }

  private static func evidence(_ dated: DatedEvidence) -> String {
    "\(dated.source.rawValue) \(quoted(dated.evidence))"
  }

  private static func quoted(_ evidence: String) -> String {
    "“\(Label.of(evidence, width: 60))”"
  }
}
