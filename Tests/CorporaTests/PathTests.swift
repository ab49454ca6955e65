import AnalysisModel
import Corpora
import Execution
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct PathTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aFolderIsReadInTheOrderOfPathBytes() async throws {
    for name in [
      "b.txt", "a/z.md", "a.txt", "a/b/c.TXT", "Z.markdown", "é.txt", ".hidden.txt", ".git/x.txt", "README",
    ] {
      try folder.write(name, name)
    }
    try folder.write("r.ndjson", "{\"text\":\"record\"}")
    try folder.write("t.csv", "text\nrow")
    try folder.write("a/t.TSV.GZ", Compressed.gzip("text\tid\nrow\t7".utf8))
    try folder.write("a/p.htm", "<p>page")
    try folder.write("a/q.md.zst", Compressed.zstandard("packed".utf8))
    let corpus = try await read(folder.path + "/")
    #expect(
      corpus.ids == [
        "Z.markdown", "a.txt", "a/b/c.TXT", "a/p.htm", "a/q.md.zst", "7", "a/z.md", "b.txt", "r.ndjson#1",
        "t.csv#1", "é.txt",
      ])
    #expect(corpus.documents[1].origin.path == folder.path + "/a.txt")
    #expect(corpus.warnings.isEmpty)
    #expect(corpus.account.files == 11 && corpus.account.recordsKept == 11)
  }

  @Test func severalPathsPrefixTheIDs() async throws {
    try folder.write("one/a.txt", "1")
    let two = try folder.write("two.txt", "2")
    let corpus = try await read(folder.path + "/one/", two)
    #expect(corpus.ids == [folder.path + "/one/a.txt", two])
    #expect(corpus.texts == ["1", "2"])
  }

  @Test func otherKindsArePassedOverInOneWarning() async throws {
    for name in ["a.txt", "a.png", "x/b.PNG", "c.tar.gz", "LICENSE"] { try folder.write(name, "x") }
    #expect(
      try await read(folder.path).messages == ["3 files of other kinds were passed over: .png ×2, .tar.gz"])
  }

  @Test func aFolderWithoutDocumentsIsAnError() async throws {
    try folder.write(".hidden.txt", "x")
    #expect(try await readingError(folder.path)?.problem == "the folder holds no documents")
    try folder.write("README", "x")
    #expect(try await readingError(folder.path)?.remedy == "--input-format text if these are documents")
    try folder.write("a.pdf", "x")
    let error = try #require(try await readingError(folder.path))
    #expect(error.problem.hasSuffix("only 1 file of other kinds (.pdf)"))
    #expect(error.path == folder.path && error.remedy != nil)
  }

  @Test func aNamedFormatOverridesTheExtension() async throws {
    try folder.write("a.dat", "x")
    try folder.write("README", "y")
    #expect(try await read(folder.path) { $0.format = .text }.texts == ["y", "x"])
    let path = try folder.write("b.txt", "{\"text\":\"z\"}")
    #expect(try await read(path) { $0.format = .jsonl }.ids == ["b.txt#1"])
  }

  @Test(arguments: ["a.pdf", "README", "a.json", ".txt", "a.gz", ".zst", "a.pdf.gz", "a.json.zst"])
  func unknownKindsAreErrorsWithARemedy(name: String) async throws {
    let path = try folder.write(name, "x")
    let error = try #require(try await readingError(path))
    #expect(error.path == path && error.remedy?.contains("--input-format") == true)
  }

  @Test func missingPathsAreErrors() async throws {
    let missing = folder.path + "/none.txt"
    let error = try #require(try await readingError(missing))
    #expect(
      error.problem == "there is no such file or folder" && error.path == missing && error.remedy != nil)
    #expect(try await readingError("") != nil)
    let none: [String] = []
    await #expect(throws: RefrainError.self) { try await CorpusReader().read(none) }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem"), "needs Linux's /proc"))
  func readingThatFailsIsAnError() async throws {
    // A file that opens and whose first page cannot be read.
    let error = try #require(try await readingError("/proc/self/mem") { $0.format = .text })
    #expect(error.problem.hasPrefix("the file cannot be read") && error.path == "/proc/self/mem")
  }

  @Test func linksAreFollowedOnceAndLoopsEnd() async throws {
    let outside = try TemporaryFolder()
    try outside.write("o.txt", "outside")
    try folder.write("in/a.txt", "inside")
    for (link, target) in [
      ("a-loop", folder.path), ("in/loop", "../in"), ("b-again.txt", "in/a.txt"), ("out", outside.path),
      ("out2", outside.path), ("dead.txt", "nowhere"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/\(link)", withDestinationPath: target)
    }
    let corpus = try await read(folder.path)
    #expect(corpus.ids == ["in/a.txt", "out/o.txt"])
    #expect(
      corpus.warnings == [
        DataWarning(
          path: folder.path + "/dead.txt", message: "the link leads nowhere and was passed over")
      ])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/in/dead", withDestinationPath: "nowhere")
    #expect(
      try await read(folder.path).messages == [
        "2 links that lead nowhere were passed over: ‘\(folder.path)/dead.txt’, ‘\(folder.path)/in/dead’"
      ])
    #expect(try await read(folder.path + "/a-loop/in/a.txt").texts == ["inside"])
  }

  @Test func pipesInFoldersArePassedOver() async throws {
    try folder.write("a.txt", "x")
    mkfifo(folder.path + "/b.txt", 0o600)
    #expect(
      try await read(folder.path).messages == ["1 file of other kinds was passed over: pipes and devices"])
  }

  @Test func namesThatAreNoUTF8AreRead() async throws {
    let name = Array(folder.path.utf8) + Array("/caf".utf8) + [0xE9] + Array(".txt".utf8)
    let descriptor = (name.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer {
      open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600)
    }
    try #require(descriptor >= 0)
    close(descriptor)
    #expect(try await read(folder.path).ids == ["caf\u{FFFD}.txt"])
  }

  @Test func standardInputIsJSONLinesUnlessSaidOtherwise() async throws {
    let path = try folder.write("input", "{\"text\":\"x\"}\n{\"text\":\"y\"}")
    let records = try #require(FileHandle(forReadingAtPath: path))
    let corpus = try await read("-", standardInput: records)
    #expect(corpus.ids == ["-#1", "-#2"] && corpus.documents[0].origin.path == "-")
    let text = try #require(FileHandle(forReadingAtPath: path))
    #expect(try await read("-", standardInput: text) { $0.format = .text }.ids == ["-"])
    #expect(try await readingError("-", "-")?.problem == "standard input can be read only once")
  }

  @Test func repeatedIDsNameBothRecords() async throws {
    let path = try folder.write("a.jsonl", "{\"id\":7,\"text\":\"x\"}\n\n{\"id\":\"7\",\"text\":\"y\"}\n")
    let error = try #require(try await readingError(path))
    #expect(
      error.description
        == "\(path):3: record 2 has the id ‘7’, which record 1 (line 1) already has. "
        + "Try: --on-duplicate-id suffix.")
    let other = try folder.write("b.csv", "id,text\n8,x\n7,y\n")
    #expect(
      try await readingError(other, path)?.description
        == "\(path):1: record 1 has the id ‘7’, which record 2 of \(other) (line 3) already has. "
        + "Try: --on-duplicate-id suffix.")
    let text = try folder.write("a.txt", "x")
    #expect(
      try await readingError(text, text)?.problem
        == "the document has the id ‘\(text)’, which \(text) already has")
    let odd = try folder.write(
      "c.jsonl", String(repeating: #"{"id":"\u001b[2J","text":""}"# + "\n", count: 2))
    #expect(try await readingError(odd)?.problem.contains("‘\u{FFFD}[2J’") == true)
  }

  @Test func suffixesKeepIDsUniqueAndTakeNoneAway() async throws {
    let ids = ["a", "a", "a~2", "a", "b", "a~2"]
    let path = try folder.write("a.jsonl", ids.map { "{\"id\":\"\($0)\",\"text\":\"\"}\n" }.joined())
    let corpus = try await read(path) { $0.onDuplicateID = .suffix }
    #expect(corpus.ids == ["a", "a~3", "a~2", "a~4", "b", "a~2~2"])
  }

  @Test func progressCountsBytesToTheEnd() async throws {
    try folder.write("a.txt", "12345")
    try folder.write("b.jsonl", "{\"text\":\"x\"}\n")
    let steps = Mutex<[AnalysisProgress]>([])
    _ = try await CorpusReader().read([folder.path]) { step in steps.withLock { $0.append(step) } }
    let seen = steps.withLock { $0 }
    #expect(seen.allSatisfy { $0.stage == "reading" && $0.total == 18 })
    #expect(seen.first?.completed == 0 && seen.last?.completed == 18)
    #expect(seen.map(\.completed) == seen.map(\.completed).sorted())
  }

  @Test(arguments: [1, 2])
  func cancellingEndsTheReading(threads: Int) async throws {
    let path = try folder.write("a.txt", "x")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await read(path, threads: threads)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func theFirstErrorInReadingOrderWins() async throws {
    try folder.write("a.jsonl", String(repeating: "{\"text\":\"x\"}\n", count: 200_000) + "bad\n")
    try folder.write("b.jsonl", "worse\n")
    let error = try #require(try await readingError(folder.path))
    #expect(error.path == folder.path + "/a.jsonl" && error.line == 200_001 && error.record == 200_001)
  }
}
