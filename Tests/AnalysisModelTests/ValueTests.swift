import AnalysisModel
import Testing

@Suite struct UTF8TextTests {
  @Test func slicesShareContentNotPosition() {
    let whole = UTF8Text("one two one")
    #expect(whole[0..<3] == whole[8..<11])
    #expect(whole[0..<3].hashValue == whole[8..<11].hashValue)
    #expect(whole[4..<7].string == "two" && whole[4..<7].count == 3)
    #expect(whole[4..<11][4..<7] == "one")
    #expect(whole[3..<3].isEmpty && !whole[3..<4].isEmpty)
  }

  @Test func comparisonIsByBytes() {
    #expect(UTF8Text("é") != UTF8Text("e\u{301}"))
    #expect("\(UTF8Text("é"))" == "é")
  }
}

@Suite struct RefrainErrorTests {
  @Test(arguments: [
    (RefrainError("it broke"), "it broke."),
    (RefrainError("it broke", path: "a.txt"), "a.txt: it broke."),
    (RefrainError("it broke", path: "a.csv", line: 7), "a.csv:7: it broke."),
    (
      RefrainError("it broke", path: "a.csv", line: 7, record: 3, remedy: "mend it"),
      "a.csv:7: it broke (record 3). Try: mend it."
    ),
    (RefrainError("it broke", line: 7, remedy: "mend it"), "it broke. Try: mend it."),
  ])
  func theDescriptionSaysWhatWhereAndWhatToTry(error: RefrainError, description: String) {
    #expect(error.description == description)
  }
}

@Suite struct PartialDateTests {
  @Test(
    arguments: [
      (2020, 10, 9, "2020-10-09", "9 October 2020", PartialDate.Precision.day),
      (2020, 10, nil, "2020-10", "October 2020", .month), (2020, nil, nil, "2020", "2020", .year),
      (nil, 1, 2, "--01-02", "2 January (year unknown)", .dayWithoutYear),
      (nil, 1, nil, "--01", "January (year unknown)", .monthWithoutYear), (33, nil, nil, "0033", "33", .year),
      (nil, 2, 29, "--02-29", "29 February (year unknown)", .dayWithoutYear),
    ] as [(Int?, Int?, Int?, String, String, PartialDate.Precision)])
  func knownPartsAreShownAndNoOthers(
    year: Int?, month: Int?, day: Int?, iso: String, spelled: String, precision: PartialDate.Precision
  ) throws {
    let date = try #require(PartialDate(year: year, month: month, day: day))
    #expect(date.description == iso && date.spelledOut == spelled && date.precision == precision)
  }

  @Test(
    arguments: [
      (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0), (2024, 1, 32),
      (nil, 2, 30), (2024, nil, 5), (nil, nil, nil), (nil, nil, 5),
    ] as [(Int?, Int?, Int?)])
  func whatIsNoDateOfTheCalendarIsNone(year: Int?, month: Int?, day: Int?) {
    #expect(PartialDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (2024, 2, 26, 19_779),
    (1600, 3, 1, -135_080), (0, 1, 1, -719_528), (-1, 12, 31, -719_529),
  ])
  func daysAreCountedFrom1970(year: Int, month: Int, day: Int, days: Int) {
    #expect(PartialDate(year: year, month: month, day: day)?.daysSince1970 == days)
  }

  @Test func onlyFullDatesHaveADayNumber() {
    #expect(PartialDate(year: 2024, month: 2, day: nil)?.daysSince1970 == nil)
    #expect(PartialDate(year: nil, month: 2, day: 3)?.daysSince1970 == nil)
  }
}

@Suite struct CorpusTests {
  @Test func documentsAtHandAreAllKept() {
    let corpus = Corpus(documents: [
      Document(id: "a", title: "ti", text: "text"), Document(id: "b", text: ""),
    ])
    #expect(
      corpus.account == ReadAccount(files: 0, bytes: 6, recordsRead: 2, recordsKept: 2, recordsRejected: 0))
    #expect(corpus.documents[0].text(of: .title) == "ti" && corpus.documents[1].text(of: .title).isEmpty)
  }
}
