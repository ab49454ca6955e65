import AnalysisModel
import Testing

@testable import Reporting

@Suite struct WordingTests {
  @Test func numbersAreGrouped() {
    #expect(
      [0, 12, 999, 1000, 2225, 1_234_567, -4321].map(Wording.grouped)
        == ["0", "12", "999", "1,000", "2,225", "1,234,567", "-4,321"])
    #expect(Wording.counted(1, "family", "families") == "1 family")
    #expect(Wording.counted(0, "family", "families") == "0 families")
  }

  @Test(arguments: [
    (0, 5, "0%"), (0, 0, "0%"), (1, 100_000, "less than 0.1%"), (4, 1000, "0.4%"), (41, 2225, "2%"),
    (5, 5, "100%"), (9999, 10000, "99.9%"), (497, 1000, "50%"),
    (10, 22, "45%"), (999_999, 1_000_000, "99.9%"),
  ])
  func percentagesNeverHideSomething(_ part: Int, _ whole: Int, _ text: String) {
    #expect(Wording.percentage(part, of: whole) == text)
  }

  @Test(arguments: [(1.0, "1.00"), (0.99999, "0.99"), (0.158, "0.16"), (0.0, "0.00"), (-0.05, "-0.05")])
  func scoresOfOneMeanOne(_ score: Double, _ text: String) {
    #expect(Wording.score(score) == text)
  }

  @Test func datesSayRoleEvidenceAndPrecision() throws {
    let dates = try #require(try SeedsSample.report().dates)
    #expect(
      dates.map(DateWording.describe) == [
        "date unknown", "dateline 2 January, year unknown (“Gaza City, January 2 (RHC)”)",
        "not before 26 February 2024 (caption “Feb. 26, 2024”)",
        "published 9 October 2020 (date line “October 9, 2020”)", "date unknown",
      ])
    #expect(
      dates.map(DateWording.short) == [
        "date unknown", "2 January, year unknown", "not before 26 February 2024", "9 October 2020",
        "date unknown",
      ])
    let first = PartialDate(year: 2024, month: 3, day: 1)
    #expect(DateWording.span(from: first, to: first) == "1 March 2024")
    #expect(
      DateWording.span(from: first, to: PartialDate(year: 2024, month: 4, day: nil))
        == "1 March 2024 to April 2024")
    #expect(DateWording.span(from: nil, to: nil) == nil)
  }

  @Test func aBoundIsShownBesideAnUncertainDateOnly() throws {
    func dated(_ year: Int?) throws -> DatedEvidence {
      DatedEvidence(
        date: try #require(PartialDate(year: year, month: 1, day: 2)), source: .dateline, evidence: "x")
    }
    let bound = try dated(2023)
    #expect(
      DateWording.describe(DocumentDating(dateline: try dated(nil), notBefore: bound)).contains("not before"))
    #expect(
      !DateWording.describe(DocumentDating(dateline: try dated(2024), notBefore: bound)).contains(
        "not before"))
  }

  @Test(arguments: [("a\nb", 2), ("a\r\nb", 2), ("a\rb\n\nc", 4), ("ab", 1)])
  func lastLineCountsEveryLineEndOnce(_ text: String, _ line: Int) {
    let corpus = Corpus(documents: [Document(id: "d", text: UTF8Text(text))])
    var resolver = PlaceResolver(document: 0, field: .text, text: corpus.documents[0].text)
    let place = resolver.place(of: 0..<text.utf8.count)
    #expect(PlaceWording.lastLine(of: place, in: corpus) == line)
  }

  @Test func shortlistsKeepTheHeaviestAndBreakTiesByOrder() {
    let list = Shortlist([3, 9, 1, 9, 5], limit: 3) { $0 }
    #expect(list.shown == [9, 9, 5] && list.omitted == 2)
    let positions = Shortlist(Array("abcde"), limit: 2) { _ in 1 }
    #expect(positions.shown == ["a", "b"])
    #expect(Shortlist([3, 9, 1], limit: 3) { $0 }.shown == [3, 9, 1])
  }

  @Test func lesserElementsComeLastWhateverTheirWeight() {
    let cut = Shortlist([3, 9, 1, 8, 5], limit: 4, isLesser: { $0 > 7 }) { $0 }
    #expect(cut.shown == [5, 3, 1, 9] && cut.omitted == 1)
    let whole = Shortlist([9, 3, 8, 1], limit: 4, isLesser: { $0 > 7 }) { $0 }
    #expect(whole.shown == [3, 1, 9, 8] && whole.omitted == 0)
  }
}
