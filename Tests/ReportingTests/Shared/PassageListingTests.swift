import AnalysisModel
import Testing

@testable import Reporting

@Suite struct PassageListingTests {
  /// Documents 0–2 are one family, 3 and 4 another, 5 is alone.
  private static func report(_ documents: [[Int]], families: Bool = true) -> AnalysisReport {
    let corpus = Corpus(documents: (0..<6).map { Document(id: "d\($0)", text: "one two") })
    var resolver = PlaceResolver(document: 0, field: .text, text: "one two")
    let place = resolver.place(of: 0..<3)
    let passages = documents.enumerated().map { position, documents in
      Passage(
        number: position + 1, tokenCount: 10, kind: Set(documents).count == 1 ? .internal : .reused,
        isLine: false, text: "one",
        places: documents.map {
          var copy = place
          copy.document = $0
          return copy
        })
    }
    func member(_ document: Int) -> DuplicateMember {
      DuplicateMember(document: document, verdict: .identical, score: 1, containment: 1)
    }
    return AnalysisReport(
      configuration: Configuration(), corpus: corpus, tokenCount: 12,
      duplicates: families
        ? DuplicateFindings(
          families: [
            DuplicateFamily(number: 1, representative: 0, members: [member(1), member(2)]),
            DuplicateFamily(number: 2, representative: 3, members: [member(4)]),
          ], documentsWithoutTokens: []) : nil,
      passages: PassageFindings(
        passages: passages, repeatedTokens: Array(repeating: 0, count: 6),
        documentTokens: Array(repeating: 2, count: 6)))
  }

  @Test func passagesBetweenCopiesComeLast() {
    // Within a family; across two; a copy and a stranger; inside one document, which copying does not explain.
    let report = Self.report([[0, 1, 2], [3, 4], [2, 3], [4, 5], [1, 1]])
    let listing = PassageListing(report, limit: 5)
    #expect(listing.shown.map(\.number) == [3, 4, 5, 1, 2])
    #expect(listing.order == "Passages between copies of one family come last.")
    let cut = PassageListing(report, limit: 4)
    #expect(cut.shown.map(\.number) == [3, 4, 5, 1] && cut.total == 5)
    #expect(
      cut.order
        == "The 4 heaviest (words × further places), heaviest first; "
        + "passages between copies of one family come last.")
  }

  @Test func withoutFamiliesTheOrderIsThatOfPlaces() {
    let listing = PassageListing(Self.report([[0, 1], [2, 3]], families: false), limit: 5)
    #expect(listing.shown.map(\.number) == [1, 2] && listing.order == nil)
    let copies = PassageListing(Self.report([[0, 1], [3, 4]]), limit: 5)
    #expect(copies.shown.map(\.number) == [1, 2] && copies.order == nil, "all are between copies")
  }

  @Test func theLegendExplainsWhatOccurs() throws {
    #expect(
      PassageListing(Self.report([[0, 0], [2, 3]]), limit: 5).legend
        == "Internal: within one document; reused: in several.")
    let seeds = PassageListing(try SeedsSample.report(), limit: 5).legend
    #expect(
      seeds
        == "Internal: within one document; a repeated line: a whole line, shorter than other passages may be."
    )
  }

  @Test func programsKeepTheOrderOfPlaces() throws {
    let report = Self.report([[0, 1], [2, 3]])
    let text = String(
      decoding: JSONLinesReporter().render(
        report, part: .passages, context: ReportContext(version: "1")), as: UTF8.self)
    #expect(text.hasPrefix(#"{"passage":1,"#))
  }
}
