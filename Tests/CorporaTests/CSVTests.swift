import AnalysisModel
import Corpora
import TestSupport
import Testing

@Suite struct CSVTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func takesTheColumns() async throws {
    let head = "id,date,text,title,source,extra\n"
    let row = "7,2024-01-02,\"one, \"\"two\"\"\nthree\",A title,AFP,x"
    let path = try folder.write("a.csv", "\(head)\(row)\n8,,plain,,,\n")
    let corpus = try await read(path)
    #expect(corpus.ids == ["7", "8"])
    #expect(corpus.texts == ["one, \"two\"\nthree", "plain"])
    let first = corpus.documents[0]
    #expect(first.title == "A title" && first.source == "AFP")
    #expect(first.declaredDate == Document.DeclaredDate(text: "2024-01-02", evidence: "date"))
    #expect(
      first.origin
        == Document.Origin(
          path: path, record: 1, line: 2, bytes: head.utf8.count..<head.utf8.count + row.utf8.count))
    let second = corpus.documents[1]
    #expect(second.title == nil && second.source == nil && second.declaredDate == nil)
    #expect(second.origin.line == 4 && second.origin.record == 2)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndAndBlankLinesAreFine(end: String) async throws {
    let path = try folder.write(
      "a.csv",
      [UInt8](arrayLiteral: 0xEF, 0xBB, 0xBF)
        + Array(["text", "a", "", " b ", "\"c\(end)d\"", "e"].joined(separator: end).utf8))
    let corpus = try await read(path)
    #expect(corpus.texts == ["a", " b ", "c\(end)d", "e"])
    #expect(corpus.ids == ["a.csv#1", "a.csv#2", "a.csv#3", "a.csv#4"])
    #expect(corpus.documents.map(\.origin.line) == [2, 4, 5, 7])
  }

  @Test func tabsSeparateTheCellsOfTSV() async throws {
    let path = try folder.write(
      "a.tsv", "id\ttext\ttitle\r\n7\ta, b; \tt\r\n8\t\"c\td\n\"\"e\"\"\"\t\r\n")
    let corpus = try await read(path)
    #expect(corpus.texts == ["a, b; ", "c\td\n\"e\""] && corpus.ids == ["7", "8"])
    #expect(corpus.documents.map { $0.title?.string } == ["t", nil])
    #expect(corpus.documents.map(\.origin.line) == [2, 3])
  }

  @Test func tsvIsAsStrictAsCSV() async throws {
    let path = try folder.write("a.tsv", "text\tid\n5\" pipe\t1\na\tb\tc\ngood\t3\n")
    #expect(try await readingError(path)?.problem == "a quote stands where none may")
    let corpus = try await read(path) { $0.onError = .skip }
    #expect(corpus.texts == ["good"] && corpus.account.recordsRejected == 2)
    let comma = try folder.write("b.tsv", "id,text\n1,x\n")
    #expect(try await readingError(comma)?.remedy?.hasPrefix("--input-format csv") == true)
    #expect(
      try await readingError(try folder.write("c.tsv", ""))?.problem.contains("TSV needs a header") == true)
  }

  @Test func aQuotedEmptyTextIsAnEmptyDocument() async throws {
    let path = try folder.write("a.csv", "text\n\"\"\nx\n")
    #expect(try await read(path).texts == ["", "x"])
  }

  @Test func aFileWithoutItsTextColumnIsAnError() async throws {
    let path = try folder.write("a.csv", "id,body\n1,x\n")
    let error = try #require(try await readingError(path) { $0.onError = .skip })
    #expect(error.problem == "the header has no column ‘text’; it has ‘id’, ‘body’")
    #expect(error.line == 1 && error.remedy?.contains("--text-field") == true)
    #expect(try await read(path) { $0.textField = "body" }.texts == ["x"])
  }

  @Test(arguments: [
    ("id;text;date", "semicolons"), ("id;text;a, b", "semicolons"), ("id\ttext", "tabs"),
    ("id,body;x,c", nil), ("body", nil),
  ])
  func otherSeparatorsAreNamed(header: String, word: String?) async throws {
    let path = try folder.write("a.csv", "\(header)\n1\n")
    let remedy = try #require(try await readingError(path)?.remedy)
    #expect(remedy.contains(word.map { "separated by \($0)" } ?? "--text-field NAME"))
  }

  @Test func aHugeHeaderIsShownInPart() async throws {
    let names = (0..<5000).map { "\u{1B}[2J\u{9B}\($0) e" + String(repeating: "\u{301}", count: 500) }
    let path = try folder.write("a.csv", names.joined(separator: ",") + "\n")
    let problem = try #require(try await readingError(path)?.problem)
    #expect(problem.hasSuffix(" and 4988 more") && problem.contains("‘\u{FFFD}[2J\u{FFFD}0 "))
    #expect(problem.utf8.count < 5000)
    #expect(!problem.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}"])
  func anEmptyFileIsAnError(contents: String) async throws {
    let path = try folder.write("a.csv", contents)
    #expect(try await readingError(path)?.problem.contains("needs a header line") == true)
  }

  @Test(arguments: [
    ("text,id\ngood,1\nx\"y,2\ngood,3\n", "a quote stands where none may"),
    ("text,id\ngood,1\n\"x\"y,2\ngood,3\n", "a quote stands where none may"),
    ("text,id\ngood,1\n\"open,2\ngood,3\n", "a quoted field is not closed before the end of the file"),
    ("text,id\ngood,1\nx,2,3\ngood,3\n", "the row has 3 fields, the header 2"),
    ("text,id\ngood,1\nx\ngood,3\n", "the row has 1 field, the header 2"),
  ])
  func aBadRowIsAnErrorAndCostsOneRow(contents: String, problem: String) async throws {
    let path = try folder.write("a.csv", contents)
    let error = try #require(try await readingError(path))
    #expect(error.problem == problem)
    #expect(error.path == path && error.line == 3 && error.record == 2 && error.remedy != nil)
    let corpus = try await read(path) { $0.onError = .skip }
    #expect(corpus.ids == ["1", "3"])
    #expect(corpus.account.recordsRead == 3 && corpus.account.recordsRejected == 1)
    #expect(corpus.warnings.map(\.record) == [2])
    #expect(corpus.messages == ["line 3: the record was left out: \(problem)"])
  }

  @Test func aBrokenHeaderStops() async throws {
    let path = try folder.write("a.csv", "te\"xt,id\nx,1\n")
    #expect(
      try await readingError(path) { $0.onError = .skip }?.problem.hasPrefix("the header line is broken")
        == true)
  }

  @Test func invalidUTF8IsRepairedWithAWarning() async throws {
    let path = try folder.write(
      "a.csv", Array("text,title\nok,é é é\ncaf".utf8) + [0xE9] + Array(",b".utf8) + [0xFF])
    let corpus = try await read(path)
    #expect(corpus.texts == ["ok", "caf\u{FFFD}"])
    #expect(
      corpus.warnings == [
        DataWarning(path: path, record: 2, message: "2 places that are no UTF-8 were replaced by U+FFFD")
      ])
  }

  @Test func longFilesKeepEveryRow() async throws {
    // Past the size of a block and of a shared array.
    let rows = (0..<30_000).map { "\($0),\"text \($0)\n\(String(repeating: "x", count: 150))\"" }
    let path = try folder.write("a.csv", "id,text\n" + rows.joined(separator: "\n"))
    let corpus = try await read(path)
    #expect(corpus.documents.count == rows.count)
    #expect(corpus.ids == (0..<30_000).map(String.init))
    #expect(corpus.documents[29_999].text.string.hasPrefix("text 29999\n"))
    #expect(corpus.documents[29_999].origin.line == 2 + 2 * 29_999)
  }
}
