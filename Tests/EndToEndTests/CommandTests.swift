import Foundation
import TestSupport
import Testing

@Suite("Commands and formats as the contract says")
struct CommandTests {
  private static let records = """
    {"id":"a","title":"Rain","text":"Heavy rain fell over the northern valleys during the whole of last week and the rivers rose.","date":"2024-05-01"}
    {"id":7,"title":"Rain","text":"Heavy rain fell over the northern valleys during the whole of last week and the rivers rose.","date":"2024-05-02"}
    {"id":"c","title":"RAIN!","text":"heavy rain fell over the northern valleys during the whole of last week, and the rivers rose"}
    {"id":"d","text":"Nothing of that kind was heard from the southern coast."}
    """

  private func run(_ arguments: [String]) throws -> RefrainProcess {
    let run = try RefrainProcess.run(arguments, input: Self.records)
    #expect(run.status == 0, "\(run.diagnostics)")
    return run
  }

  @Test("JSON lines of duplicates have the contract's keys in its order, representative first")
  func duplicateLines() throws {
    let lines = try run(["duplicates", "-", "--format", "jsonl"]).text.split(separator: "\n")
    #expect(
      lines == [
        Self.copyLine("a", "representative"), Self.copyLine("7", "identical"),
        Self.copyLine("c", "same-text"),
      ])
  }

  private static func copyLine(_ id: String, _ verdict: String) -> Substring {
    Substring(
      #"{"id":"\#(id)","family":1,"representative":"a","verdict":"\#(verdict)","score":1,"containment":1,"#
        + #""representativeContainment":1}"#)
  }

  @Test("Fillings of one template are listed by their group and are nobody's copies")
  func templateLines() throws {
    let template = TemplateTexts(seed: 1, words: 60, places: 3)
    let records = (0..<200).map { #"{"id":"\#($0)","text":"\#(template.text($0))"}"# }
    let run = try RefrainProcess.run(
      ["duplicates", "-", "--jaccard", "0.5", "--format", "jsonl"], input: records.joined(separator: "\n"))
    #expect(run.status == 0, "\(run.diagnostics)")
    let lines = (0..<200).map { #"{"id":"\#($0)","template":1,"representative":"\#($0)"}"#[...] }
    #expect(run.text.split(separator: "\n") == lines)
  }

  @Test("JSON lines of pairs: at least a cosine, sorted by a, then score")
  func pairLines() throws {
    let lines = try run(["pairs", "-", "--at-least", "0.9", "--format", "jsonl"]).text.split(separator: "\n")
    #expect(
      lines == [
        #"{"a":"a","b":"7","score":1}"#, #"{"a":"a","b":"c","score":1}"#, #"{"a":"7","b":"c","score":1}"#,
      ])
  }

  @Test("Nearest neighbours: the query first, itself left out")
  func nearestLines() throws {
    let records = try run(["pairs", "-", "--nearest", "1", "--format", "jsonl"]).records
    #expect(records.map { $0["a"] as? String } == ["a", "7", "c", "d"])
    #expect(records.prefix(3).map { $0["b"] as? String } == ["7", "a", "a"])
  }

  @Test("A×B compares with the reference corpus only")
  func against() throws {
    try TemporaryFolder.with { folder in
      let reference = try folder.write(
        "reference.jsonl", #"{"id":"r","text":"Nothing of that kind was heard from the southern coast."}"#)
      let records = try run(["pairs", "-", "--against", reference, "--at-least", "0.99", "--format", "jsonl"])
        .records
      #expect(records.count == 1)
      #expect(records.first?["a"] as? String == "d")
      #expect(records.first?["b"] as? String == "r")
    }
  }

  @Test("Documents with equal vectors can be written as groups")
  func collapseIdentical() throws {
    try TemporaryFolder.with { folder in
      let groups = folder.path(of: "groups.jsonl")
      let pairs = try run([
        "pairs", "-", "--at-least", "0.9", "--collapse-identical", groups, "--format", "jsonl",
      ])
      #expect(pairs.text.isEmpty)
      #expect(try String(contentsOfFile: groups, encoding: .utf8) == "{\"identical\":[\"a\",\"7\",\"c\"]}\n")
    }
  }

  @Test("One line of clusters for every document, with the contract's keys")
  func clusterLines() throws {
    let lines = try run(["clusters", "-", "--format", "jsonl"]).text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.first?.hasPrefix(#"{"id":"a","topic":1,"event":1,"topicLabel":"#) == true)
  }

  @Test("Titles can be left out")
  func noTitle() throws {
    let records = try run(["duplicates", "-", "--no-title", "--format", "jsonl"]).records
    #expect(records.compactMap { $0["verdict"] as? String } == ["representative", "identical", "same-text"])
  }

  @Test("A matrix goes to .npy with its shape, to .csv with its ids and to .png")
  func matrix() throws {
    try TemporaryFolder.with { folder in
      for name in ["m.npy", "m.csv", "m.png"] {
        _ = try run(["matrix", "-", "--exact", "--output", folder.path(of: name)])
      }
      let npy = try folder.read("m.npy")
      #expect(npy.starts(with: [0x93] + Array("NUMPY".utf8)))
      #expect(String(decoding: npy.prefix(128), as: UTF8.self).contains("(4, 4)"))
      let header = 10 + Int(npy[8]) + 256 * Int(npy[9])
      #expect(npy.count - header == 16 * 8)
      let rows = String(decoding: try folder.read("m.csv"), as: UTF8.self).split(
        whereSeparator: \.isNewline)
      #expect(rows.count == 5)
      #expect(rows[0].hasSuffix("a,7,c,d"))
      #expect(try folder.read("m.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }
  }

  @Test("A configuration comes back as it was printed, and takes part")
  func configuration() throws {
    try TemporaryFolder.with { folder in
      let printed = try RefrainProcess.run([
        "config", "--preset", "news", "--min-tokens", "20", "--topics", "3",
      ])
      #expect(printed.status == 0)
      let file = try folder.write("refrain.yml", printed.text)
      #expect(try RefrainProcess.run(["config", "--config", file]).text == printed.text)
      let partial = try folder.write("partial.yml", "passages:\n  minimumTokens: 14\n")
      let passages = try RefrainProcess.run(["passages", "seeds", "--config", partial, "--format", "jsonl"])
        .records
      #expect(passages.count == 6)
      let over = try RefrainProcess.run([
        "passages", "seeds", "--config", partial, "--min-tokens", "15", "--format", "jsonl",
      ])
      #expect(try over.records.count == 5)
    }
  }

  @Test("A setting that does not exist is named")
  func unknownSetting() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.write("refrain.yml", "passages:\n  minimumToken: 14\n")
      let run = try RefrainProcess.run(["config", "--config", file])
      #expect(run.status == 2)
      #expect(run.diagnostics.contains("passages.minimumToken"))
    }
  }

  @Test("What depends on the machine goes to the run-info file only")
  func runInformation() throws {
    try TemporaryFolder.with { folder in
      let file = folder.path(of: "run.json")
      _ = try run(["duplicates", "-", "--run-info", file, "--threads", "1"])
      let value = try JSONSerialization.jsonObject(with: try folder.read("run.json")) as? [String: Any]
      let record = try #require(value)
      #expect(record["threads"] as? Int == 1)
      #expect((record["blas"] as? String)?.isEmpty == false)
    }
  }

  @Test("Awkward documents are all accounted for")
  func edgeCases() throws {
    // Trap 4: short documents silently missing; trap 11: nothing but duplicates crashing the tool.
    let folder = "seeds/.edge-cases"
    let clusters = try RefrainProcess.run(["clusters", folder, "--on-error", "skip", "--format", "jsonl"])
    #expect(clusters.status == 0, "\(clusters.diagnostics)")
    let ids = Set(try clusters.records.compactMap { $0["id"] as? String })
    let names = try FileManager.default.contentsOfDirectory(
      atPath: ProjectFolders.root.appending(path: folder).path(percentEncoded: false))
    for name in names where name.hasSuffix(".txt") { #expect(ids.contains(name), "\(name) is missing") }
    for command in ["report", "duplicates", "passages", "pairs"] {
      #expect(try RefrainProcess.run([command, folder, "--on-error", "skip"]).status == 0)
    }
  }

  @Test("Standard input cannot be both sides of a comparison")
  func standardInputTwice() throws {
    let run = try RefrainProcess.run(["pairs", "-", "--against", "-"], input: Self.records)
    #expect(run.status == 2)
    #expect(run.diagnostics.contains("only once"))
  }

  @Test("Thousands of identical documents are a group or a stream of pairs, not a pile in memory")
  func massDuplicates() throws {
    // Trap 8: pair lists explode.
    try TemporaryFolder.with { folder in
      let lines = (0..<3000).map {
        "{\"id\":\($0),\"text\":\"one and the same text of a few words, again and again\"}"
      }
      let file = try folder.write("same.jsonl", lines.joined(separator: "\n"))
      let families = try RefrainProcess.run(["duplicates", file, "--format", "json"])
      #expect((try families.object["families"] as? [Any])?.count == 1)
      let information = folder.path(of: "run.json")
      let pairs = folder.path(of: "pairs.jsonl")
      let run = try RefrainProcess.run([
        "pairs", file, "--output", pairs, "--run-info", information, "--quiet",
      ])
      #expect(run.status == 0)
      let count = try folder.read("pairs.jsonl").count { $0 == UInt8(ascii: "\n") }
      #expect(count == 3000 * 2999 / 2)
      let record = try #require(
        try JSONSerialization.jsonObject(with: try folder.read("run.json")) as? [String: Any])
      let peak = try #require(record["peakMemoryBytes"] as? Int)
      #expect(peak < 300 << 20, "4.5 million pairs took \(peak >> 20) MB")
    }
  }

  @Test("Completion scripts for three shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let run = try RefrainProcess.run(["--generate-completion-script", shell])
    #expect(run.status == 0)
    #expect(run.text.contains("refrain"))
  }
}
