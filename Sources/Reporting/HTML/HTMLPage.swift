import AnalysisModel

/// The values that fill the template. Strings are raw, the template escapes them; keys that end in `Markup` hold
/// markup made here.
struct HTMLPage {
  /// What one item of a list gives the template.
  typealias Values = [String: Any]

  /// How many passages, families, topics and events the page lists at most.
  static let findingLimit = 300
  /// How many places or members one finding lists at most.
  static let placeLimit = 40
  /// Longer passages are quoted by their beginning and end; they stand in full in their documents.
  static let quotedBytes = 1200
  /// How many documents the list at the end holds at most.
  static let documentListLimit = 5000

  let report: AnalysisReport
  let part: ReportPart
  let context: ReportContext
  let summary: ReportSummary
  let passages: PassageListing
  let families: Shortlist<DuplicateFamily>
  let templates: Shortlist<TemplateGroup>
  let selection: DocumentSelection
  /// Passages that are on the page.
  let listedPassages: Set<Int>

  init(report: AnalysisReport, part: ReportPart, context: ReportContext) {
    self.report = report
    self.part = part
    self.context = context
    summary = ReportSummary(report)
    passages = PassageListing(report, limit: Self.findingLimit)
    families = Shortlist(
      report.duplicates?.families ?? [], limit: Self.findingLimit, weight: \.weight)
    templates = Shortlist(
      report.duplicates?.templates ?? [], limit: Self.findingLimit, weight: \.weight)
    listedPassages = Set(passages.shown.map(\.number))
    selection = DocumentSelection(
      report, passages: passages.shown, families: families.shown, templates: templates.shown)
  }

  var corpus: Corpus { report.corpus }

  /// Everything the template asks for.
  var values: Values {
    let style = String(decoding: PackageResources.report_css, as: UTF8.self)
    var values: Values = [
      "titleText": title, "heading": summary.heading, "version": context.version,
      "sources": optional(context.inputs.map(VisibleText.line).joined(separator: ", ")),
      "styleMarkup": style, "styleHash": StyleHash.sha256Base64(style),
      "sentences": summary.sentences, "tiles": tiles, "warnings": warnings,
      "hasWarnings": !corpus.warnings.isEmpty, "settings": settings,
    ]
    values["similarity"] = similarity
    values["duplicates"] = duplicates
    values["repeats"] = repeats
    values["clusters"] = clusters
    values["documents"] = documents
    return values
  }

  private var title: String {
    switch part {
    case .report: "What repeats here"
    case .duplicates: "Duplicate documents"
    case .passages: "Repeated passages"
    case .clusters: "Topics and events"
    }
  }

  private var tiles: [Values] {
    func tile(_ value: String, _ label: String, _ target: String) -> Values {
      ["value": value, "label": label, "target": target]
    }
    var tiles = [
      tile(
        Wording.grouped(summary.documents), summary.documents == 1 ? "document" : "documents",
        "documents")
    ]
    if report.duplicates != nil {
      tiles.append(
        tile(
          Wording.grouped(summary.copies), summary.copies == 1 ? "copy" : "copies",
          summary.copies > 0 ? "duplicates" : "overview"))
    }
    if let findings = report.passages {
      let count = findings.passages.count
      let target = count > 0 ? "passages" : "overview"
      tiles.append(
        tile(
          Wording.grouped(count), count == 1 ? "repeated passage" : "repeated passages", target))
      tiles.append(
        tile(
          Wording.percentage(summary.repeatedWords, of: summary.words), "of all words repeated",
          target))
    }
    if let findings = report.clusters {
      let topics = findings.topics.count
      let events = findings.events.count
      tiles.append(tile(Wording.grouped(topics), topics == 1 ? "topic" : "topics", "topics"))
      tiles.append(tile(Wording.grouped(events), events == 1 ? "event" : "events", "topics"))
    }
    return tiles
  }

  private var warnings: Values {
    let shown = corpus.warnings.prefix(Self.findingLimit).map(DataWarningWording.describe)
    return [
      "items": shown, "count": Wording.counted(corpus.warnings.count, "warning"),
      "omission": omission(corpus.warnings.count - shown.count, "--format json lists all"),
    ]
  }

  private var settings: [Values] {
    ConfigurationListing(report.configuration).sections.map { section in
      [
        "section": section.name.isEmpty ? "findings" : section.name,
        "entries": section.entries.map {
          ["key": $0.key, "setting": TextLayout.truncated("\($0.value)", width: 400)] as Values
        },
      ]
    }
  }

  // MARK: Parts of several sections

  /// A value that a template section shows only where there is one; Mustache takes an empty string for a value.
  func optional(_ text: String?) -> [String] {
    text.map { $0.isEmpty ? [] : [$0] } ?? []
  }

  /// `… and 12 more: remedy.` or nothing.
  func omission(_ omitted: Int, _ remedy: String) -> [String] {
    omitted > 0 ? ["… and \(Wording.grouped(omitted)) more: \(remedy)."] : []
  }

  /// The document's title if it has one, else its id.
  func name(_ document: Int) -> String {
    let title = corpus.documents[document].title.map { Label.of($0) } ?? ""
    return title.isEmpty ? Label.ofID(corpus.documents[document].id) : title
  }

  /// A link to a document: to its text, else to its line in the list, else none.
  func link(to document: Int) -> Values {
    let title = corpus.documents[document].title.map { Label.of($0) } ?? ""
    let target =
      selection.shows(document)
      ? "document-\(document + 1)"
      : document < Self.documentListLimit ? "entry-\(document + 1)" : ""
    return [
      "id": Label.ofID(corpus.documents[document].id), "documentTitle": title,
      "hasTitle": !title.isEmpty, "name": name(document), "target": target,
      "isLinked": !target.isEmpty,
    ]
  }

  func dateText(_ document: Int) -> [String] {
    optional(report.dates.map { DateWording.describe($0[document]) })
  }

  /// The first words of a document that has no title to tell it by.
  func opening(of document: Int) -> [String] {
    let source = corpus.documents[document]
    guard source.title?.isEmpty ?? true, !source.text.isEmpty else { return [] }
    // Enough bytes for the columns shown; a character cut in two at the end is left out with the last word.
    let start = String(decoding: source.text.bytes.prefix(600), as: UTF8.self)
    return optional(TextLayout.truncated(VisibleText.line(start), width: 90))
  }
}
