import AnalysisModel
import Execution

/// Finds out when documents were written, from what they say themselves. Nothing is guessed.
///
/// - *Published* is the metadata's date (field or front matter), else a date line of the text, else the
///   file's name where the file is one document. A metadata date known to the month or year only gives way to
///   a date line or file name that agrees with it and says more. The file's modification time is never asked.
/// - *Dateline* is the date of the dateline near the top, often without a year.
/// - *Not before* is the latest full date that a caption or the running text speaks of as past; it is looked
///   for only where neither of the two is known to the day. See `MentionReader` for what counts as past.
///
/// Spellings are those of `DateScanner` and, in metadata, `DeclaredDateReader`. 03/04/2020 gives its year
/// only.
///
/// - Complexity: O(bytes); the text of a document with a declared day is read no further than its top lines.
public struct DateFinder: Sendable {
  /// A piece of the plan: some milliseconds of work for news, so that threads end together.
  private static let documentsPerPiece = 256

  /// A finder; it has no options.
  public init() {}

  /// What is known about each document's date, on one thread.
  public func dates(of documents: [Document]) -> DateFindings {
    Self.findings(documents.indices.map { Self.read(documents[$0], index: $0) }, documents)
  }

  /// What is known about each document's date; the same on any number of threads.
  ///
  /// - Throws: `CancellationError` when the surrounding task is cancelled.
  public func dates(of documents: [Document], parallelism: Parallelism) async throws -> DateFindings {
    let chunk = Self.documentsPerPiece
    let parts = try await parallelism.map(count: (documents.count + chunk - 1) / chunk) { piece in
      (piece * chunk..<min(documents.count, (piece + 1) * chunk)).map { Self.read(documents[$0], index: $0) }
    }
    return Self.findings(parts.flatMap { $0 }, documents)
  }

  private struct Reading: Sendable {
    var dating: DocumentDating
    var problem: DeclaredDateWarnings.Problem?
  }

  private static func findings(_ readings: [Reading], _ documents: [Document]) -> DateFindings {
    var warnings = DeclaredDateWarnings()
    for (document, reading) in zip(documents, readings) {
      guard let declared = document.declaredDate else { continue }
      warnings.note(reading.problem, declared, of: document)
    }
    return DateFindings(datings: readings.map(\.dating), warnings: warnings.summary)
  }

  private static func read(_ document: Document, index: Int) -> Reading {
    let (declared, problem) = declared(document)
    let known = document.text.bytes.withUnsafeBufferPointer { bytes in
      dating(of: document, index: index, text: bytes, declared: declared)
    }
    return Reading(dating: known, problem: problem)
  }

  private static func declared(_ document: Document) -> (DatedEvidence?, DeclaredDateWarnings.Problem?) {
    guard let declared = document.declaredDate else { return (nil, nil) }
    func evidence(_ date: PartialDate) -> DatedEvidence {
      DatedEvidence(
        date: date, source: declared.evidence == DateSource.frontMatter.rawValue ? .frontMatter : .field,
        evidence: declared.text)
    }
    switch DeclaredDateReader.read(declared.text) {
    case .date(let date): return (evidence(date), nil)
    case .yearOnly(let date): return (evidence(date), .yearOnly)
    case .absent: return (nil, nil)
    case .unreadable: return (nil, .unreadable)
    }
  }

  private static func dating(
    of document: Document, index: Int, text: Bytes, declared: DatedEvidence?
  ) -> DocumentDating {
    var resolver = PlaceResolver(document: index, field: .text, text: document.text)
    func evidence(_ date: PartialDate, _ source: DateSource, _ words: Range<Int>) -> DatedEvidence {
      DatedEvidence(
        date: date, source: source, evidence: String(decoding: text[words], as: UTF8.self),
        place: resolver.place(of: words))
    }
    let top = TextLines.first(DateLineReader.topLines, of: text)
    var dating = DocumentDating(published: declared)
    if dating.published?.date.precision != .day, let line = DateLineReader(text: text).find(top: top) {
      dating.published = refined(dating.published, by: evidence(line.date, .dateLine, line.line))
    }
    if dating.published?.date.precision != .day, let named = fileName(of: document) {
      dating.published = refined(dating.published, by: named)
    }
    if let line = DatelineReader(text: text).find(in: top) {
      dating.dateline = evidence(line.date, .dateline, line.words)
    }
    let dayIsKnown = [dating.published, dating.dateline].contains { $0?.date.precision == .day }
    if !dayIsKnown, let mention = MentionReader(text: text).latest() {
      dating.notBefore = evidence(mention.date, mention.source, mention.words)
    }
    return dating
  }

  private static func refined(_ known: DatedEvidence?, by other: DatedEvidence) -> DatedEvidence {
    guard let known else { return other }
    return other.date.precision == .day && known.date.agrees(with: other.date) ? other : known
  }

  private static func fileName(of document: Document) -> DatedEvidence? {
    guard document.origin.record == nil, let (date, name) = FileNameDate.read(path: document.origin.path)
    else { return nil }
    return DatedEvidence(date: date, source: .fileName, evidence: name)
  }
}
