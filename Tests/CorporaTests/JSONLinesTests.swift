import AnalysisModel
import Corpora
import TestSupport
import Testing

@Suite struct JSONLinesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func takesTheFields() async throws {
    let line =
      #"{"source":"AFP","id":"a1","title":"A \"title\"","text":"one\ntwo \u00e9 \ud83d\ude00","#
      + #""date":"2024-03-01","n":[1,{"text":"no"}]}"#
    let path = try folder.write("a.jsonl", "\n\(line)\n")
    let document = try #require(try await read(path).documents.first)
    #expect(document.id == "a1")
    #expect(document.title?.string == "A \"title\"")
    #expect(document.text.string == "one\ntwo é 😀")
    #expect(document.source == "AFP")
    #expect(document.declaredDate == Document.DeclaredDate(text: "2024-03-01", evidence: "date"))
    #expect(
      document.origin
        == Document.Origin(path: path, record: 1, line: 2, bytes: 1..<1 + line.utf8.count))
  }

  @Test func namesOfFieldsAreOptions() async throws {
    let path = try folder.write("a.jsonl", #"{"k":"1","b":"text","h":"title","d":"2020","f":"x"}"#)
    let corpus = try await read(path) {
      $0.idField = "k"
      $0.textField = "b"
      $0.titleField = "h"
      $0.dateField = "d"
      $0.sourceField = "f"
    }
    #expect(corpus.ids == ["1"])
    #expect(corpus.texts == ["text"])
    #expect(corpus.documents[0].title == "title")
    #expect(corpus.documents[0].declaredDate?.evidence == "d")
    #expect(corpus.documents[0].source == "x")
  }

  @Test func aChosenFieldThatNoRecordHasIsMentioned() async throws {
    let path = try folder.write("a.jsonl", #"{"text":"x"}"#)
    let corpus = try await read(path) { $0.titleField = "headline" }
    #expect(corpus.messages == ["no record has the field ‘headline’ (--title-field)"])
    #expect(try await read(path).warnings.isEmpty)
  }

  @Test(arguments: [
    ("1.0", "1.0"), ("12345678901234567890", "12345678901234567890"), ("-0", "-0"), ("1e999", "1e999"),
    ("123456789012345678901234567890", "123456789012345678901234567890"), ("\"\"", ""),
    ("null", "a.jsonl#1"),
  ])
  func aNumberKeepsItsSpelling(json: String, id: String) async throws {
    let path = try folder.write("a.jsonl", #"{"id": \#(json) ,"text":"x"}"#)
    #expect(try await read(path).ids == [id])
  }

  @Test func withoutIDTheFileAndTheRecordNameIt() async throws {
    let path = try folder.write("a.jsonl", "{\"text\":\"x\"}\n\n \t\r\n{\"text\":\"y\",\"title\":null}\r\n")
    let corpus = try await read(path)
    #expect(corpus.ids == ["a.jsonl#1", "a.jsonl#2"])
    #expect(corpus.documents.map(\.origin.line) == [1, 4])
    #expect(corpus.documents[1].origin.bytes == 18..<43)
    #expect(corpus.documents[1].title == nil)
  }

  @Test func aByteOrderMarkIsSkipped() async throws {
    let path = try folder.write("a.jsonl", [0xEF, 0xBB, 0xBF] + Array("{\"text\":\"x\"}".utf8))
    #expect(try await read(path).documents[0].origin.bytes == 3..<15)
  }

  @Test func ofTwoKeysTheFirstWins() async throws {
    let path = try folder.write("a.jsonl", #"{"text":"one","te\u0078t":"two","text":7}"#)
    #expect(try await read(path).texts == ["one"])
    let escaped = try folder.write("b.jsonl", #"{"te\u0078t":"two","text":"one"}"#)
    #expect(try await read(escaped).texts == ["two"])
  }

  @Test(arguments: [
    "{\"text\":\"x\"", "{\"text\":\"x}", "{\"text\" \"x\"}", "{\"text\":\"x\",}", "{\"text\":\"x\"} 1",
    "{\"text\":\"x\"}{\"text\":\"y\"}", "{\"text\":\"\\x\"}", "{\"text\":\"\\u12g4\"}",
    "{\"text\":\"x\",\"n\":01}",
    "{\"text\":\"x\",\"n\":1.}", "{\"text\":\"x\",\"n\":-}", "{\"text\":\"x\",\"n\":tru}",
    "{\"text\":\"x\",\"n\":nul}",
    "{\"text\":\"x\",\"n\":[1,]}", "{\"text\":\"x\",\"n\":[1}}", "{\"text\":\"x\",\"n\":{\"a\"}}", "{1:2}",
    "{\"text\":\"a\tb\"}", "hello", "{\"text\":\"x\"}}", "]", "{", "{\"text\":", "{\"text\":\"x\",\"n\":[{}",
    "\"\\", "{\"a\\",
  ])
  func malformedLinesAreErrors(line: String) async throws {
    let path = try folder.write("a.jsonl", "{\"text\":\"good\"}\n\n\(line)\n{\"text\":\"good\"}\n")
    let error = try #require(try await readingError(path))
    #expect(error.problem.hasPrefix("malformed JSON: "))
    #expect(error.path == path && error.line == 3 && error.record == 2 && error.remedy != nil)
    let corpus = try await read(path) { $0.onError = .skip }
    #expect(corpus.ids == ["a.jsonl#1", "a.jsonl#3"])
    #expect(corpus.account.recordsRead == 3 && corpus.account.recordsRejected == 1)
    #expect(corpus.warnings.map(\.record) == [2])
    #expect(corpus.warnings[0].message.hasPrefix("line 3: the record was left out: malformed JSON"))
  }

  @Test(arguments: ["\u{0}", "{\"text\":\"x\"\u{0}}"])
  func lateNULsAreErrorsOfTheirLine(line: String) async throws {
    let long = "{\"text\":\"\(String(repeating: "x", count: 8192))\"}"
    let path = try folder.write("a.jsonl", "\(long)\n\(line)\n")
    let error = try #require(try await readingError(path))
    #expect(error.problem.hasPrefix("malformed JSON: ") && error.line == 2)
  }

  @Test func skippedRecordsNameTheirLineInLaterBlocks() async throws {
    let lines = String(repeating: "{\"text\":\"xxxxxxxxxxxxxxxxxxxx\"}\n\n", count: 50_000)
    let path = try folder.write("a.jsonl", lines + "bad\n")
    let corpus = try await read(path) { $0.onError = .skip }
    #expect(corpus.warnings.count == 1 && corpus.warnings[0].record == 50_001)
    #expect(corpus.messages[0].hasPrefix("line 100001: the record was left out: "))
  }

  @Test func whereAllRecordsAreRejectedThatIsAnError() async throws {
    let path = try folder.write("a.jsonl", "bad\nworse\n")
    let error = try #require(try await readingError(path) { $0.onError = .skip })
    #expect(error.problem == "no record could be read: all 2 were rejected")
    #expect(error.path == path && error.remedy != nil)
    // Nothing to read is no error, and neither is one good record.
    #expect(try await read(try folder.write("b.jsonl", "\n")) { $0.onError = .skip }.documents.isEmpty)
    #expect(
      try await read(path, try folder.write("c.txt", "")) { $0.onError = .skip }.account.recordsRejected == 2)
  }

  @Test func namesOfFieldsAreShownShortAndWithoutControls() async throws {
    let path = try folder.write("a.jsonl", #"{"\u001b[31m":1,"\#(String(repeating: "n", count: 50))":2}"#)
    #expect(
      try await readingError(path)?.problem
        == "the record has no field ‘text’; it has ‘\u{FFFD}[31m’, ‘\(String(repeating: "n", count: 40))…’")
  }

  @Test(arguments: [
    ("[{\"text\":\"x\"}]", "the line is JSON, but no object"),
    ("\"x\"", "the line is JSON, but no object"),
    ("{\"body\":\"x\",\"id\":1}", "the record has no field ‘text’; it has ‘body’, ‘id’"),
    ("{}", "the record has no field ‘text’; it has none"),
    ("{\"text\":1}", "the text field ‘text’ is a number, not a string"),
    ("{\"text\":null}", "the text field ‘text’ is null, not a string"),
    ("{\"text\":{\"text\":\"x\"}}", "the text field ‘text’ is an object, not a string"),
    ("{\"text\":\"x\",\"title\":true}", "the field ‘title’ is true or false, not a string"),
    ("{\"text\":\"x\",\"id\":{}}", "the field ‘id’ is an object, not a string"),
    ("{\"text\":\"x\",\"date\":[]}", "the field ‘date’ is an array, not a string"),
  ])
  func recordsWithoutUsableFieldsAreErrors(line: String, problem: String) async throws {
    let path = try folder.write("a.jsonl", "\(line)\n")
    let error = try #require(try await readingError(path))
    #expect(error.problem == problem)
    #expect(error.line == 1 && error.record == 1 && error.path == path && error.remedy != nil)
    let good = try folder.write("b.txt", "x")
    let corpus = try await read(path, good) { $0.onError = .skip }
    #expect(corpus.account.recordsRejected == 1 && corpus.texts == ["x"])
  }

  @Test func invalidUTF8IsRepairedWithAWarning() async throws {
    let bytes =
      Array("{\"text\":\"ok\"}\n{\"text\":\"caf".utf8) + [0xE9, 0xFF] + Array("!\",\"id\":\"k".utf8) + [0xC3]
      + Array("\"}\n".utf8)
    let path = try folder.write("a.jsonl", bytes)
    let corpus = try await read(path)
    #expect(corpus.texts == ["ok", "caf\u{FFFD}\u{FFFD}!"])
    #expect(corpus.ids[1] == "k\u{FFFD}")
    #expect(
      corpus.warnings == [
        DataWarning(path: path, record: 2, message: "3 places that are no UTF-8 were replaced by U+FFFD")
      ])
    #expect(corpus.documents[1].origin.bytes == 14..<bytes.count - 1)
  }

  @Test(arguments: [
    (#"\ud800"#, "\u{FFFD}"), (#"\udc00\ud800"#, "\u{FFFD}\u{FFFD}"), (#"\ud83dx"#, "\u{FFFD}x"),
    (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), (#"\ud83d\n"#, "\u{FFFD}\n"),
  ])
  func loneSurrogatesAreReplacedWithAWarning(escaped: String, text: String) async throws {
    let path = try folder.write("a.jsonl", "{\"text\":\"\(escaped)\"}")
    let corpus = try await read(path)
    #expect(corpus.texts == [text])
    #expect(corpus.warnings.count == 1 && corpus.warnings[0].record == 1)
  }

  @Test func manyRepairsAreSummedUp() async throws {
    let line = Array("{\"text\":\"".utf8) + [0xFF] + Array("\"}\n".utf8)
    let path = try folder.write("a.jsonl", (0..<130).flatMap { _ in line })
    let corpus = try await read(path)
    #expect(corpus.warnings.count == 101)
    #expect(corpus.messages.last == "30 more places in records were repaired in the same ways")
  }

  @Test func deepNestingIsAnErrorAndNoCrash() async throws {
    let depth = 100_000
    let nest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let path = try folder.write("a.jsonl", "{\"text\":\"x\",\"n\":\(nest)}")
    #expect(try await readingError(path)?.problem.hasPrefix("malformed JSON") == true)
  }

  @Test func aMalformedLineIsExplained() async throws {
    let path = try folder.write("a.jsonl", "{\"text\":\"x\",}\n")
    #expect(try await readingError(path)?.problem.hasSuffix("missing keys, etc. (at byte 13)") == true)
    let open = try folder.write("b.jsonl", "{\"text\":\"x}\n")
    #expect(
      try await readingError(open)?.problem == "malformed JSON: A string is opened, but never closed")
  }

  @Test func anArrayFileGetsAHint() async throws {
    let path = try folder.write("a.jsonl", "[\n{\"text\":\"x\"}\n]\n")
    #expect(try await readingError(path)?.remedy?.hasPrefix("jq -c '.[]'") == true)
  }
}
