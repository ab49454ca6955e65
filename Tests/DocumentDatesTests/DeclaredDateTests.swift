import AnalysisModel
import DocumentDates
import Testing

@Suite struct DeclaredDateTests {
  @Test(arguments: [
    ("2020-10-09", "2020-10-09"),
    (" 2020-10-09 ", "2020-10-09"),
    ("2024-03-01T09:30:00Z", "2024-03-01"),
    ("2024-03-01T23:30:00.123-08:00", "2024-03-01"),
    ("2024-03-01 09:30:00+0100", "2024-03-01"),
    ("20201009", "2020-10-09"),
    ("20201009T123300Z", "2020-10-09"),
    ("20201009123300", "2020-10-09"),
    ("2020/10/09", "2020-10-09"),
    ("2020/1/9", "2020-01-09"),
    ("2020.10.09", "2020-10-09"),
    ("9 October 2020", "2020-10-09"),
    ("9 Oct 2020", "2020-10-09"),
    ("9th October 2020", "2020-10-09"),
    ("9th of October, 2020", "2020-10-09"),
    ("October 9, 2020", "2020-10-09"),
    ("Oct. 9, 2020", "2020-10-09"),
    ("Sept. 9th 2020", "2020-09-09"),
    ("Friday, October 9, 2020", "2020-10-09"),
    ("Fri, 09 Oct 2020 12:33:00 GMT", "2020-10-09"),
    ("09 Oct 2020 12:33:00 +0200", "2020-10-09"),
    ("Fri Oct 09 12:33:00 +0000 2020", "2020-10-09"),
    ("Fri Oct  9 12:33:00 UTC 2020", "2020-10-09"),
    ("Fri Oct  9 12:33:00 2020", "2020-10-09"),
    ("26-FEB-1987 15:01:01.79", "1987-02-26"),
    ("1602201600", "2020-10-09"),
    ("1602287999", "2020-10-09"),
    ("1602201600.0", "2020-10-09"),
    ("1602201600000", "2020-10-09"),
    ("2020-10", "2020-10"),
    ("10/2020", "2020-10"),
    ("October 2020", "2020-10"),
    ("2020", "2020"),
    ("9. Oktober 2020", "2020-10-09"),
    ("1er août 2020", "2020-08-01"),
    ("9 février 2020", "2020-02-09"),
    ("9 de octubre de 2020", "2020-10-09"),
    ("9 settembre 2020", "2020-09-09"),
    ("9 de março de 2020", "2020-03-09"),
    ("9 mei 2020", "2020-05-09"),
    ("vrijdag 9 oktober 2020 om 12:30", "2020-10-09"),
    ("2020年10月9日", "2020-10-09"),
    ("2020년 10월 9일", "2020-10-09"),
    ("25/12/2020", "2020-12-25"),
    ("12/25/2020", "2020-12-25"),
    ("03-03-2020", "2020-03-03"),
    ("09.10.2020", "2020-10-09"),
    ("29 February 2020", "2020-02-29"),
  ])
  func reads(_ spelling: String, _ date: String) {
    let findings = declared(spelling)
    let published = findings.datings[0].published
    #expect(published?.date == PartialDate(date))
    #expect(published?.source == .field)
    #expect(published?.evidence == spelling)
    #expect(published?.place == nil)
    #expect(findings.warnings.isEmpty)
  }

  @Test(arguments: [
    "soon", "30 February 2020", "2021-02-29", "2020-13-01", "0000-00-00", "10.9.2020", "9 Oct 20",
    "2019-2020", "c. 2010", "Week 12 of 2020", "12345", "-5", "October 9", "99/99/2020", "1.10.9.2020",
  ])
  func doesNotGuess(_ spelling: String) {
    let findings = declared(spelling)
    #expect(findings.datings[0] == DocumentDating())
    #expect(findings.warnings.count == 1)
    #expect(findings.warnings.first?.message.contains("‘\(spelling)’ (x)") == true)
  }

  @Test(arguments: ["", "  ", "null", "None", "N/A"])
  func nothingIsNoProblem(_ spelling: String) {
    let findings = declared(spelling)
    #expect(findings.datings[0] == DocumentDating())
    #expect(findings.warnings.isEmpty)
  }

  @Test func ambiguousDayAndMonthGiveTheYearAndSaySo() {
    let findings = declared("03/04/2020")
    #expect(findings.datings[0].published?.date == PartialDate(year: 2020, month: nil, day: nil))
    #expect(
      findings.warnings.map(\.message) == [
        "1 of 1 declared dates do not tell day from month, so only their year counts: ‘03/04/2020’ (x)"
      ])
  }

  @Test func frontMatterIsNamed() {
    #expect(declared("2020-10-09", evidence: "front matter").datings[0].published?.source == .frontMatter)
  }

  @Test func warningsAreSummarised() throws {
    let documents = (1...1000).map { number in
      Document(
        id: "d\(number)", text: "x",
        declaredDate: .init(text: number % 2 == 0 ? "2020-10-09" : "day \(number)", evidence: "date"),
        origin: .init(path: "a.jsonl", record: number))
    }
    let findings = DateFinder().dates(of: documents)
    #expect(findings.datings.count == 1000)
    let warning = try #require(findings.warnings.first)
    #expect(findings.warnings.count == 1)
    #expect(warning.path == "a.jsonl" && warning.record == 1)
    #expect(
      warning.message
        == "500 of 1000 declared dates cannot be read and count as unknown: "
        + "‘day 1’ (d1), ‘day 3’ (d3), ‘day 5’ (d5), …")
  }

  @Test func longSpellingsAreClipped() {
    let message = declared(String(repeating: "ä", count: 500)).warnings[0].message
    #expect(message.contains("‘" + String(repeating: "ä", count: 40) + "…’"))
  }

  @Test func aDateLineRefinesAnAgreeingField() {
    func published(_ field: String, _ text: String) -> DatedEvidence? {
      let document = Document(
        id: "x", text: UTF8Text(text), declaredDate: .init(text: field, evidence: "date"))
      return DateFinder().dates(of: [document]).datings[0].published
    }
    #expect(published("2020", "Title\nOctober 9, 2020\nText")?.source == .dateLine)
    #expect(published("2019", "Title\nOctober 9, 2020\nText")?.source == .field)
    #expect(published("2020-10-08", "Title\nOctober 9, 2020\nText")?.date.day == 8)
  }
}
