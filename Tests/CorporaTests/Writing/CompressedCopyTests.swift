import AnalysisModel
import Foundation
import TestSupport
import Testing

@testable import Corpora

@Suite struct CompressedCopyTests {
  private let folder: TemporaryFolder
  private static let lines = (0..<3).map { "{\"id\":\"\($0)\", \"text\":\"text \($0)\"}\r\n" }

  init() throws { folder = try TemporaryFolder() }

  @Test func copiesAreDecompressedAndNamedWithoutTheirExtension() async throws {
    let bytes = Array(Self.lines.joined().utf8)
    try folder.write("in/a.jsonl.gz", Compressed.gzip(bytes))
    try folder.write("in/b.jsonl.ZST", Compressed.zstandard(bytes))
    try folder.write("in/c.html.gz", Compressed.gzip(Array("<p>some text</p>".utf8)))
    try folder.write("in/d.tsv", "id\ttext\nx\tone\r\ny\ttwo")
    let input = folder.path(of: "in")
    let reading = try await readToCopy(input) { $0.onDuplicateID = .suffix }
    let copied = try copy(reading, without: ["1", "2~2", "x"])
    #expect(
      copied.records.files.map(\.text) == [
        Self.lines[0] + Self.lines[2], Self.lines[0] + Self.lines[1], "<p>some text</p>",
        "id\ttext\ny\ttwo\r\n",
      ])
    let paths = try OutputPaths(of: reading, paths: [input]).relativePaths
    #expect(
      paths.map { String(decoding: $0, as: UTF8.self) } == ["a.jsonl", "b.jsonl", "c.html", "d.tsv"])
  }

  @Test func aCompressedFileBesideItsContentIsRefused() async throws {
    try folder.write("in/a.jsonl", Self.lines.joined())
    try folder.write("in/a.jsonl.gz", Compressed.gzip(Array(Self.lines.joined().utf8)))
    let input = folder.path(of: "in")
    let reading = try await readToCopy(input) { $0.onDuplicateID = .suffix }
    #expect { try OutputPaths(of: reading, paths: [input]) } throws: { "\($0)".contains("one place") }
  }

  @Test func compressedStandardInputIsReadTwice() async throws {
    let path = try folder.write("in", Compressed.gzip(Array(Self.lines.joined().utf8)))
    let reading = try await readToCopy(
      "-", standardInput: try FileHandle(forReadingFrom: URL(filePath: path)))
    #expect(try copy(reading, without: ["0", "2"]).records.kept == Self.lines[1])
  }

  @Test func whatComesBeforeABreakIsCopied() async throws {
    let whole = Compressed.gzip(Array(Self.lines.joined().utf8))
    let path = try folder.write("in.jsonl.gz", whole.dropLast(6))
    let reading = try await readToCopy(path)
    #expect(reading.corpus.account.recordsRejected == 1)
    let copied = try copy(reading, without: ["0"])
    #expect(copied.records.kept == Self.lines.dropFirst().joined())
    #expect(copied.account == RecordCopier.Account(kept: 2, rejected: 0, uncopied: [path]))
  }
}
