import AnalysisModel
import Foundation
import Testing

@testable import Reporting

@Suite struct DeduplicationReporterTests {
  private func report(hostile: Bool = false) -> DeduplicationReport {
    let mark = hostile ? "\u{1B}[31m|@x" : ""
    let documents = (0..<4).map {
      Document(
        id: "d\($0)\(mark)", text: "", source: $0 == 3 ? "B\(mark)" : "A",
        origin: .init(path: "in", record: $0 + 1))
    }
    let removals = [
      Removal(
        keeper: .document(0),
        evidence: DuplicateMember(document: 1, verdict: .identical, score: 1, containment: 1)),
      Removal(
        keeper: .document(0),
        evidence: DuplicateMember(
          document: 2, verdict: .nearCopy, score: 0.875, containment: 0.95, factsDiffer: true,
          differences: [WordDifference(representative: "1998", other: "1999")])),
      Removal(
        keeper: .reference(0),
        evidence: DuplicateMember(document: 3, verdict: .contained, score: 0.25, containment: 0.97)),
    ]
    return DeduplicationReport(
      configuration: Configuration(),
      corpus: Corpus(
        documents: documents,
        account: ReadAccount(files: 1, bytes: 9, recordsRead: 5, recordsKept: 4, recordsRejected: 1)),
      reference: Corpus(documents: [Document(id: "r", text: "")]), removals: removals,
      sources: [
        SourceRemovals(source: "A", read: 3, removed: 2, isUnusual: false),
        SourceRemovals(source: "B\(mark)", read: 1, removed: 1, isUnusual: true),
      ])
  }

  private func text(_ format: OutputFormat, isPlan: Bool = true, hostile: Bool = false) throws -> String {
    let reporter = DeduplicationReporter(
      report(hostile: hostile), context: ReportContext(version: "1.2.3", width: 80), isPlan: isPlan)
    return String(decoding: try reporter.render(as: format), as: UTF8.self)
  }

  @Test func theMapHasTheKeysOfTheContract() throws {
    let lines = try text(.jsonl)
    let beginnings = [
      #"{"id":"d1","keeper":"d0","verdict":"identical","score":1,"containment":1"#,
      #"{"id":"d2","keeper":"d0","verdict":"near-copy","score":0.875,"containment":0.95,"facts":"differ""#,
      #"{"id":"d3","keeper":"r","verdict":"contained","score":0.25,"containment":0.97"#,
    ]
    let found = lines.split(separator: "\n")
    #expect(found.count == beginnings.count && lines.hasSuffix("}\n"))
    for (line, beginning) in zip(found, beginnings) { #expect(line.hasPrefix(beginning)) }
    #expect(found.map { $0.contains(#""reference":true"#) } == [false, false, true])
    let report = report()
    #expect(RemovalMap.lines(of: report.removals, in: report) == Array(lines.utf8))
    #expect(
      try text(.csv) == """
        id,keeper,verdict,score,containment,facts,reference
        d1,d0,identical,1,1,,
        d2,d0,near-copy,0.875,0.95,differ,
        d3,r,contained,0.25,0.97,,true

        """)
  }

  @Test func aPersonSeesAccountAlarmsSourcesAndReasons() throws {
    #expect(
      try text(.terminal) == """
        Refrain  5 records read = 1 kept + 3 removed + 1 rejected
          A dry run: nothing is written.
          Warning: the source ‘B’ loses 100% of its 1 document, all others together 67%:
          an unusual share, worth a look at why.

        What each source loses
        ────────────────────────────────────────────────────────────────────────────────
          source  read  kept  removed  share
          A          3     1        2    67%
          B          1     0        1   100%  unusual

        What would go  3 documents
        ────────────────────────────────────────────────────────────────────────────────
          kept  d0
            d1  identical
            d2  near copy 0.88, facts differ
          kept  r  (reference)
            d3  contained, 0.97 of it

        """)
    let done = try text(.terminal, isPlan: false)
    #expect(done.contains("What went") && !done.contains("dry run"))
  }

  @Test func markdownHasTheSameFindings() throws {
    let markdown = try text(.markdown)
    for part in [
      "5 records read = 1 kept + 3 removed + 1 rejected", "- **Warning:** the source",
      "| `A` | 3 | 1 | 2 | 67% |",
      "| `d2` | near copy 0.88, facts differ | `d0` |", "| `d3` | contained, 0.97 of it | `r`  (reference) |",
      "Made by Refrain 1.2.3.",
    ] {
      #expect(markdown.contains(part), "\(part) in \(markdown)")
    }
  }

  @Test func jsonIsOneDocument() throws {
    let value = try JSONSerialization.jsonObject(with: Data(try text(.json).utf8)) as? [String: Any]
    let document = try #require(value)
    #expect(document["part"] as? String == "dedup")
    #expect(document["account"] as? [String: Int] == ["read": 5, "kept": 1, "removed": 3, "rejected": 1])
    let configuration = document["configuration"] as? [String: Any]
    #expect((configuration?["duplicates"] as? [String: Any])?["keep"] as? String == "first")
    let removals = try #require(document["removals"] as? [[String: Any]])
    #expect(removals.map { $0["keeper"] as? String } == ["d0", "d0", "r"])
    #expect((removals[1]["differences"] as? [[String: String]]) == [["keeper": "1998", "removed": "1999"]])
    #expect((document["sources"] as? [[String: Any]])?.map { $0["unusual"] as? Bool } == [false, true])
  }

  @Test func htmlIsRefusedInOneSentence() {
    #expect { try text(.html) } throws: { "\($0)".contains("no form as html") }
  }

  @Test(arguments: [OutputFormat.terminal, .markdown, .json, .jsonl])
  func namesOutOfDataCommandNothing(format: OutputFormat) throws {
    #expect(!(try text(format, hostile: true)).unicodeScalars.contains("\u{1B}"))
  }

  @Test func manySourcesAreCutAndUnusualOnesShownFirst() {
    let sources = (0..<30).map {
      SourceRemovals(source: "s\($0)", read: 100, removed: $0, isUnusual: $0 == 3)
    }
    let report = DeduplicationReport(
      configuration: Configuration(), corpus: Corpus(documents: []), removals: [], sources: sources)
    let table = DeduplicationSummary(report).sourceTable
    #expect(table.count == 22)
    #expect(table[1].hasPrefix("s3 ") && table[1].hasSuffix("unusual"))
    #expect(table[2].hasPrefix("s29 "))
    #expect(table[21] == "… and 10 further sources")
  }
}
