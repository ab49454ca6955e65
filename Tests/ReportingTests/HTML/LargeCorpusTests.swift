import AnalysisModel
import Testing

@testable import Reporting

/// Thousands of documents: lists are cut for people, never for programs, and every cut is counted.
@Suite struct LargeCorpusTests {
  private static let documentCount = 1200

  /// Twice as many passages as the page lists, each in two documents, and as many families.
  private static func report() -> AnalysisReport {
    let text: UTF8Text = "One line that every document of this corpus holds, word for word and sign for sign."
    let documents = (0..<documentCount).map { Document(id: "d\($0)", text: text) }
    var resolver = PlaceResolver(document: 0, field: .text, text: text)
    let place = resolver.place(of: 0..<text.count)
    let passages = (0..<documentCount / 2).map { number in
      let places = [2 * number, 2 * number + 1].map { document in
        var copy = place
        copy.document = document
        return copy
      }
      return Passage(
        number: number + 1, tokenCount: 16 + number % 7, kind: .reused, isLine: false,
        text: text.string, places: places)
    }
    let families = (0..<documentCount / 2).map { number in
      DuplicateFamily(
        number: number + 1, representative: 2 * number,
        members: [
          DuplicateMember(document: 2 * number + 1, verdict: .identical, score: 1, containment: 1)
        ])
    }
    let count = 450
    return AnalysisReport(
      configuration: Configuration(), corpus: Corpus(documents: documents),
      tokenCount: 16 * documentCount,
      duplicates: DuplicateFindings(families: families, documentsWithoutTokens: []),
      passages: PassageFindings(
        passages: passages, repeatedTokens: Array(repeating: 16, count: documentCount),
        documentTokens: Array(repeating: 16, count: documentCount)),
      similarity: SimilarityOverview(
        unit: .documents, order: Array(0..<count), cells: Array(repeating: 1, count: count * count),
        closestPairs: [SimilarPair(a: 0, b: 1, score: 1)]))
  }

  private func text(_ format: OutputFormat, _ part: ReportPart = .report) throws -> String {
    let bytes = try ReporterRegistry.reporter(for: format).render(
      Self.report(), part: part, context: ReportContext(version: "1", inputs: ["big"]))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func peopleSeeTheHeaviestAndTheNumberOfTheRest() throws {
    let terminal = try text(.terminal)
    #expect(terminal.contains("… and 580 more: refrain passages big --format jsonl lists all."))
    #expect(terminal.contains("… and 580 more: refrain duplicates big --format jsonl lists all."))
    #expect(terminal.contains("The 20 heaviest (words × further places), heaviest first."))
    #expect(terminal.contains("22 words") && !terminal.contains("16 words,"))
    let markdown = try text(.markdown)
    #expect(markdown.contains("… and 500 more: `refrain passages big --format jsonl` lists all."))
    #expect(markdown.contains("<summary>80 more</summary>"))
  }

  @Test func thePageStaysSmallAndCountsEverything() throws {
    let html = try text(.html)
    #expect(html.utf8.count < 3_000_000)
    #expect(html.matches(of: #/<article class="card passage"/#).count == HTMLPage.findingLimit)
    #expect(
      html.matches(of: #/<article class="text"/#).count == DocumentSelection.documentLimit)
    #expect(html.contains("… and 300 more: refrain passages big --format jsonl lists all."))
    let selection = DocumentSelection(
      Self.report(), passages: Array(Self.report().passages?.passages.prefix(300) ?? []), families: [])
    #expect(selection.shown.count == 300 && selection.omitted == 300 && !selection.showsAll)
  }

  @Test func programsSeeAll() throws {
    #expect(try text(.jsonl, .passages).split(separator: "\n").count == 600)
    #expect(try text(.jsonl, .duplicates).split(separator: "\n").count == 1200)
    #expect(try text(.csv, .passages).split(separator: "\n").count == 1201)
  }

  @Test func ofManyEventsThePageListsThoseToldTwice() throws {
    let documents = (0..<60).map { Document(id: "d\($0)", text: "x") }
    func event(_ number: Int, _ members: [Int]) -> Event {
      Event(
        number: number, topic: 1, label: "happening \(number);", keywords: [], members: members,
        representative: members[0], earliest: nil, firstDate: nil, lastDate: nil, cohesion: nil)
    }
    let topic = Topic(
      number: 1, label: "all", keywords: [], members: Array(0..<60), representative: 0, cohesion: 0.25)
    let report = AnalysisReport(
      configuration: Configuration(), corpus: Corpus(documents: documents), tokenCount: 60,
      clusters: ClusterFindings(
        topics: [topic], events: [event(1, [0, 1])] + (2...59).map { event($0, [$0]) }, topicRule: "",
        eventRule: ""),
      similarity: SimilarityOverview(unit: .topics, order: [1], cells: [0.25], closestPairs: []))
    for (format, more) in [(OutputFormat.html, "and 58 more"), (.terminal, "and 58 further events")] {
      let bytes = try ReporterRegistry.reporter(for: format).render(
        report, part: .report, context: ReportContext(version: "1"))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("happening 1;") && !text.contains("happening 2;") && text.contains(more))
    }
  }
}
