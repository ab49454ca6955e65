import AnalysisModel
import TestSupport
import Testing

@testable import DuplicateDocuments

@Suite struct KeepOrderTests {
  private func document(_ text: String, source: String? = nil) -> Document {
    Document(id: "", text: UTF8Text(text), source: source, origin: .init(path: "in.jsonl", record: 1))
  }

  private func dating(_ year: Int?, _ month: Int? = nil, _ day: Int? = nil) -> DocumentDating {
    guard let date = PartialDate(year: year, month: month, day: day) else { return DocumentDating() }
    return DocumentDating(published: DatedEvidence(date: date, source: .field, evidence: ""))
  }

  private func order(
    _ rules: String, _ documents: [Document], _ dates: [DocumentDating]? = nil
  ) throws -> [Int] {
    KeepOrder(try #require(KeepPolicies(rules))).order(of: documents, dates: dates)
  }

  @Test func longestCountsCharactersAndTiesGoByInput() throws {
    // Bytes 4, 4, 3, 5; characters 4, 2, 3, 4.
    let documents = ["abcd", "éé", "abc", "éabc"].map { document($0) }
    #expect(try order("longest", documents) == [0, 3, 2, 1])
    #expect(try order("first", documents) == [0, 1, 2, 3])
  }

  @Test func datesGoByDayAndVagueOnesComeAfterAllTheyMayBe() throws {
    let dates = [
      dating(nil), dating(2020, 3), dating(2020, 3, 1), dating(2020, 3, 31), dating(2020), dating(2021, 1, 1),
      dating(nil, 3, 1), dating(2019, 12, 31),
    ]
    let documents = dates.map { _ in document("x") }
    #expect(try order("newest", documents, dates) == [5, 3, 2, 1, 4, 7, 0, 6])
    #expect(try order("oldest", documents, dates) == [7, 2, 3, 1, 4, 5, 0, 6])
    let warnings = KeepOrder(try #require(KeepPolicies("newest"))).warnings(about: documents, dates: dates)
    #expect(
      warnings.map(\.message) == ["2 of 8 documents have no date with a year; --keep newest puts them last"])
  }

  @Test func theDatelineCountsWhereNothingWasPublished() throws {
    let earlier = dating(2020, 1, 1)
    let later = DocumentDating(dateline: dating(2020, 1, 2).published)
    let bound = DocumentDating(notBefore: dating(2022, 1, 1).published)
    #expect(
      try order("newest", (0..<3).map { _ in document("x") }, [earlier, bound, later]) == [2, 0, 1])
  }

  @Test func namedSourcesComeFirstAndLaterRulesDecideTies() throws {
    let documents = [
      document("long enough", source: "C"), document("s", source: "B"), document("short", source: "A"),
      document("a longer one", source: "A"), document("tiny", source: nil),
    ]
    #expect(try order("source:A,B", documents) == [2, 3, 1, 0, 4])
    #expect(try order("source:A,B,longest", documents) == [3, 2, 1, 0, 4])
    #expect(try order("longest,source:A", documents) == [3, 0, 2, 4, 1])
    // Without the field, the file is the source.
    #expect(try order("source:in.jsonl", documents) == [4, 0, 1, 2, 3])
    let warnings = KeepOrder(try #require(KeepPolicies("source:A,Z"))).warnings(about: documents, dates: nil)
    #expect(warnings.count == 1 && warnings[0].message.contains("‘Z’"))
  }

  @Test(arguments: 0..<20)
  func isAlwaysAPermutationSortedByItsRules(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let documents = (0..<50).map { _ in
      document(
        String(repeating: "x", count: Int.random(in: 0...3, using: &random)),
        source: ["A", "B", "C"].randomElement(using: &random))
    }
    let found = try order("source:B,A,longest", documents)
    #expect(found.sorted() == Array(documents.indices))
    let keys = found.map { index -> [Int] in
      [["B": 0, "A": 1][documents[index].provenance] ?? 2, -documents[index].text.count, index]
    }
    for (a, b) in zip(keys, keys.dropFirst()) {
      #expect(a.lexicographicallyPrecedes(b), "seed \(seed)")
    }
  }
}
