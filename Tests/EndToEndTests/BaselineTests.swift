import Foundation
import TestSupport
import Testing

@Suite("Baselines and gates, for people who run it every day")
struct BaselineTests {
  static let rain =
    "Heavy rain fell over the northern valleys during the whole of last week and the rivers rose above their banks."
  static let snow =
    "The mountain passes were closed by deep snow on Sunday evening and lorries waited on both sides for a day."
  static let harvest =
    "Farmers in the eastern plain brought in the harvest early because the summer had been drier than any before."

  /// A folder with one pair of copies and two documents of their own.
  private func corpus(_ folder: TemporaryFolder) throws -> String {
    try folder.write("in/a.txt", Self.rain)
    try folder.write("in/b.txt", Self.rain)
    try folder.write("in/c.txt", Self.snow)
    try folder.write("in/d.txt", Self.harvest)
    return folder.path(of: "in")
  }

  private func duplicates(
    _ folder: TemporaryFolder, _ arguments: [String], command: String = "duplicates"
  ) throws -> RefrainProcess {
    try RefrainProcess.run([command, folder.path(of: "in")] + arguments, environment: ["COLUMNS": "200"])
  }

  private func writeBaseline(_ folder: TemporaryFolder, command: String = "duplicates") throws -> String {
    let file = folder.path(of: "known.baseline")
    let run = try duplicates(folder, ["--write-baseline", file, "--quiet"], command: command)
    #expect(run.status == 0, "\(run.diagnostics)")
    return file
  }

  private func copies(_ run: RefrainProcess) throws -> [String?] {
    try run.records.filter { $0["verdict"] as? String != "representative" }.map { $0["id"] as? String }
  }

  @Test("Nothing is new where nothing changed, and the gate stays closed")
  func unchanged() throws {
    try TemporaryFolder.with { folder in
      _ = try corpus(folder)
      let baseline = try writeBaseline(folder)
      let run = try duplicates(folder, ["--baseline", baseline, "--fail-on", "new", "--format", "jsonl"])
      #expect(run.status == 0, "\(run.diagnostics)")
      #expect(run.text.isEmpty)
      #expect(run.diagnostics.contains("Since the baseline: nothing is new, 1 known one is left out."))
      #expect(try duplicates(folder, ["--baseline", baseline]).text.contains("No new duplicate documents."))
    }
  }

  @Test("A further copy is exactly what is new, wherever it comes in the order")
  func addition() throws {
    for name in ["in/e.txt", "in/0.txt"] {
      try TemporaryFolder.with { folder in
        _ = try corpus(folder)
        let baseline = try writeBaseline(folder)
        try folder.write(name, Self.rain)
        try folder.write("in/stranger.txt", "Nobody has ever written this sentence before.")
        let run = try duplicates(folder, ["--baseline", baseline, "--fail-on", "new", "--format", "json"])
        #expect(run.status == 1)
        #expect(
          run.diagnostics.hasSuffix("refrain: gate exceeded: --fail-on new: 1 finding is new, none allowed\n")
        )
        let counts = try #require(try run.object["baseline"] as? [String: Any])
        #expect(counts["duplicates"] as? [String: Int] == ["new": 1, "known": 1, "gone": 0])
        let lines = try duplicates(folder, ["--baseline", baseline, "--format", "jsonl"])
        #expect(lines.status == 0)
        let named = try lines.records.compactMap { $0["id"] as? String }
        #expect(named.count == 2 && named.contains(URL(filePath: name).lastPathComponent), "\(named)")
      }
    }
  }

  @Test("One finding in another's place is new though there are as many as before")
  func swap() throws {
    // Trap 12: percentages hide swaps.
    try TemporaryFolder.with { folder in
      _ = try corpus(folder)
      let baseline = try writeBaseline(folder)
      try folder.write("in/b.txt", Self.snow)
      let run = try duplicates(
        folder, ["--baseline", baseline, "--max-duplicates", "0", "--format", "jsonl"])
      #expect(run.status == 1)
      #expect(try copies(run) == ["c.txt"])
      #expect(run.diagnostics.contains("1 finding of the baseline is gone; --write-baseline renews it."))
      #expect(
        run.diagnostics.contains(
          "--max-duplicates 0: 1 of 4 documents is a new duplicate (25%), none allowed"))
    }
  }

  @Test("What was removed is counted as gone, and a renewed baseline forgets it")
  func removal() throws {
    try TemporaryFolder.with { folder in
      _ = try corpus(folder)
      let baseline = try writeBaseline(folder)
      try folder.write("in/b.txt", "Something else altogether.")
      let run = try duplicates(folder, ["--baseline", baseline, "--fail-on", "new"])
      #expect(run.status == 0)
      #expect(run.text.contains("1 finding of the baseline is gone; --write-baseline renews it."))
      let renewal = try duplicates(folder, ["--baseline", baseline, "--write-baseline", baseline])
      #expect(renewal.status == 0)
      #expect(!(try duplicates(folder, ["--baseline", baseline]).text.contains("gone")))
    }
  }

  @Test("Records without ids may move about in their file")
  func recordsWithoutIDs() throws {
    try TemporaryFolder.with { folder in
      let lines = [Self.rain, Self.rain, Self.snow].map { "{\"text\":\"\($0)\"}" }
      try folder.write("in/news.jsonl", lines.joined(separator: "\n"))
      let baseline = try writeBaseline(folder)
      let stranger = "{\"text\":\"new\"}"
      for order in [[lines[2], stranger, lines[0], lines[1]], [stranger] + lines] {
        try folder.write("in/news.jsonl", order.joined(separator: "\n"))
        let run = try duplicates(folder, ["--baseline", baseline, "--fail-on", "new"])
        #expect(run.status == 0, "\(run.diagnostics)")
      }
      try folder.write("in/news.jsonl", (lines + [lines[0]]).joined(separator: "\n"))
      #expect(try duplicates(folder, ["--baseline", baseline, "--fail-on", "new"]).status == 1)
    }
  }

  @Test("A known passage that turns up in a further document is new there")
  func passages() throws {
    try TemporaryFolder.with { folder in
      try folder.write("in/a.txt", "One. \(Self.rain) Two.")
      try folder.write("in/b.txt", "Three words. \(Self.rain) Four.")
      let baseline = try writeBaseline(folder, command: "passages")
      let quiet = try duplicates(folder, ["--baseline", baseline, "--fail-on", "new"], command: "passages")
      #expect(quiet.status == 0, "\(quiet.diagnostics)")
      try folder.write("in/c.txt", "Five. \(Self.rain.uppercased()) Six.")
      let run = try duplicates(
        folder, ["--baseline", baseline, "--max-passages", "0", "--format", "jsonl"], command: "passages")
      #expect(run.status == 1)
      let record = try #require(try run.records.first)
      let ids = (record["places"] as? [[String: Any]])?.map { $0["id"] as? String }
      #expect(ids == ["a.txt", "c.txt"])
    }
  }

  @Test("Outputs are whole when a gate is exceeded", arguments: ["duplicates", "report"])
  func outputsAreWritten(command: String) throws {
    try TemporaryFolder.with { folder in
      _ = try corpus(folder)
      let run = try duplicates(
        folder,
        [
          "--fail-on", "identical,contained", "--fail-on", "duplicates", "--max-duplicates", "25%", "--sarif",
          folder.path(of: "x.sarif"), "--github", folder.path(of: "x.md"), "--write-baseline",
          folder.path(of: "x.baseline"), "--run-info", folder.path(of: "run.json"), "--output",
          folder.path(of: "x.json"),
        ], command: command)
      #expect(run.status == 1)
      #expect(
        run.diagnostics.hasSuffix(
          """
          refrain: gate exceeded: --fail-on identical: 1 of 4 documents is a duplicate (identical), none allowed
          refrain: gate exceeded: --fail-on duplicates: 1 of 4 documents is a duplicate, none allowed

          """))
      #expect(try folder.names == ["in", "run.json", "x.baseline", "x.json", "x.md", "x.sarif"])
      let sarif = try #require(
        try JSONSerialization.jsonObject(with: try folder.read("x.sarif")) as? [String: Any])
      #expect(sarif["version"] as? String == "2.1.0")
      let summary = String(decoding: try folder.read("x.md"), as: UTF8.self)
      #expect(summary.contains("| ✗ | `--fail-on identical` |"))
      #expect(summary.contains("| ✓ | `--max-duplicates 25%` |"))
      let report = try #require(
        try JSONSerialization.jsonObject(with: try folder.read("x.json")) as? [String: Any])
      #expect(
        (report["gates"] as? [[String: Any]])?.compactMap { $0["exceeded"] as? Bool } == [
          true, false, true, false,
        ])
    }
  }

  @Test("A gate that does not fit, or needs a baseline, is bad usage")
  func badUsage() throws {
    let uses: [([String], String)] = [
      (["duplicates", "--fail-on", "passages"], "refrain passages"),
      (["passages", "--max-duplicates", "3"], "refrain duplicates"),
      (["duplicates", "--fail-on", "new"], "--baseline"),
      (["report", "--fail-on", "copies"], "copies"),
      (["report", "--max-duplicates", "105%"], "105%"),
      (["report", "--max-passages", "-1"], "max-passages"),
      (["clusters", "--baseline", "x"], "--baseline"),
      (["clusters", "--format", "sarif"], "refrain duplicates"),
    ]
    for (words, mention) in uses {
      let run = try RefrainProcess.run([words[0], "seeds"] + words.dropFirst())
      #expect(run.status == 2, "\(words)")
      #expect(run.output.isEmpty)
      #expect(run.diagnostics.contains(mention), "\(words): \(run.diagnostics)")
    }
  }

  @Test("A baseline that is missing, damaged or of another command is named, before the work")
  func badBaselines() throws {
    try TemporaryFolder.with { folder in
      _ = try corpus(folder)
      let missing = try duplicates(folder, ["--baseline", folder.path(of: "none")])
      #expect(missing.status == 2 && missing.diagnostics.contains("none: the baseline cannot be read"))
      let file = try writeBaseline(folder)
      let content = try String(contentsOfFile: file, encoding: .utf8)
      let damaged = try folder.write("damaged.baseline", content + "=======\n")
      let run = try duplicates(folder, ["--baseline", damaged])
      #expect(run.status == 2)
      #expect(run.diagnostics.contains("damaged.baseline:3: the baseline is damaged"), "\(run.diagnostics)")
      let other = try RefrainProcess.run(["report", folder.path(of: "in"), "--baseline", file])
      #expect(other.status == 2)
      #expect(other.diagnostics.contains("knows duplicates only, and no passages"))
      #expect(try folder.names == ["damaged.baseline", "in", "known.baseline"])
    }
  }

  @Test("Other options than the baseline's are warned of")
  func otherOptions() throws {
    try TemporaryFolder.with { folder in
      _ = try corpus(folder)
      let file = try writeBaseline(folder)
      let run = try duplicates(
        folder, ["--baseline", file, "--jaccard", "0.7", "--max-df", "0.5", "--format", "jsonl"])
      #expect(run.status == 0)
      #expect(run.diagnostics.contains("made with other options"))
      #expect(run.diagnostics.contains("duplicates.jaccard was 0.8 and is 0.7"), "\(run.diagnostics)")
      #expect(!run.diagnostics.contains("maximumDocumentFrequency"), "it decides no copies")
    }
  }

  @Test("The baseline is an input: only --write-baseline may replace it")
  func baselineIsNeverOverwritten() throws {
    try TemporaryFolder.with { folder in
      _ = try corpus(folder)
      let file = try writeBaseline(folder)
      let before = try folder.read("known.baseline")
      for option in ["--output", "--sarif", "--github", "--run-info"] {
        let run = try duplicates(folder, ["--baseline", file, option, file])
        #expect(run.status == 2)
        #expect(run.diagnostics.contains("never overwritten"), "\(option): \(run.diagnostics)")
      }
      #expect(try folder.read("known.baseline") == before)
    }
  }

  @Test("A baseline holds ids and digests, no texts, and comes out the same on any number of threads")
  func reproducible() throws {
    try TemporaryFolder.with { folder in
      _ = try corpus(folder)
      var outputs: [[Data]] = []
      for threads in ["1", "3"] {
        let names = ["known.baseline", "x.sarif", "x.md"].map { "\(threads)-\($0)" }
        let run = try duplicates(
          folder,
          [
            "--threads", threads, "--write-baseline", folder.path(of: names[0]), "--sarif",
            folder.path(of: names[1]), "--github", folder.path(of: names[2]),
          ], command: "report")
        #expect(run.status == 0, "\(run.diagnostics)")
        outputs.append(try names.map { try folder.read($0) })
      }
      #expect(outputs[0] == outputs[1])
      let text = String(decoding: outputs[0][0], as: UTF8.self)
      #expect(text.contains("b.txt") && !text.contains("rivers"))
    }
  }

  @Test("A reader that goes away does not open a gate")
  func closedPipe() throws {
    try TemporaryFolder.with { folder in
      let lines = (0..<3000).map { "{\"id\":\($0),\"text\":\"the same few words again\"}" }
      let file = try folder.write("many.jsonl", lines.joined(separator: "\n"))
      let pipe = Pipe()
      let process = try RefrainProcess.start(
        ["duplicates", file, "--format", "jsonl", "--fail-on", "duplicates"], output: pipe)
      try pipe.fileHandleForWriting.close()
      _ = try pipe.fileHandleForReading.read(upToCount: 100)
      try pipe.fileHandleForReading.close()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 1)
    }
  }
}
