import Foundation
import TestSupport
import Testing

@Suite("Bad input and usage: a clear message, exit 2, nothing half-written")
struct FailureTests {
  private func expectFailure(
    _ run: RefrainProcess, mentions words: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == 2, "\(run.diagnostics)", sourceLocation: sourceLocation)
    #expect(run.output.isEmpty, sourceLocation: sourceLocation)
    for word in words {
      #expect(
        run.diagnostics.contains(word), "‘\(word)’ in: \(run.diagnostics)", sourceLocation: sourceLocation)
    }
  }

  @Test("A path that is missing")
  func missingPath() throws {
    expectFailure(try RefrainProcess.run(["report", "no/such/place"]), mentions: ["no/such/place", "Try:"])
  }

  @Test("A folder without documents")
  func emptyFolder() throws {
    try TemporaryFolder.with { folder in
      try folder.write("picture.png", "x")
      expectFailure(
        try RefrainProcess.run(["report", folder.path]), mentions: [folder.path, "Try:"])
    }
  }

  @Test("A malformed JSON line is named by file and line, and can be skipped")
  func malformedLine() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.write(
        "bad.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\n{\"id\":\"c\",\"text\":\"x\"}\n")
      expectFailure(try RefrainProcess.run(["report", file]), mentions: ["bad.jsonl:2", "--on-error skip"])
      let skipped = try RefrainProcess.run(["duplicates", file, "--on-error", "skip", "--format", "jsonl"])
      #expect(skipped.status == 0)
      #expect(try skipped.records.count == 2)
      #expect(skipped.diagnostics.contains("warning"))
    }
  }

  @Test("A binary file")
  func binaryFile() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.write("program.txt", "ELF\0\0\0")
      expectFailure(try RefrainProcess.run(["report", file]), mentions: ["program.txt", "binary"])
    }
  }

  @Test("A file that may not be read", .enabled(if: getuid() != 0, "root may read everything"))
  func unreadableFile() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.write("secret.txt", "text")
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
      expectFailure(try RefrainProcess.run(["report", file]), mentions: ["secret.txt", "Try:"])
    }
  }

  @Test("An output that cannot be written is found before the work starts")
  func unwritableOutput() throws {
    let run = try RefrainProcess.run(["report", "no/such/place", "--json", "/no/such/folder/report.json"])
    expectFailure(run, mentions: ["/no/such/folder/report.json"])
    #expect(!run.diagnostics.contains("no/such/place:"))
  }

  @Test("An option value that does not exist")
  func unknownValue() throws {
    expectFailure(
      try RefrainProcess.run(["report", "seeds", "--format", "pdf"]), mentions: ["pdf", "terminal", "json"])
    expectFailure(try RefrainProcess.run(["pairs", "seeds", "--at-least", "1.5"]), mentions: ["1.5"])
    expectFailure(try RefrainProcess.run(["duplicates", "seeds", "--jaccard", "2"]), mentions: ["jaccard"])
    expectFailure(
      try RefrainProcess.run(["report", "seeds", "--stem", "klingon"]), mentions: ["klingon", "english"])
    expectFailure(try RefrainProcess.run(["reprot", "seeds"]), mentions: ["reprot"])
  }

  @Test("An output that is an input is refused and the input untouched")
  func outputIsInput() throws {
    try TemporaryFolder.with { folder in
      // Trap 7: the input overwritten by the output.
      let content = "{\"id\":\"a\",\"text\":\"some text\"}\n"
      let file = try folder.write("in.jsonl", content)
      expectFailure(
        try RefrainProcess.run(["duplicates", file, "--output", file]),
        mentions: ["in.jsonl", "never overwritten"])
      #expect(try String(contentsOfFile: file, encoding: .utf8) == content)
    }
  }

  @Test("A failure leaves neither output nor partial file behind, and an old output untouched")
  func nothingHalfWritten() throws {
    try TemporaryFolder.with { folder in
      let input = try folder.write("bad.jsonl", "{")
      let old = try folder.write("old.json", "old")
      let run = try RefrainProcess.run(["report", input, "--json", old])
      #expect(run.status == 2)
      #expect(try folder.names == ["bad.jsonl", "old.json"])
      #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
    }
  }

  @Test("Ctrl-C leaves no torn output and ends by the signal")
  func interrupt() throws {
    try TemporaryFolder.with { folder in
      let output = folder.path(of: "out.json")
      let input = Pipe()  // Never closed: the command waits for more.
      let process = try RefrainProcess.start(
        ["report", "-", "--format", "json", "--output", output], input: input)
      try input.fileHandleForWriting.write(contentsOf: Data("{\"text\":\"one\"}\n".utf8))
      // The partial file shows that the command is past its start and listens to signals.
      for _ in 0..<400 where try folder.names.isEmpty { usleep(10_000) }
      #expect(try folder.names == ["out.json.partial"])
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      #expect(try folder.names.isEmpty)
    }
  }

  @Test("A reader that goes away is no failure")
  func closedPipe() throws {
    try TemporaryFolder.with { folder in
      let lines = (0..<1500).map { "{\"id\":\($0),\"text\":\"the same few words again\"}" }
      let file = try folder.write("many.jsonl", lines.joined(separator: "\n"))
      let pipe = Pipe()
      let process = try RefrainProcess.start(["pairs", file, "--format", "jsonl"], output: pipe)
      try pipe.fileHandleForWriting.close()
      _ = try pipe.fileHandleForReading.read(upToCount: 100)
      try pipe.fileHandleForReading.close()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 0)
    }
  }
}
