import AnalysisModel
import Corpora
import Foundation
import TestSupport
import Testing

@Suite struct SkippingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: name), withDestinationPath: target)
  }

  @Test(arguments: [1, 2])
  func filesInFoldersThatCannotBeReadAreLeftOut(threads: Int) async throws {
    let bad: [(name: String, bytes: [UInt8], problem: String)] = [
      ("a1.csv", Array("id,body\n1,x\n".utf8), "the header has no column ‘text’; it has ‘id’, ‘body’"),
      ("a2.csv", [], "the file is empty: CSV needs a header line that names the columns"),
      ("a3.csv", Array(repeating: 0, count: 9000), "the file is binary"),
      (
        "a4.jsonl", Array(repeating: 0, count: 200) + Array(repeating: 10, count: 1 << 21),
        "the file is binary"
      ),
      ("a5.jsonl", [0xFF, 0xFE, 0x7B, 0], "the file is UTF-16LE, in which only texts"),
      ("a6.csv", [0x1F, 0x8B, 8, 0], "the gzip stream is cut short"),
      ("a7.md", [0x28, 0xB5, 0x2F, 0xFD], "the Zstandard stream is cut short"),
      ("b1.txt", [0, 1], "the file is binary"),
      ("b2.csv", Array("te\"xt,id\n".utf8), "the header line is broken: a quote stands where none may"),
    ]
    for file in bad { try folder.write("in/" + file.name, file.bytes) }
    try folder.write("in/a4.txt", "kept")
    try folder.write("in/z.jsonl", "{\"text\":\"last\"}\nbad\n")
    let corpus = try await read(folder.path, threads: threads) { $0.onError = .skip }
    #expect(corpus.texts == ["kept", "last"])
    #expect(corpus.account.recordsRead == 12 && corpus.account.recordsRejected == 10)
    #expect(
      corpus.warnings.map(\.path) == bad.map { "\(folder.path)/in/\($0.name)" } + [
        "\(folder.path)/in/z.jsonl"
      ])
    for (file, message) in zip(bad, corpus.messages) {
      #expect(message.hasPrefix("the file was left out: \(file.problem)"))
    }
    #expect(try await readingError(folder.path)?.path == folder.path + "/in/a1.csv")
    for file in bad where !file.name.hasSuffix(".md") && !file.name.hasSuffix(".txt") {
      let path = "\(folder.path)/in/\(file.name)"
      #expect(try await readingError(folder.path, path) { $0.onError = .skip }?.path == path)
    }
  }

  @Test func whereNothingElseIsThereThatIsAnError() async throws {
    try folder.write("a.csv", "body\nx\n")
    #expect(
      try await readingError(folder.path) { $0.onError = .skip }?.problem
        == "no record could be read: the only one was rejected")
    try folder.write("b.jsonl", "bad\nworse\n")
    #expect(
      try await readingError(folder.path) { $0.onError = .skip }?.problem
        == "no record could be read: all 3 were rejected")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem"), "needs Linux's /proc"),
    arguments: ["bad.txt", "bad.csv", "bad.jsonl"])
  func filesThatCannotBeReadAreLeftOut(name: String) async throws {
    // It opens and its first page cannot be read.
    try link(name, to: "/proc/self/mem")
    try folder.write("good.txt", "x")
    #expect(try await readingError(folder.path)?.problem.hasPrefix("the file cannot be read") == true)
    let corpus = try await read(folder.path) { $0.onError = .skip }
    #expect(corpus.texts == ["x"] && corpus.account.recordsRejected == 1)
    #expect(corpus.warnings.map(\.path) == [folder.path + "/" + name])
    #expect(corpus.messages[0].hasPrefix("the file was left out: the file cannot be read"))
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func filesAndFoldersWithoutPermission() async throws {
    try folder.write("good.txt", "x")
    let path = try folder.write("x/bad.txt", "x")
    try folder.write("x/bad.jsonl", "x")
    chmod(path, 0)
    chmod(folder.path(of: "x/bad.jsonl"), 0)
    let skipped = try await read(folder.path) { $0.onError = .skip }
    #expect(skipped.texts == ["x"] && skipped.account.recordsRejected == 2)
    #expect(skipped.warnings.map(\.path) == [folder.path + "/x/bad.jsonl", path])
    #expect(skipped.messages.allSatisfy { $0.hasPrefix("the file was left out: the file cannot be opened") })
    let error = try #require(try await readingError(path) { $0.onError = .skip })
    #expect(error.problem.hasPrefix("the file cannot be opened") && error.path == path && error.remedy != nil)
    for mode in [0, 0o400] as [mode_t] {
      // Without the right to search, the names of a folder can be read and nothing else.
      chmod(folder.path + "/x", mode)
      defer { chmod(folder.path + "/x", 0o700) }
      #expect(try await readingError(folder.path)?.path == folder.path + "/x")
      let corpus = try await read(folder.path) { $0.onError = .skip }
      #expect(corpus.texts == ["x"] && corpus.account.recordsRejected == 0)
      #expect(corpus.warnings.map(\.path) == [folder.path + "/x"])
      #expect(corpus.messages[0].hasPrefix("the folder was left out: the folder cannot be listed"))
      #expect(try await readingError(folder.path + "/x") { $0.onError = .skip }?.path == folder.path + "/x")
    }
  }

  @Test func aFolderWithNothingButADeadLinkSaysSo() async throws {
    try link("dead.txt", to: "nowhere")
    let error = try #require(try await readingError(folder.path))
    #expect(error.problem.hasSuffix("only 1 link that leads nowhere: ‘\(folder.path)/dead.txt’"))
  }
}
