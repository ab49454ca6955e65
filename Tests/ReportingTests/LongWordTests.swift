import AnalysisModel
import Testing

@testable import Reporting

/// A file without a space is one word; nothing made of it may flood a report for people.
@Suite struct LongWordTests {
  private static let word = String(repeating: "x", count: 200_000)

  private static func report() -> AnalysisReport {
    let corpus = Corpus(
      documents: [
        Document(id: word + "1", title: UTF8Text(word), text: UTF8Text(word)),
        Document(id: word + "2", text: UTF8Text(word)),
      ], account: ReadAccount(files: 2, bytes: 0, recordsRead: 2, recordsKept: 2, recordsRejected: 0),
      warnings: [DataWarning(path: word, message: word)])
    let places = corpus.documents.indices.map { document in
      var resolver = PlaceResolver(document: document, field: .text, text: corpus.documents[document].text)
      return resolver.place(of: 0..<word.utf8.count)
    }
    var titleResolver = PlaceResolver(document: 0, field: .title, text: UTF8Text(word))
    let titlePlace = titleResolver.place(of: word.utf8.count - 5..<word.utf8.count)
    let keyword = Keyword(term: word, weight: 1, documents: 2)
    return AnalysisReport(
      configuration: Configuration(), corpus: corpus, tokenCount: 2,
      dates: [DocumentDating(), DocumentDating()],
      duplicates: DuplicateFindings(
        families: [
          DuplicateFamily(
            number: 1, representative: 0,
            members: [
              DuplicateMember(
                document: 1, verdict: .nearCopy, score: 0.9, containment: 1,
                differences: [WordDifference(representative: word, other: word)])
            ])
        ], documentsWithoutTokens: []),
      passages: PassageFindings(
        passages: [
          Passage(
            number: 1, tokenCount: 1, kind: .reused, isLine: false, text: word,
            places: places + [titlePlace])
        ], repeatedTokens: [1, 1], documentTokens: [1, 1]),
      clusters: ClusterFindings(
        topics: [
          Topic(
            number: 1, label: word, keywords: [keyword], members: [0, 1], representative: 0, cohesion: 1)
        ],
        events: [
          Event(
            number: 1, topic: 1, label: word, keywords: [keyword], members: [0, 1], representative: 0,
            earliest: nil, firstDate: nil, lastDate: nil, cohesion: 1)
        ], topicRule: "", eventRule: ""),
      similarity: SimilarityOverview(
        unit: .documents, order: [0, 1], cells: [1, 1, 1, 1],
        closestPairs: [SimilarPair(a: 0, b: 1, score: 1)]))
  }

  private func text(_ format: OutputFormat, width: Int = 80) throws -> String {
    let context = ReportContext(version: "1", inputs: ["ns.txt"], width: width)
    return String(
      decoding: try ReporterRegistry.reporter(for: format).render(
        Self.report(), part: .report, context: context), as: UTF8.self)
  }

  @Test(arguments: [40, 80, 1000])
  func theTerminalShowsABeginning(_ width: Int) throws {
    let lines = try text(.terminal, width: width).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= max(width, Label.width + 20) })
    #expect(lines.count < 80)
  }

  @Test func markdownShowsABeginning() throws {
    #expect(try text(.markdown).utf8.count < 8_000)
  }

  @Test func thePageHoldsTheWordInTheTextsOnly() throws {
    let html = try text(.html)
    let longest = html.split { !($0 == "x") }.filter { $0.count > 650 }
    #expect(longest.count == 2 && longest.allSatisfy { $0.count == Self.word.count })
    #expect(html.utf8.count < 2 * Self.word.count + 60_000)
    // The last place lies in the part of the title that is cut off: no link leads there.
    #expect(html.contains("id=\"passage-1-place-1\"") && !html.contains("passage-1-place-3"))
  }

  @Test func programsGetIdsWhole() throws {
    #expect(try text(.jsonl).contains("{\"finding\":\"document\",\"id\":\"\(Self.word)1\""))
  }

  @Test func absurdWidthsAreClamped() throws {
    var context = ReportContext(version: "1", width: .max)
    #expect(context.width == 1000)
    context.width = -5
    #expect(context.width == 40)
    #expect(try text(.terminal, width: .max).contains("passage 1"))
  }
}
