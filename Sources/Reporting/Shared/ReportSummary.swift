import AnalysisModel

/// The numbers that matter and the plain sentences made of them, shared by all formats for people.
struct ReportSummary {
  let documents: Int
  let words: Int
  let files: Int
  /// Documents of families other than the representatives.
  let copies: Int
  let families: Int
  let repeatedWords: Int
  /// Events told by more than one document.
  let sharedEvents: Int
  private let report: AnalysisReport

  init(_ report: AnalysisReport) {
    self.report = report
    documents = report.corpus.documents.count
    words = report.tokenCount
    files = report.corpus.account.files
    families = report.duplicates?.families.count ?? 0
    copies = report.duplicates?.families.reduce(0) { $0 + $1.members.count } ?? 0
    repeatedWords = report.passages?.repeatedTokens.reduce(0, +) ?? 0
    sharedEvents = report.clusters?.events.count { $0.members.count > 1 } ?? 0
  }

  /// What findings are called where only those are shown that are new since a baseline.
  private var new: String { report.baseline == nil ? "" : "new " }

  /// `5 documents, 2,451 words, 5 files`.
  var heading: String {
    var parts = [Wording.counted(documents, "document"), Wording.counted(words, "word")]
    if files > 0 { parts.append(Wording.counted(files, "file")) }
    return parts.joined(separator: ", ")
  }

  /// One sentence or two for every kind of finding that was looked for.
  var sentences: [String] {
    [
      report.baseline.map(BaselineWording.summary), duplicateSentence, templateSentence, passageSentence,
      clusterSentence, dateSentence, accountSentence,
    ]
    .compactMap { $0 }
  }

  var duplicateSentence: String? {
    guard let findings = report.duplicates else { return nil }
    guard copies > 0 else { return "No \(new)duplicate documents." }
    let members = findings.families.flatMap(\.members)
    let verdicts = DuplicateVerdict.allCases.compactMap { verdict -> String? in
      let count = members.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(Wording.grouped(count)) \(Self.phrase(verdict, count))"
    }
    return "\(Wording.grouped(copies)) of \(Wording.counted(documents, "document")) "
      + "\(copies == 1 ? "is a \(new)copy" : "are \(new)copies"), in "
      + "\(Wording.counted(families, "family", "families")): \(Wording.list(verdicts))."
  }

  /// Only where there is a template.
  var templateSentence: String? {
    guard let templates = report.duplicates?.templates, !templates.isEmpty else { return nil }
    let filled = templates.reduce(0) { $0 + $1.documents.count }
    return "\(Wording.counted(filled, "document")) fill \(Wording.counted(templates.count, "template")) "
      + "with different numbers, names or dates: they are no copies of each other."
  }

  var passageSentence: String? {
    guard let findings = report.passages else { return nil }
    let count = findings.passages.count
    guard count > 0 else { return "No \(new)passage stands more than once." }
    // How much of all words repeats is known of the whole, not of what is new.
    guard report.baseline == nil else {
      return "\(Wording.counted(count, "new passage")) \(count == 1 ? "stands" : "stand") more than once."
    }
    let share = Wording.percentage(repeatedWords, of: words)
    return "\(Wording.counted(count, "passage")) \(count == 1 ? "stands" : "stand") more than once; "
      + "\(share) of all words \(count == 1 ? "lie in it" : "lie in them")."
  }

  var clusterSentence: String? {
    guard let findings = report.clusters else { return nil }
    let counts =
      "\(Wording.counted(findings.topics.count, "topic")), "
      + Wording.counted(findings.events.count, "event")
    if documents < 2 { return "\(counts)." }
    if sharedEvents == 0 { return "\(counts): no two documents tell of the same event." }
    return "\(counts), \(Wording.grouped(sharedEvents)) of them told by more than one document."
  }

  var dateSentence: String? {
    guard let dates = report.dates, !dates.isEmpty else { return nil }
    let published = dates.count { $0.published != nil }
    let dateline = dates.count { $0.published == nil && $0.dateline != nil }
    let bounded = dates.count { $0.dated == nil && $0.notBefore != nil }
    let unknown = dates.count - published - dateline - bounded
    if unknown == dates.count { return "No date of a document is known." }
    let parts = [
      (published, "published"), (dateline, "from a dateline"), (bounded, "not before a known day"),
      (unknown, "unknown"),
    ]
    let known = parts.filter { $0.0 > 0 }.map { "\(Wording.grouped($0.0)) \($0.1)" }
    return "Dates of documents: \(known.joined(separator: ", "))."
  }

  /// Only where something was not read, or has no word in it.
  var accountSentence: String? {
    var parts: [String] = []
    let rejected = report.corpus.account.recordsRejected
    if rejected > 0 {
      let read = report.corpus.account.recordsRead
      parts.append(
        "\(Wording.grouped(rejected)) of \(Wording.counted(read, "record")) could not be read.")
    }
    if let empty = report.duplicates?.documentsWithoutTokens.count, empty > 0 {
      parts.append(
        "\(Wording.counted(empty, "document")) \(empty == 1 ? "has" : "have") no word at all.")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static func phrase(_ verdict: DuplicateVerdict, _ count: Int) -> String {
    switch verdict {
    case .identical: "identical"
    case .sameText: "with the same text"
    case .nearCopy: count == 1 ? "near copy" : "near copies"
    case .contained: "contained"
    case .related: "related through others"
    }
  }
}

extension DuplicateVerdict {
  /// The verdict as an adjective for people.
  var wording: String {
    switch self {
    case .identical: "identical"
    case .sameText: "same text"
    case .nearCopy: "near copy"
    case .contained: "contained"
    case .related: "related through others"
    }
  }
}
