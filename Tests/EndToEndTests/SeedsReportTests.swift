import Foundation
import TestSupport
import Testing

@Suite("refrain report seeds")
struct SeedsReportTests {
  /// What issue by issue must stay: tokens, field text's first and last words, places as (document, line).
  static let passages: [(tokens: Int, begins: String, ends: String, places: [(String, Int)])] = [
    (
      14, "Ismail Haniyeh, the head", "resistance movement",
      [("001_7338a0a39fe27686.txt", 12), ("001_7338a0a39fe27686.txt", 15)]
    ),
    (
      9, "Hamas, other Palestinian groups", "Moscow talks",
      [("002_4ba80bf32c95347b.txt", 6), ("002_4ba80bf32c95347b.txt", 8)]
    ),
    (
      55, "Palestinian factions including rivals", "post-war period.",
      [("002_4ba80bf32c95347b.txt", 12), ("002_4ba80bf32c95347b.txt", 39)]
    ),
    (
      9, "Hamas delegation flies", "unity talks",
      [("003_b684e16059608d25.txt", 3), ("003_b684e16059608d25.txt", 5)]
    ),
    (
      21, "the visit will review", "process succeeds.",
      [("003_b684e16059608d25.txt", 4), ("003_b684e16059608d25.txt", 13)]
    ),
    (
      16, "held talks in Turkey", "presidential elections.",
      [("003_b684e16059608d25.txt", 6), ("003_b684e16059608d25.txt", 27)]
    ),
  ]

  @Test("Exactly the six repeated passages, with their places")
  func sixPassages() throws {
    let run = try RefrainProcess.run(["passages", "seeds", "--format", "jsonl"])
    #expect(run.status == 0)
    let found = try run.records
    try #require(found.count == Self.passages.count)
    for (record, expected) in zip(found, Self.passages) {
      #expect(record["tokens"] as? Int == expected.tokens)
      #expect(record["kind"] as? String == "internal")
      let text = try #require(record["text"] as? String)
      #expect(text.hasPrefix(expected.begins), "\(text)")
      #expect(text.hasSuffix(expected.ends), "\(text)")
      let places = try #require(record["places"] as? [[String: Any]])
      #expect(places.map { $0["id"] as? String } == expected.places.map(\.0))
      #expect(places.map { $0["line"] as? Int } == expected.places.map(\.1))
    }
  }

  @Test(
    "Offsets cut the passage out of its file, in every unit", arguments: ["characters", "bytes", "utf16"])
  func offsets(unit: String) throws {
    for record in try RefrainProcess.run(["passages", "seeds", "--format", "jsonl", "--offsets", unit])
      .records
    {
      let text = try #require(record["text"] as? String)
      let place = try #require((record["places"] as? [[String: Any]])?.first)
      let id = try #require(place["id"] as? String)
      let start = try #require(place["start"] as? Int)
      let end = try #require(place["end"] as? Int)
      let file = try Data(contentsOf: ProjectFolders.root.appending(path: "seeds/\(id)"))
      let content = String(decoding: file, as: UTF8.self)
      switch unit {
      case "bytes": #expect(Array(content.utf8)[start..<end].elementsEqual(text.utf8))
      case "utf16": #expect(Array(content.utf16)[start..<end].elementsEqual(text.utf16))
      default: #expect(Array(content.unicodeScalars)[start..<end].elementsEqual(text.unicodeScalars))
      }
    }
  }

  @Test("One topic over all five, and five events")
  func topicAndEvents() throws {
    let records = try RefrainProcess.run(["clusters", "seeds", "--format", "jsonl"]).records
    #expect(records.count == 5)
    #expect(Set(records.compactMap { $0["topic"] as? Int }) == [1])
    #expect(Set(records.compactMap { $0["event"] as? Int }).count == 5)
    for record in records { #expect(record["eventLabel"] as? String != "") }
  }

  @Test("No duplicates among the five")
  func noDuplicates() throws {
    let run = try RefrainProcess.run(["duplicates", "seeds", "--format", "jsonl"])
    #expect(run.status == 0)
    #expect(run.text.isEmpty)
  }

  @Test("The summary tells a person about passages, dates with their evidence, topic and events")
  func summary() throws {
    let run = try RefrainProcess.run(["report", "seeds"])
    #expect(run.status == 0)
    #expect(run.diagnostics == "", "nothing but results in a pipe")
    for words in [
      "5 documents", "held talks in Turkey", "9 October 2020", "2 January", "year unknown",
      "26 February 2024",
      "caption",
    ] {
      #expect(run.text.contains(words), "‘\(words)’ is missing")
    }
    #expect(!run.text.contains("\u{1B}"), "no escape sequences in a pipe")
  }

  @Test("All formats come out of one run")
  func allFormats() throws {
    try TemporaryFolder.with { folder in
      let names = ["r.html", "r.md", "r.json"]
      let run = try RefrainProcess.run([
        "report", "seeds", "--html", folder.path(of: names[0]), "--markdown",
        folder.path(of: names[1]), "--json", folder.path(of: names[2]),
      ])
      #expect(run.status == 0)
      #expect(try folder.names == names.sorted())
      let json = try folder.read("r.json")
      let report = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
      #expect(report["schemaVersion"] as? Int == 1)
      let html = String(decoding: try folder.read("r.html"), as: UTF8.self)
      #expect(html.hasPrefix("<!DOCTYPE html>") || html.hasPrefix("<!doctype html>"))
      for address in ["src=\"http", "href=\"http", "url(http", "@import"] { #expect(!html.contains(address)) }
    }
  }

  @Test(
    "The same bytes on one thread and on three",
    arguments: ["report", "duplicates", "passages", "clusters", "pairs"], ["json", "markdown", "terminal"])
  func sameBytes(command: String, format: String) throws {
    let outputs = try ["1", "3"].map {
      try RefrainProcess.run([command, "seeds", "--format", format, "--threads", $0]).output
    }
    #expect(!outputs[0].isEmpty)
    #expect(outputs[0] == outputs[1])
  }
}
