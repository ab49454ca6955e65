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

  @Test("An output that is a document of a folder that is read is refused, also one that would become one")
  func outputInsideInput() throws {
    try TemporaryFolder.with { folder in
      // Trap 7, found inside a folder: the article must not be replaced by the report about it.
      try folder.write("in/article.txt", "some text")
      try folder.write("in/other.txt", "other text")
      for name in ["in/article.txt", "in/new.md", "in/deep.jsonl", "in/page.html"] {
        expectFailure(
          try RefrainProcess.run(["passages", folder.path(of: "in"), "--output", folder.path(of: name)]),
          mentions: ["which is read", "outside"])
      }
      #expect(try folder.read("in/article.txt") == Data("some text".utf8))
      let fine = try RefrainProcess.run([
        "report", folder.path(of: "in"), "--quiet", "--json", folder.path(of: "in/report.json"),
      ])
      #expect(fine.status == 0)
      #expect(FileManager.default.fileExists(atPath: folder.path(of: "in/report.json")))
    }
  }

  @Test("A link to an input is an input, and NAME.partial is nobody's scratch file")
  func linksAndPartialFiles() throws {
    try TemporaryFolder.with { folder in
      let content = #"{"id":"a","text":"some text"}"#
      let input = try folder.write("in.jsonl.partial", content)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(of: "link.jsonl"), withDestinationPath: input)
      expectFailure(
        try RefrainProcess.run([
          "duplicates", input, "--input-format", "jsonl", "--output", folder.path(of: "link.jsonl"),
        ]), mentions: ["never overwritten"])
      let run = try RefrainProcess.run([
        "duplicates", input, "--input-format", "jsonl", "--output", folder.path(of: "in.jsonl"),
      ])
      #expect(run.status == 0, "\(run.diagnostics)")
      #expect(try folder.read("in.jsonl.partial") == Data(content.utf8))
      #expect(try folder.names == ["in.jsonl", "in.jsonl.partial", "link.jsonl"])
    }
  }

  @Test("Neither the reference corpus nor the configuration is overwritten by any output")
  func referenceAndConfiguration() throws {
    try TemporaryFolder.with { folder in
      let content = #"{"id":"r","text":"some text"}"#
      let reference = try folder.write("reference.jsonl", content)
      let settings = try folder.write("refrain.yml", "seed: 7\n")
      for option in ["--output", "--run-info"] {
        expectFailure(
          try RefrainProcess.run(["pairs", "seeds", "--against", reference, option, reference]),
          mentions: ["never overwritten"])
        expectFailure(
          try RefrainProcess.run(["duplicates", "seeds", "--config", settings, option, settings]),
          mentions: ["never overwritten"])
      }
      #expect(try folder.read("reference.jsonl") == Data(content.utf8))
      #expect(try folder.read("refrain.yml") == Data("seed: 7\n".utf8))
    }
  }

  @Test("Two outputs to one place are refused, however they are spelled")
  func sameOutputTwice() throws {
    try TemporaryFolder.with { folder in
      let here = folder.path(of: "a.json")
      let spelled = folder.path + "/./a.json"
      expectFailure(
        try RefrainProcess.run(["report", "seeds", "--json", here, "--html", spelled]),
        mentions: ["two outputs"])
      expectFailure(
        try RefrainProcess.run(["report", "seeds", "--json", here, "--run-info", spelled]),
        mentions: ["two outputs"])
      expectFailure(
        try RefrainProcess.run([
          "pairs", "seeds", "--output", here, "--collapse-identical", spelled,
        ]), mentions: ["two outputs"])
      #expect(try folder.names.isEmpty)
    }
  }

  @Test(
    "Where one of several outputs fails, none appears",
    .enabled(if: access("/dev/full", W_OK) == 0, "there is no /dev/full"))
  func oneOfSeveralFails() throws {
    try TemporaryFolder.with { folder in
      let run = try RefrainProcess.run([
        "report", "seeds", "--html", folder.path(of: "x.html"), "--json", "/dev/full",
      ])
      #expect(run.status == 2)
      #expect(run.diagnostics.contains("/dev/full"))
      #expect(try folder.names.isEmpty)
    }
  }

  @Test("Absurd numbers are refused or harmless, never a crash")
  func absurdNumbers() throws {
    let huge = "9223372036854775807"
    #expect(try RefrainProcess.run(["pairs", "seeds", "--nearest", huge, "--format", "csv"]).status == 0)
    expectFailure(try RefrainProcess.run(["report", "seeds", "--threads", huge]), mentions: ["--threads"])
    #expect(try RefrainProcess.run(["report", "seeds"], environment: ["COLUMNS": huge]).status == 0)
    #expect(try RefrainProcess.run(["passages", "seeds", "--min-tokens", huge]).status == 0)
    #expect(try RefrainProcess.run(["duplicates", "seeds", "--min-contained-tokens", huge]).status == 0)
    #expect(try RefrainProcess.run(["clusters", "seeds", "--topics", huge]).status == 0)
    expectFailure(
      try RefrainProcess.run(["duplicates", "seeds", "--shingle-words", huge]), mentions: ["--shingle-words"])
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
      #expect(try folder.names.count == 1)
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      #expect(try folder.names.isEmpty)
    }
  }

  @Test("Ctrl-C keeps the whole JSON lines written so far beside the name asked for, and says so")
  func interruptKeepsLines() throws {
    try TemporaryFolder.with { folder in
      // Each document resembles every other: far more lines than can be written before the signal.
      let lines = (0..<12_000).map { "{\"id\":\($0),\"text\":\"the same few words again \($0 % 7000)\"}" }
      let input = try folder.write("in.jsonl", lines.joined(separator: "\n"))
      let output = folder.path(of: "out.jsonl")
      let errors = folder.path(of: "errors.txt")
      try folder.write("errors.txt", "")
      let process = try RefrainProcess.start(
        ["pairs", input, "--at-least", "0.01", "--output", output],
        diagnostics: try FileHandle(forWritingTo: URL(filePath: errors)))
      func partialSize() throws -> Int {
        let name = try folder.names.first { $0.hasPrefix(".out.jsonl") }
        guard let name else { return 0 }
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(of: name))
        return attributes[.size] as? Int ?? 0
      }
      for _ in 0..<3000 where try partialSize() == 0 && process.isRunning { usleep(10_000) }
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      #expect(try folder.names == ["errors.txt", "in.jsonl", "out.jsonl.partial"])
      let kept = try folder.read("out.jsonl.partial")
      #expect(kept.last == UInt8(ascii: "\n"))
      let last = try #require(kept.split(separator: UInt8(ascii: "\n")).last)
      #expect(try JSONSerialization.jsonObject(with: Data(last)) is [String: Any])
      #expect(String(decoding: try folder.read("errors.txt"), as: UTF8.self).contains("out.jsonl.partial"))
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
