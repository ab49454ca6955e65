import AnalysisModel
import Testing

@testable import Reporting

@Suite struct GitHubReporterTests {
  private let context = ReportContext(version: "1.2.3", inputs: ["news.jsonl"])

  private func render(_ report: AnalysisReport, _ part: ReportPart = .report) throws -> String {
    String(decoding: try GitHubReporter().render(report, part: part, context: context), as: UTF8.self)
  }

  @Test func gatesAreTickedOrCrossed() throws {
    let text = try render(try BaselineSample.report())
    #expect(text.contains("| ✗ | `--fail-on new` | 3 findings are new | none |"))
    #expect(
      text.contains(
        "| ✓ | `--max-duplicates 25%` | 1 of 8 documents is a new duplicate (13%) | at most 25% |"))
    #expect(text.contains("| Duplicates | 1 | 3 | 1 |"))
    #expect(text.contains("2 findings of the baseline are gone; --write-baseline renews it."))
  }

  @Test func onlyWhatIsNewIsListed() throws {
    let text = try render(try BaselineSample.report())
    #expect(text.contains("<summary>1 new duplicate</summary>"))
    #expect(text.contains("`a4`") && !text.contains("| `a3` |"))
    #expect(text.contains("<summary>2 new passages</summary>"))
  }

  @Test func corpusTextCannotFormatOrNotify() throws {
    // In code nothing acts.
    let text = try render(try CopiesSample.report()).replacing(#/``.*?``|`[^`]*`/#, with: "")
    #expect(text.contains("&lt;/script&gt;"))
    #expect(!text.contains("<script") && !text.contains("<img") && !text.contains("<b>"))
    let tags = Set(text.matches(of: #/<\/?([a-z]+)>/#).map { String($0.1) })
    #expect(tags.isSubset(of: ["details", "summary", "br"]))
  }

  @Test func aHugeResultStaysBelowTheLimitOfAComment() throws {
    var report = try CopiesSample.report()
    let family = try #require(report.duplicates?.families.first)
    // Long names in a script of three bytes a character, and text that escaping makes longer.
    report.corpus.documents[0].id = String(repeating: "長い名前`|", count: 2000)
    report.duplicates?.families = (0..<3000).map {
      DuplicateFamily(number: $0 + 1, representative: 0, members: family.members)
    }
    report.duplicates?.templates = (0..<3000).map {
      TemplateGroup(
        number: $0 + 1, documents: [0, 1, 2], frame: String(repeating: "<*@\u{301}\u{301}", count: 3000),
        slotCount: 2)
    }
    let passage = try #require(report.passages?.passages.last)
    report.passages?.passages = (0..<3000).map { number in
      var copy = passage
      copy.number = number + 1
      return copy
    }
    report.corpus.warnings = (0..<3000).map {
      DataWarning(path: "x", record: $0, message: String(repeating: "<&@\u{301}", count: 3000))
    }
    let text = try render(report)
    #expect(text.utf8.count < 65_536)
    #expect(text.unicodeScalars.count < 65_536)
    #expect(text.contains("<summary>9,000 duplicates</summary>"))
    #expect(text.contains(" more.\n"))
    #expect(text.matches(of: #/<details>/#).count == text.matches(of: #/<\/details>/#).count)
  }

  @Test func clustersAreRefused() {
    #expect(throws: RefrainError.self) { try GitHubReporter().check(.clusters) }
  }
}
