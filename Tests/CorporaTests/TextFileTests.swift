import AnalysisModel
import Corpora
import Foundation
import TestSupport
import Testing

@Suite struct TextFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aTextFileIsOneDocument() async throws {
    let path = try folder.write("a.txt", "one\r\ntwo\n")
    let document = try #require(try await read(path).documents.first)
    #expect(document.text.string == "one\r\ntwo\n")
    #expect(document.id == "a.txt" && document.title == nil)
    #expect(document.origin == Document.Origin(path: path, bytes: 0..<9))
  }

  @Test func anEmptyFileIsAnOrdinaryDocument() async throws {
    let corpus = try await read(try folder.write("a.txt", ""), try folder.write("b.md", ""))
    #expect(corpus.texts == ["", ""])
    #expect(
      corpus.account == ReadAccount(files: 2, bytes: 0, recordsRead: 2, recordsKept: 2, recordsRejected: 0))
  }

  @Test func aByteOrderMarkIsSkipped() async throws {
    let path = try folder.write("a.txt", [0xEF, 0xBB, 0xBF] + Array("é".utf8))
    let corpus = try await read(path)
    #expect(corpus.texts == ["é"] && corpus.documents[0].origin.bytes == 3..<5 && corpus.account.bytes == 5)
  }

  @Test func invalidUTF8IsRepairedWithOneWarning() async throws {
    let path = try folder.write("a.txt", Array("caf".utf8) + [0xE9, 0x20, 0xE2, 0x82, 0xF0, 0x80])
    let corpus = try await read(path)
    #expect(corpus.texts == ["caf\u{FFFD} \u{FFFD}\u{FFFD}\u{FFFD}"])
    #expect(
      corpus.warnings == [
        DataWarning(path: path, message: "4 places that are no UTF-8 were replaced by U+FFFD")
      ])
  }

  @Test func binaryFilesAreErrorsOrLeftOut() async throws {
    let letters = Array(repeating: UInt8(ascii: "a"), count: 8000)
    let path = try folder.write("a.txt", letters + Array(repeating: 0, count: 100))
    let error = try #require(try await readingError(path))
    #expect(error.problem.hasPrefix("the file is binary") && error.path == path && error.remedy != nil)
    #expect(
      try await readingError(path) { $0.onError = .skip }?.problem
        == "no record could be read: the only one was rejected")
    let corpus = try await read(path, try folder.write("c.txt", "x")) { $0.onError = .skip }
    #expect(corpus.account.recordsRejected == 1 && corpus.texts == ["x"])
    #expect(corpus.warnings.map(\.path) == [path])
    #expect(corpus.messages[0].hasPrefix("the file was left out: the file is binary"))
    let late = try folder.write("b.txt", Array(repeating: UInt8(ascii: "a"), count: 8192) + [0])
    #expect(try await read(late).documents.count == 1)
  }

  @Test(arguments: ["a.jsonl", "a.csv"])
  func binaryFilesOfRecordsAreErrors(name: String) async throws {
    let path = try folder.write(name, Array("text\n\"".utf8) + Array(repeating: 0, count: 1 << 20))
    for policy in InputOptions.ErrorPolicy.allCases {
      let error = try #require(try await readingError(path) { $0.onError = policy })
      #expect(error.problem == "the file is binary: there are NUL bytes among its first 8 KiB")
      #expect(error.path == path && error.record == nil && error.remedy != nil)
    }
  }

  @Test(arguments: ["a.jsonl", "a.csv", "a.tsv"])
  func recordsInOtherEncodingsAndBrokenCompressionAreErrors(name: String) async throws {
    for (start, words) in [
      ([0xFF, 0xFE, 0x61, 0], "UTF-16LE"), ([0xFE, 0xFF, 0, 0x61], "UTF-16BE"),
      ([0xFF, 0xFE, 0, 0], "UTF-32LE"), (Array("t\0e\0x\0t\0\n\0".utf8), "UTF-16LE"),
      ([0x1F, 0x8B, 8, 0], "gzip"), ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard"),
    ] as [([UInt8], String)] {
      let path = try folder.write(name, start)
      let error = try #require(try await readingError(path))
      #expect(error.problem.contains(words) && error.remedy != nil)
    }
  }

  @Test func frontMatterGivesTheMetadata() async throws {
    let path = try folder.write(
      "a.md",
      "---  \r\ntitle: \"A: title\"\ndate: 2024-03-01\nid: 0012\nsource: AFP\ntags: [a, b]\n---\n"
        + "# Heading\n\nText.\n"
    )
    let document = try #require(try await read(path).documents.first)
    #expect(document.id == "0012" && document.title == "A: title" && document.source == "AFP")
    #expect(document.declaredDate == Document.DeclaredDate(text: "2024-03-01", evidence: "front matter"))
    #expect(document.text.string == "# Heading\n\nText.\n")
  }

  @Test(arguments: [
    "# Heading\ntext", "--- \ntitle: never closed\n", "----\ntitle: x\n---\n", " ---\ntitle: x\n---\n",
    "text\n---\ntitle: x\n---\n",
  ])
  func withoutABlockAllIsText(contents: String) async throws {
    let corpus = try await read(try folder.write("a.md", contents))
    #expect(corpus.texts == [contents] && corpus.documents[0].title == nil && corpus.warnings.isEmpty)
  }

  @Test(arguments: [
    "---\ntitle: [open\n---\ntext", "---\n\tx: y\n---\n", "---\nA sentence.\n---\ntext",
    "---\na: *unknown\n---\n", "---\na: 1\na: 2\n---\n",
  ])
  func aBlockThatIsNoYAMLIsText(contents: String) async throws {
    let path = try folder.write("a.md", contents)
    let corpus = try await read(path)
    #expect(corpus.texts == [contents])
    #expect(corpus.warnings.count == 1 && corpus.warnings[0].path == path)
    #expect(corpus.messages[0].hasPrefix("the front matter was read as text: "))
  }

  @Test func oddFieldsOfFrontMatter() async throws {
    let corpus = try await read(
      try folder.write("a.md", "---\ntitle: [a, b]\nid: ~\ndate:\n...\nx"),
      try folder.write("b.md", "---\n---\ny"))
    #expect(corpus.texts == ["x", "y"])
    #expect(corpus.documents[0].title == nil && corpus.documents[0].declaredDate == nil)
    #expect(corpus.ids[0].hasSuffix("a.md"))
    #expect(corpus.messages == ["‘title’ in the front matter is a list or a mapping and was passed over"])
  }

  @Test func hostileFrontMatterIsTextAndNoCrash() async throws {
    let bombs = [
      String(repeating: "[", count: 20_000), String(repeating: "- ", count: 20_000),
      String(repeating: "{a: ", count: 10_000), String(repeating: "? ", count: 10_000),
      String(repeating: "x", count: 70_000),
      "a0: &a0 [x]\n" + (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        + "? *a40\n: 1",
    ]
    for bomb in bombs {
      let contents = "---\n\(bomb)\n---\ntext"
      let corpus = try await read(try folder.write("a.md", contents))
      #expect(corpus.texts == [contents] && corpus.warnings.count == 1)
    }
  }
}
