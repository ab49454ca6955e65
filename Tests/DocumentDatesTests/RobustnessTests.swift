import AnalysisModel
import DocumentDates
import Execution
import TestSupport
import Testing

@Suite struct RobustnessTests {
  private static let pieces = [
    "October", "Oct.", "9", "09", "2020", ", ", " ", "\n", "\r\n", "-", "/", ".", "年", "月", "日", "년 ",
    "10月9日",
    "Published: ", "(Reuters) -- ", "AMMAN, ", "é", "ü", "→", "👩‍👩‍👧", "\u{A0}", "Photo: ", "© ",
    "was signed on ",
    "since ", "|", "·", "—", "2020-10-09", "T12:30Z", "\t", "1", "99999999999999999999", "By ", "de ", "ÿ",
    "电", "Ã",
  ]

  private static func randomText(_ seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let count = Int(random.next() % 60)
    return (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
  }

  @Test func everyEvidenceStandsAtItsPlace() {
    var found = 0
    for seed in UInt64(1)...2_500 {
      let text = Self.randomText(seed)
      let dating = dating(of: text)
      for evidence in [dating.published, dating.dateline, dating.notBefore].compactMap({ $0 }) {
        found += 1
        // The subscript and the resolver both insist on character borders.
        let words = evidence.place.map { UTF8Text(text)[$0.bytes].string }
        #expect(words == evidence.evidence && !evidence.evidence.contains("\u{FFFD}"), "seed \(seed)")
      }
    }
    #expect(found > 100)
  }

  @Test func declaredDatesOfAnySpellingAreReadOrReported() {
    for seed in UInt64(1)...2_000 {
      let findings = declared(Self.randomText(seed))
      #expect(findings.datings.count == 1, "seed \(seed)")
    }
  }

  @Test func truncatedTextsAreRead() {
    let text = Array(
      "AMMAN, March 3, 2020 (Reuters) - 2020年10月9日 Published: 9 de março de 2020 (Photo: ü/AFP)".utf8)
    for end in 0...text.count {
      let part = String(decoding: text[..<end], as: UTF8.self)
      _ = dating(of: part)
      _ = declared(part)
    }
  }

  @Test func hugeLinesAreLinear() {
    // Quadratic work on this would take minutes in a debug build.
    let text = String(repeating: "He died on 9 October 2020 (Photo: x) 1 ", count: 5_000)
    #expect(dating(of: text).notBefore?.date == PartialDate(year: 2020, month: 10, day: 9))
  }

  @Test func threadsDoNotMatter() async throws {
    let documents = (1...1_000).map { number in
      Document(
        id: "\(number)", text: UTF8Text(Self.randomText(UInt64(number))),
        declaredDate: number % 3 == 0
          ? .init(text: Self.randomText(UInt64(number) + 9_999), evidence: "date") : nil)
    }
    let one = DateFinder().dates(of: documents)
    #expect(try await DateFinder().dates(of: documents, parallelism: Parallelism(threads: 1)) == one)
    #expect(try await DateFinder().dates(of: documents, parallelism: Parallelism(threads: 2)) == one)
    #expect(try await DateFinder().dates(of: [], parallelism: Parallelism(threads: 2)).datings.isEmpty)
  }
}
