import Foundation
import TestSupport
import Testing

@Suite("refrain dedup: what is kept, byte for byte, and an account that balances")
struct DedupTests {
  private static let rain =
    "Heavy rain fell over the northern valleys during the whole of last week and the rivers rose."
  private static let coast = "Nothing of that kind was heard from the southern coast."

  private func run(
    _ arguments: [String], input: String? = nil, status: Int32 = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> RefrainProcess {
    let run = try RefrainProcess.run(["dedup"] + arguments, input: input)
    #expect(run.status == status, "\(run.diagnostics)", sourceLocation: sourceLocation)
    return run
  }

  private func record(_ id: String, _ text: String) -> String { #"{"id":"\#(id)","text":"\#(text)"}"# }

  @Test("JSON lines: kept records as they are, a map to the keepers, the account on standard error")
  func jsonLines() throws {
    try TemporaryFolder.with { folder in
      let first = record("a", Self.rain) + "  \r\n"
      let lines =
        first + record("b", Self.rain.uppercased()) + "\r\n\r\n" + record("c", Self.coast) + "\r\n"
        + record("d", Self.rain)
      let input = try folder.write("in.jsonl", lines)
      let output = folder.path(of: "out.jsonl")
      let done = try run([
        input, "--output", output, "--removed", folder.path(of: "map.jsonl"), "--summary",
        folder.path(of: "summary.json"),
      ])
      #expect(done.output.isEmpty)
      #expect(try folder.read("out.jsonl") == Data((first + record("c", Self.coast) + "\r\n").utf8))
      let map = String(decoding: try folder.read("map.jsonl"), as: UTF8.self).split(separator: "\n")
      #expect(map.count == 2)
      #expect(map[0].hasPrefix(#"{"id":"b","keeper":"a","verdict":"same-text","score":1,"#))
      #expect(map[1].hasPrefix(#"{"id":"d","keeper":"a","verdict":"identical","score":1,"#))
      #expect(done.diagnostics.contains("4 records read = 2 kept + 2 removed + 0 rejected"))
      let summary = try JSONSerialization.jsonObject(with: try folder.read("summary.json")) as? [String: Any]
      #expect(summary?["account"] as? [String: Int] == ["read": 4, "kept": 2, "removed": 2, "rejected": 0])
      #expect(try folder.read("in.jsonl") == Data(lines.utf8))

      // Its own output has nothing left to go and comes out as it is.
      let again = try run([output, "--output", "-", "--quiet"])
      #expect(again.output == (try folder.read("out.jsonl")))
      #expect(again.diagnostics == "refrain: 2 records read = 2 kept + 0 removed + 0 rejected\n")
      #expect(try folder.names == ["in.jsonl", "map.jsonl", "out.jsonl", "summary.json"])
    }
  }

  @Test("CSV with quoted line breaks, CRLF and no line end at its end")
  func csv() throws {
    try TemporaryFolder.with { folder in
      let header = "id,text\r\n"
      let first = "a,\"\(Self.rain)\r\n\(Self.coast)\"\r\n"
      let input = try folder.write("in.csv", header + "b,x\r\n" + first + "c,\"\(Self.rain)\n\(Self.coast)\"")
      let done = try run([input, "--output", "-", "--keep", "longest"])
      #expect(done.text == header + "b,x\r\n" + first)
    }
  }

  @Test("Invalid UTF-8 is written raw; what cannot be decoded goes to --rejected")
  func rawBytes() throws {
    try TemporaryFolder.with { folder in
      let odd = Array(#"{"id":"a","text":"caf"#.utf8) + [0xE9, 0xFF] + Array("\"}\n".utf8)
      let broken = [0xE9] + Array("{\"text\":\n".utf8)
      let input = try folder.write("in.jsonl", odd + broken + Array(record("b", "x").utf8))
      let done = try run([
        input, "--on-error", "skip", "--output", folder.path(of: "out.jsonl"), "--rejected",
        folder.path(of: "bad.jsonl"),
      ])
      #expect(try folder.read("out.jsonl") == Data(odd + Array((record("b", "x") + "\n").utf8)))
      #expect(try folder.read("bad.jsonl") == Data(broken))
      #expect(done.diagnostics.contains("3 records read = 2 kept + 0 removed + 1 rejected"))
    }
  }

  @Test("A folder goes to a folder, with the same paths below it")
  func folders() throws {
    try TemporaryFolder.with { folder in
      try folder.write("in/a.txt", Self.rain)
      try folder.write("in/deep/b.txt", Self.rain)
      try folder.write("in/deep/c.txt", "\u{FEFF}" + Self.coast + "\r\n")
      try folder.write("in/deep/d.csv", "text\n\"\(Self.coast)\"\nother\n")
      try folder.write("in/picture.png", "x")
      try folder.write("in/empty.txt", "")
      let input = folder.path(of: "in")
      let output = folder.path(of: "out")
      let done = try run([input, "--output", output + "/"])
      #expect(done.diagnostics.contains("6 records read = 4 kept + 2 removed + 0 rejected"))
      let paths = try FileManager.default.subpathsOfDirectory(atPath: output).sorted()
      #expect(paths == ["a.txt", "deep", "deep/c.txt", "deep/d.csv", "empty.txt"])
      #expect(try folder.read("out/a.txt") == Data(Self.rain.utf8))
      #expect(try folder.read("out/deep/c.txt") == (try folder.read("in/deep/c.txt")))
      #expect(try folder.read("out/deep/d.csv") == Data("text\nother\n".utf8))
      let again = try run([output, "--output", folder.path(of: "again")])
      #expect(again.diagnostics.contains("4 records read = 4 kept + 0 removed + 0 rejected"))
      #expect(try folder.read("again/deep/d.csv") == (try folder.read("out/deep/d.csv")))
      #expect(try folder.names == ["again", "in", "out"])
    }
  }

  @Test("Several files go to a folder; the keeper may stand in another file")
  func severalFiles() throws {
    try TemporaryFolder.with { folder in
      let old = try folder.write("old/x.jsonl", record("a", Self.rain) + "\n")
      let new = try folder.write(
        "new/x.jsonl", record("b", Self.rain) + "\n" + record("c", Self.coast) + "\n")
      _ = try run([old, new, "--output", folder.path(of: "out"), "--keep", "source:\(new)"])
      #expect(try folder.read("out/old/x.jsonl").isEmpty)
      #expect(try folder.read("out/new/x.jsonl") == (try folder.read("new/x.jsonl")))
    }
  }

  @Test("What stands in a reference goes, and its match is named")
  func against() throws {
    try TemporaryFolder.with { folder in
      let train = try folder.write(
        "train/train.jsonl",
        [("a", Self.rain), ("b", Self.coast), ("c", Self.coast), ("d", "")].map { record($0, $1) + "\n" }
          .joined())
      let test = try folder.write("test.jsonl", record("t", Self.rain + "!") + "\n")
      let map = folder.path(of: "map.jsonl")
      let done = try run([train, "--against", test, "--output", "-", "--removed", map])
      #expect(try done.records.compactMap { $0["id"] as? String } == ["b", "c", "d"])
      let line = String(decoding: try folder.read("map.jsonl"), as: UTF8.self)
      #expect(line.hasPrefix(#"{"id":"a","keeper":"t","verdict":"same-text","score":1,"#))
      #expect(line.hasSuffix("\"reference\":true}\n"))
      let within = try run([train, "--against", test, "--within", "--output", "-"])
      #expect(try within.records.compactMap { $0["id"] as? String } == ["b", "d"])
      // Trap 7: a document matching itself.
      let same = try run([train, "--against", folder.path(of: "train"), "--output", "-"], status: 2)
      #expect(same.diagnostics.contains("removed for themselves"))
    }
  }

  @Test("A dry run prints what would go and writes nothing")
  func dryRun() throws {
    try TemporaryFolder.with { folder in
      let input = try folder.write(
        "in.jsonl", [("a", Self.rain), ("b", Self.rain)].map { record($0, $1) + "\n" }.joined())
      let plan = try run([input, "--dry-run", "--output", folder.path(of: "out.jsonl")])
      #expect(plan.text.contains("2 records read = 1 kept + 1 removed + 0 rejected"))
      #expect(plan.text.contains("b  identical"))
      for (format, part) in [
        ("json", "\"removals\""), ("csv", "b,a,identical,1,1,,"), ("markdown", "| `b` |"),
      ] {
        #expect(try run([input, "--dry-run", "--format", format]).text.contains(part), "\(format)")
      }
      let lines = try run([input, "--dry-run", "--format", "jsonl"])
      #expect(try lines.records.map { $0["keeper"] as? String } == ["a"])
      #expect(lines.diagnostics.contains("2 records read"))
      #expect(try folder.names == ["in.jsonl"])
    }
  }

  @Test("Standard input is read twice")
  func standardInput() throws {
    let lines = [("a", Self.rain), ("b", Self.rain), ("c", Self.coast)].map { record($0, $1) + "\n" }
    let done = try run(["-", "--output", "-"], input: lines.joined())
    #expect(done.text == lines[0] + lines[2])
  }

  @Test("An alarm where one source loses an unusual share")
  func alarm() throws {
    let records = (0..<100).map { number in
      let text = number % 2 == 0 ? "text number \(number)" : "text number \(number - number % 10)"
      return #"{"text":"\#(text)","source":"\#(number % 2 == 0 ? "good" : "copied")"}"#
    }
    let done = try run(["-", "--dry-run", "--format", "jsonl"], input: records.joined(separator: "\n"))
    #expect(done.diagnostics.contains("WARNING: the source ‘copied’ loses 100%"))
    #expect(!done.diagnostics.contains("‘good’"))
  }
}

@Suite("refrain dedup: no input is ever touched, no output is half-written")
struct DedupFailureTests {
  private static let lines = "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"x\"}\n"

  private func expectFailure(
    _ arguments: [String], mentions words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try RefrainProcess.run(["dedup"] + arguments)
    #expect(run.status == 2, "\(run.diagnostics)", sourceLocation: sourceLocation)
    for word in words {
      #expect(run.diagnostics.contains(word), "\(run.diagnostics)", sourceLocation: sourceLocation)
    }
  }

  @Test("An output that is an input, by any name, or lies in one")
  func outputIsInput() throws {
    try TemporaryFolder.with { folder in
      let input = try folder.write("in/a.jsonl", Self.lines)
      let reference = try folder.write("test.jsonl", "{\"text\":\"y\"}\n")
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(of: "soft.jsonl"), withDestinationPath: input)
      try FileManager.default.linkItem(atPath: input, toPath: folder.path(of: "hard.jsonl"))
      for name in ["in/a.jsonl", "soft.jsonl", "hard.jsonl"] {
        try expectFailure([input, "--output", folder.path(of: name)], mentions: "never overwritten")
      }
      try expectFailure(
        [input, "--against", reference, "--output", reference], mentions: "never overwritten")
      for option in ["--removed", "--rejected", "--summary"] {
        try expectFailure([input, "--output", "-", option, input], mentions: "never overwritten")
        // Of whatever kind.
        try expectFailure(
          [folder.path(of: "in"), "--output", folder.path(of: "out"), option, folder.path(of: "in/map.log")],
          mentions: "lies in the folder")
      }
      try expectFailure(
        [folder.path(of: "in"), "--output", folder.path(of: "in")], mentions: "never overwritten")
      try expectFailure(
        [folder.path(of: "in"), "--output", folder.path(of: "in/out")], mentions: "lies in the folder")
      #expect(try folder.read("in/a.jsonl") == Data(Self.lines.utf8))
      #expect(try folder.names == ["hard.jsonl", "in", "soft.jsonl", "test.jsonl"])
    }
  }

  @Test("A folder that is not empty, a file for a folder, another output in the folder")
  func outputFolder() throws {
    try TemporaryFolder.with { folder in
      try folder.write("in/a.jsonl", Self.lines)
      try folder.write("full/precious.txt", "x")
      let input = folder.path(of: "in")
      try expectFailure([input, "--output", folder.path(of: "full")], mentions: "not empty")
      try expectFailure([input, "--output", folder.path(of: "full/precious.txt")], mentions: "this is none")
      try expectFailure([input, "--output", "-"], mentions: "need a folder")
      try FileManager.default.createDirectory(
        atPath: folder.path(of: "new"), withIntermediateDirectories: false)
      try expectFailure(
        [input, "--output", folder.path(of: "new"), "--removed", folder.path(of: "new/map.jsonl")],
        mentions: "for the copies alone")
      #expect(try folder.names == ["full", "in", "new"])
      let fine = try RefrainProcess.run(["dedup", input, "--output", folder.path(of: "new")])
      #expect(fine.status == 0, "\(fine.diagnostics)")
      #expect(try folder.read("new/a.jsonl") == Data("{\"id\":\"a\",\"text\":\"x\"}\n".utf8))
    }
  }

  @Test("A failure leaves nothing behind")
  func nothingHalfWritten() throws {
    try TemporaryFolder.with { folder in
      try folder.write("in/a.jsonl", Self.lines)
      try folder.write("in/b.jsonl", "{broken")
      let arguments = ["--output", folder.path(of: "out"), "--removed", folder.path(of: "map.jsonl")]
      try expectFailure([folder.path(of: "in")] + arguments, mentions: "b.jsonl:1")
      #expect(try folder.names == ["in"])
    }
  }

  @Test("Options that do not go together")
  func usage() throws {
    try expectFailure(["seeds"], mentions: "--output", "--dry-run")
    try expectFailure(["seeds", "--output", "x", "--format", "json"], mentions: "--dry-run")
    try expectFailure(["seeds", "--output", "x", "--within"], mentions: "--against")
    try expectFailure(["seeds", "--dry-run", "--format", "html"], mentions: "no form as html")
    try expectFailure(["seeds", "--dry-run", "--keep", "longst"], mentions: "longst", "source:")
    try expectFailure(["seeds", "--dry-run", "--keep", "first,longest"], mentions: "--keep", "nothing open")
    try expectFailure(["-", "--against", "-", "--dry-run"], mentions: "only once")
  }

  @Test("The keep policy is a setting like any other")
  func configuration() throws {
    try TemporaryFolder.with { folder in
      let printed = try RefrainProcess.run(["config", "--keep", "source:A,B", "--keep", "longest"])
      #expect(printed.text.contains("keep: source:A,B,longest"))
      let file = try folder.write("refrain.yml", "duplicates:\n  keep: longest\n")
      let input = try folder.write(
        "in.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"x!\"}\n")
      let families = try RefrainProcess.run(["duplicates", input, "--config", file, "--format", "jsonl"])
      #expect(try families.records.first?["representative"] as? String == "b")
      let bad = try folder.write("bad.yml", "duplicates:\n  keep: best\n")
      try expectFailure([input, "--dry-run", "--config", bad], mentions: "duplicates.keep", "best")
    }
  }
}
