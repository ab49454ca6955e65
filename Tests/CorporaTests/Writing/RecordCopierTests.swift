import AnalysisModel
import Foundation
import TestSupport
import Testing

@testable import Corpora

@Suite struct RecordCopierTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func copiesJSONLinesAsTheyAre() async throws {
    // A byte-order mark, blank lines, CRLF, odd spacing, and no line end at the end of the file.
    let text =
      "\u{FEFF}{\"id\":\"a\",  \"text\":\"x\"}\r\n\n{\"id\":\"b\",\"text\":\"\\u0041\"} \r\n  \r\n{\"text\":\"z\",\"id\":\"c\"}"
    let reading = try await readToCopy(try folder.write("in.jsonl", text))
    #expect(
      try copy(reading).records.kept
        == "\u{FEFF}{\"id\":\"a\",  \"text\":\"x\"}\r\n{\"id\":\"b\",\"text\":\"\\u0041\"} \r\n{\"text\":\"z\",\"id\":\"c\"}\r\n"
    )
    #expect(
      try copy(reading, without: ["a", "c"]).records.kept
        == "\u{FEFF}{\"id\":\"b\",\"text\":\"\\u0041\"} \r\n")
    #expect(try copy(reading, without: ["a", "b", "c"]).records.kept == "\u{FEFF}")
  }

  @Test func copiesInvalidUTF8Raw() async throws {
    let line = Array(#"{"id":"a","text":"caf"#.utf8) + [0xE9] + Array(#""}"#.utf8)
    let reading = try await readToCopy(
      try folder.write("in.jsonl", line + Array("\n{\"id\":\"b\",\"text\":\"y\"}\n".utf8)))
    #expect(reading.corpus.texts == ["caf\u{FFFD}", "y"])
    #expect(try copy(reading, without: ["b"]).records.files.map(\.bytes) == [line + [0x0A]])
  }

  @Test func copiesCSVWithItsHeaderAndQuotedLineBreaks() async throws {
    let text = "id,text\r\na,\"one\r\ntwo, \"\"three\"\"\"\r\n\r\nb,four\r\nc,\"five\nsix\""
    let reading = try await readToCopy(try folder.write("in.csv", text))
    #expect(reading.corpus.ids == ["a", "b", "c"])
    #expect(
      try copy(reading).records.kept
        == "id,text\r\na,\"one\r\ntwo, \"\"three\"\"\"\r\nb,four\r\nc,\"five\nsix\"\r\n")
    #expect(try copy(reading, without: ["a", "b"]).records.kept == "id,text\r\nc,\"five\nsix\"\r\n")
    #expect(try copy(reading, without: ["a", "b", "c"]).records.kept == "id,text\r\n")
  }

  @Test func copiesCSVWithOldLineEndsAndAMark() async throws {
    let reading = try await readToCopy(try folder.write("in.csv", "\u{FEFF}id,text\ra,x\rb,y"))
    #expect(try copy(reading, without: ["a"]).records.kept == "\u{FEFF}id,text\rb,y\r")
    let bare = try await readToCopy(try folder.write("bare.csv", "id,text"))
    #expect(try copy(bare).records.kept == "id,text\n")
  }

  @Test func copiesRejectedRecordsRaw() async throws {
    let lines = try await readToCopy(
      try folder.write(
        "in.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\n{\"id\":\"c\",\"text\":\"x\"}\n[1]"))
    let copied = try copy(lines, without: ["c"])
    #expect(copied.records.kept == "{\"id\":\"a\",\"text\":\"x\"}\n")
    #expect(String(decoding: copied.records.rejected, as: UTF8.self) == "{\"id\":\n[1]\n")
    #expect(copied.account == RecordCopier.Account(kept: 1, rejected: 2))
    // A stray quote costs one row; so does one with too few fields.
    let table = try await readToCopy(
      try folder.write("in.csv", "id,text\na,\"x\"y\nb\nc,z\nd,\"open\nand on"))
    let rows = try copy(table)
    #expect(rows.records.kept == "id,text\nc,z\n")
    #expect(String(decoding: rows.records.rejected, as: UTF8.self) == "a,\"x\"y\nb\nd,\"open\nand on\n")
    #expect(rows.account.rejected == table.corpus.account.recordsRejected)
  }

  @Test func copiesFoldersFileByFile() async throws {
    try folder.write("in/a.txt", "\u{FEFF}some\r\ntext")
    try folder.write("in/b.md", "---\ntitle: T\n---\nmore")
    try folder.write("in/deep/c.jsonl", "{\"text\":\"x\"}\n{\"text\":\"y\"}")
    try folder.write("in/deep/d.jsonl", "")
    try folder.write("in/e.txt", "a\0b")
    try folder.write("in/f.csv", "no,column\nof,text")
    let reading = try await readToCopy(folder.path(of: "in"))
    let copied = try copy(reading, without: ["b.md", "deep/c.jsonl#1"])
    #expect(copied.records.files.map(\.number) == [0, 2, 3])
    #expect(
      copied.records.files.map(\.text)
        == ["\u{FEFF}some\r\ntext", "{\"text\":\"y\"}\n", ""])
    #expect(String(decoding: copied.records.rejected, as: UTF8.self) == "a\0b\nno,column\nof,text\n")
    #expect(copied.account == RecordCopier.Account(kept: 2, rejected: 2))
    let paths = try OutputPaths(of: reading, paths: [folder.path(of: "in")]).relativePaths
    #expect(
      paths.map { String(decoding: $0, as: UTF8.self) }
        == ["a.txt", "b.md", "deep/c.jsonl", "deep/d.jsonl", "e.txt", "f.csv"])
  }

  @Test func standardInputIsKeptAndReadTwice() async throws {
    let text = "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n"
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try pipe.fileHandleForWriting.close()
    let reading = try await readToCopy("-", standardInput: pipe.fileHandleForReading)
    for _ in 0..<2 {
      #expect(try copy(reading, without: ["a"]).records.kept == "{\"id\":\"b\",\"text\":\"y\"}\n")
    }
    #expect(throws: RefrainError.self) { try OutputPaths(of: reading, paths: ["-"]) }
  }

  @Test func aFileThatHasChangedIsNotCopied() async throws {
    let path = try folder.write("in.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n")
    let reading = try await readToCopy(path)
    try folder.write("in.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n")
    #expect { try copy(reading) } throws: { "\($0)".contains("has changed") && "\($0)".contains("in.jsonl") }
  }

  @Test func aPipeWithAPathIsRefused() async throws {
    let path = folder.path(of: "pipe.jsonl")
    #expect(mkfifo(path, 0o600) == 0)
    await #expect { try await readToCopy(path) } throws: { "\($0)".contains("only once") }
  }

  @Test func namesAFileThatBothCorporaWereReadFrom() async throws {
    let path = try folder.write("in/a.jsonl", "{\"text\":\"x\"}\n")
    let other = try folder.write("b.jsonl", "{\"text\":\"x\"}\n")
    #expect(link(path, folder.path(of: "hard.jsonl")) == 0)
    let reading = try await readToCopy(folder.path(of: "in"))
    #expect(reading.fileShared(with: try await read(other)) == nil)
    #expect(reading.fileShared(with: try await read(folder.path(of: "hard.jsonl"))) == path)
  }

  // MARK: Any file

  /// Kept, removed and rejected records are all there are, in order, and each byte for byte.
  @Test(arguments: 0..<40)
  func copiesAreTheKeptRecordsThemselves(seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    let ending = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
    let isCSV = seed % 2 == 1
    var text = isCSV ? "text,id\(ending)" : ""
    var kept = text
    var rejected = ""
    var removed: Set<String> = []
    let count = Int.random(in: 0...40, using: &random)
    for number in 0..<count {
      let filling = String(repeating: "é", count: [0, 3, 70_000].randomElement(using: &random) ?? 0)
      let isGood = Int.random(in: 0..<4, using: &random) > 0
      let isRemoved = Bool.random(using: &random)
      let record =
        isCSV
        ? (isGood ? "\"\(filling)\n\",n\(number)" : "\(filling),a,b\(number)")
        : (isGood ? #"{"text":"\#(filling)" , "id":"n\#(number)"}"# : #"{"text":"\#(filling)" \#(number)"#)
      let isLast = number == count - 1
      text += record + (isLast && seed % 3 == 0 ? "" : ending)
      if Int.random(in: 0..<5, using: &random) == 0, !isLast { text += ending }
      if isGood && isRemoved { removed.insert("n\(number)") }
      if isGood && !isRemoved { kept += record + ending }
      if !isGood { rejected += record + ending }
    }
    // The usual line end of a file is seen in its second line at the earliest.
    if count == 1, !isCSV { return }
    let path = try folder.write("in.\(isCSV ? "csv" : "jsonl")", text)
    guard let reading = try? await readToCopy(path) else {
      // Nothing but broken records is an error of reading.
      #expect(!text.contains("n"), "seed \(seed)")
      return
    }
    let copied = try copy(reading, without: removed)
    #expect(copied.records.kept == kept, "seed \(seed)")
    #expect(String(decoding: copied.records.rejected, as: UTF8.self) == rejected, "seed \(seed)")
    let account = reading.corpus.account
    #expect(
      copied.account.kept + removed.count + copied.account.rejected == account.recordsRead
        && account.recordsRead == count, "seed \(seed)")
  }
}
