import AnalysisModel
import TestSupport
import Testing

@testable import Corpora

@Suite("Files of labels, findings and cases")
struct JudgedFileReaderTests {
  private func read<Result>(_ text: String, _ body: (JudgedFileReader, String) throws -> Result) throws
    -> Result
  {
    try TemporaryFolder.with { try body(JudgedFileReader(), try $0.write("x.jsonl", text)) }
  }

  private func error(_ text: String, _ body: (JudgedFileReader, String) throws -> Void) throws
    -> RefrainError?
  {
    do {
      try read(text, body)
      return nil
    } catch {
      return error as? RefrainError
    }
  }

  @Test("Labels with their lines: blank lines count, a mark is none, numbers keep their spelling")
  func labels() throws {
    let text =
      "\u{FEFF}{\"id\":\"a\",\"label\":\"x\"}\r\n\n{\"text\":\"{\",\"label\":12.0,\"id\":7}\n{\"id\":\"\\u00e9\",\"label\":\"y\"}"
    let file = try read(text) { try $0.labels($1, field: "label") }
    #expect(
      file.records == [
        LabelledRecord(id: "a", label: "x", line: 1), LabelledRecord(id: "7", label: "12.0", line: 3),
        LabelledRecord(id: "é", label: "y", line: 4),
      ])
  }

  @Test("A file of many blocks keeps count of its lines")
  func manyBlocks() throws {
    let filling = String(repeating: "x", count: 1000)
    let lines = (0..<3000).map { "{\"id\":\"\($0)\",\"text\":\"\(filling)\",\"label\":\"\($0 % 7)\"}" }
    let file = try read(lines.joined(separator: "\n")) { try $0.labels($1, field: "label") }
    #expect(file.records.count == 3000)
    #expect(file.records.enumerated().allSatisfy { $1.id == "\($0)" && $1.line == $0 + 1 })
  }

  @Test("Records without a label are an error with line and fields, or passed over where that is asked for")
  func missingLabel() throws {
    let text = "{\"id\":\"a\",\"label\":\"x\"}\n{\"id\":\"b\",\"title\":\"t\",\"label\":null}\n"
    let problem = try error(text) { _ = try $0.labels($1, field: "label") }
    #expect(problem?.line == 2 && problem?.path?.hasSuffix("x.jsonl") == true)
    #expect(problem?.problem == "the record has no field ‘label’; it has ‘id’, ‘title’, ‘label’")
    #expect(problem?.remedy?.contains("--label-field") == true)
    #expect(try read(text) { try $0.labels($1, field: "label", isOptional: true) }.records.map(\.id) == ["a"])
  }

  @Test(
    "Lines that are no record are refused with their number",
    arguments: [
      ("{\"id\":\"a\",\"label\":\"x\"}\n{\"id\":", 2, "malformed JSON"), ("[1]", 1, "no object"),
      ("{\"id\":[\"a\"],\"label\":\"x\"}", 1, "an array"),
      ("{\"id\":\"a\",\"label\":true}", 1, "true or false"),
      ("\n\n{\"label\":\"x\"}", 3, "no field ‘id’"),
    ])
  func badLines(_ text: String, _ line: Int, _ words: String) throws {
    let problem = try error(text) { _ = try $0.labels($1, field: "label") }
    #expect(problem?.line == line && problem?.problem.contains(words) == true, "\(problem as Any)")
  }

  @Test("Families and template groups, from the command's own lines and out of a whole report")
  func families() throws {
    let text = """
      {"id":"a","family":1,"representative":"a","verdict":"representative","score":1,"containment":1}
      {"id":"b","family":1,"representative":"a","verdict":"near-copy","score":0.9,"containment":1,"facts":"differ"}
      {"id":"c","template":1}
      {"finding":"passage","passage":1}
      {"finding":"duplicate","id":"d","family":2,"representative":"d","verdict":"representative"}
      """
    let (families, templates) = try read(text) { try $0.families($1) }
    #expect(
      families.records == [
        FamilyRecord(id: "a", representative: "a", verdict: "representative", line: 1),
        FamilyRecord(id: "b", representative: "a", verdict: "near-copy", factsDiffer: true, line: 2),
        FamilyRecord(id: "d", representative: "d", verdict: "representative", line: 5),
      ])
    #expect(templates.records == [LabelledRecord(id: "c", label: "1", line: 3)])
    #expect(
      try error("{\"id\":\"a\"}") { _ = try $0.families($1) }?.problem.contains("‘representative’") == true)
  }

  @Test("Clusters at either level")
  func clusters() throws {
    let text = "{\"id\":\"a\",\"topic\":1,\"event\":4,\"topicLabel\":\"x\"}\n"
    #expect(try read(text) { try $0.clusters($1, level: "topic") }.records.map(\.label) == ["1"])
    #expect(try read(text) { try $0.clusters($1, level: "event") }.records.map(\.label) == ["4"])
    #expect(
      try error(text) { _ = try $0.clusters($1, level: "cluster") }?.remedy?.contains("--level") == true)
  }

  @Test("Expected verdicts with all that may stand there")
  func verdicts() throws {
    let text = """
      {"id":"a","original":"b","edit":"trimmed","verdict":"near-copy","accepted":["contained","related"]}
      {"id":"c","keeper":"d","verdict":"contained","contained":"c","facts":"differ"}
      """
    #expect(try read(text) { try $0.holdsVerdicts($1) })
    #expect(try !read("{\"id\":\"a\",\"label\":\"b\"}") { try $0.holdsVerdicts($1) })
    #expect(try !read("") { try $0.holdsVerdicts($1) })
    #expect(
      try read(text) { try $0.expectedVerdicts($1) }.records == [
        ExpectedVerdict(
          id: "a", original: "b", verdict: "near-copy", accepted: ["contained", "related"], kind: "trimmed",
          line: 1),
        ExpectedVerdict(
          id: "c", original: "d", verdict: "contained", contained: "c", factsDiffer: true, line: 2),
      ])
    let broken = "{\"id\":\"a\",\"original\":\"b\",\"verdict\":\"x\",\"accepted\":[1]}"
    #expect(
      try error(broken) { _ = try $0.expectedVerdicts($1) }?.problem.contains("array of strings") == true)
  }

  @Test("Passages, and what is no count")
  func passages() throws {
    func line(_ offset: String) -> String {
      #"{"a_id":"s","a_offset":\#(offset),"a_length":5,"b_id":"t","b_offset":0,"b_length":7,"obfuscation":"none"}"#
    }
    let file = try read(line("3")) { try $0.passages($1, categoryField: "obfuscation") }
    #expect(
      file.records == [
        PassageRecord(
          passage: PassageCase(pair: .init(a: "s", b: "t"), a: 3..<8, b: 0..<7), category: "none", line: 1)
      ])
    for bad in ["-1", "1.5", "\"x\"", "9223372036854775807"] {
      #expect(
        try error(line(bad)) { _ = try $0.passages($1, categoryField: "obfuscation") }?.line == 1, "\(bad)")
    }
  }

  @Test("A list of pairs: the heading is none, further columns do not matter")
  func pairs() throws {
    let text = "susp\tsource\tclass\ns1\tt1\tnone\t1\ns2\tt2\n"
    let file = try read(text) { try $0.pairs($1, known: []) }
    #expect(
      file.records == [
        ListedPair(pair: .init(a: "s1", b: "t1"), category: "none", line: 2),
        ListedPair(pair: .init(a: "s2", b: "t2"), line: 3),
      ])
    let headless = try read("s1\tt1\ns2\tt2\n") { try $0.pairs($1, known: [.init(a: "s1", b: "t1")]) }
    #expect(headless.records.map(\.line) == [1, 2])
    #expect(try error("a\tb\nc\n") { _ = try $0.pairs($1, known: []) }?.line == 2)
  }
}
