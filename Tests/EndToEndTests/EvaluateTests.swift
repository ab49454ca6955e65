import Foundation
import TestSupport
import Testing

@Suite("Findings beside labels, as a process")
struct EvaluateTests {
  /// Records: each a text of forty words of its own, some of them again with a few words changed.
  private static func corpus(changes: [Int]) -> String {
    func words(_ record: Int) -> [String] { (0..<40).map { "w\(record)x\($0)" } }
    var lines: [String] = []
    for (record, count) in changes.enumerated() {
      var copy = words(record)
      // At the end, so that each word that is changed spoils few shingles.
      for place in 0..<count { copy[39 - place] = "other\(record)y\(place)" }
      for (name, text) in [("a", words(record)), ("b", copy)] {
        lines.append(
          #"{"id":"\#(record)\#(name)","text":"\#(text.joined(separator: " "))","label":"r\#(record)"}"#)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test("Families of a corpus beside the labels of the same file, in every format")
  func duplicates() throws {
    try TemporaryFolder.with { folder in
      // Up to 4 of 40 words changed at the end leave a Jaccard similarity of at least 0.8.
      let corpus = try folder.write("corpus.jsonl", Self.corpus(changes: [0, 1, 2, 10, 20]))
      let found = folder.path(of: "found.jsonl")
      #expect(try RefrainProcess.run(["duplicates", corpus, "--output", found]).status == 0)
      let arguments = ["evaluate", "duplicates", "--gold", corpus, "--found", found]
      let run = try RefrainProcess.run(arguments + ["--format", "json"])
      #expect(run.status == 0 && run.diagnostics.isEmpty, "\(run.diagnostics)")
      let records = try #require(try run.object["records"] as? [String: Any])
      #expect(records["precision"] as? Double == 1 && records["recall"] as? Double == 0.6)
      #expect(records["right"] as? Int == 3 && records["missed"] as? Int == 2)
      let torn = try #require(try run.object["tornLabels"] as? [[String: Any]])
      #expect(torn.compactMap { $0["label"] as? String } == ["r3", "r4"])

      let terminal = try RefrainProcess.run(arguments)
      #expect(terminal.text.contains("records removed") && terminal.text.contains("“3a” kept"))
      #expect(try RefrainProcess.run(arguments + ["--format", "csv"]).text.contains("records.f1,0.75\n"))
      let markdown = folder.path(of: "x.md")
      #expect(try RefrainProcess.run(arguments + ["--output", markdown]).status == 0)
      #expect(try String(decoding: folder.read("x.md"), as: UTF8.self).hasPrefix("# Evaluation\n"))
    }
  }

  @Test("A threshold by labels: the same bytes on one thread and on two, and better than the default")
  func calibration() throws {
    try TemporaryFolder.with { folder in
      let corpus = try folder.write("corpus.jsonl", Self.corpus(changes: [0, 1, 2, 6, 7, 8, 9, 10]))
      let arguments = [
        "evaluate", "duplicates", "--calibrate", corpus, "--gold", corpus, "--resamples", "50", "--format",
        "json",
      ]
      let one = try RefrainProcess.run(arguments + ["--threads", "1"])
      let two = try RefrainProcess.run(arguments + ["--threads", "2"])
      #expect(one.status == 0, "\(one.diagnostics)")
      #expect(one.output == two.output)
      let proposal = try #require(try one.object["proposal"] as? [String: Any])
      let jaccard = try #require(proposal["jaccard"] as? Double)
      // 10 of 40 words changed leave 26 of 36 shingles, and 26 / 46 = .565 is the least that finds all.
      #expect(jaccard <= 26.0 / 46 && proposal["f1"] as? Double == 1)
      let points = try #require(try one.object["points"] as? [[String: Any]])
      #expect(points.count == 71 && points[0]["threshold"] as? Double == 0.3)
      #expect(try one.object["seed"] as? Int == 1)

      // The threshold proposed finds what was promised.
      let found = folder.path(of: "found.jsonl")
      let search = try RefrainProcess.run([
        "duplicates", corpus, "--jaccard", "\(jaccard)", "--output", found,
      ])
      #expect(search.status == 0, "\(search.diagnostics)")
      let judged = try RefrainProcess.run([
        "evaluate", "duplicates", "--gold", corpus, "--found", found, "--format", "csv",
      ])
      #expect(judged.text.contains("records.f1,1\n"))

      let sure = try RefrainProcess.run([
        "evaluate", "duplicates", "--calibrate", corpus, "--gold", corpus, "--precision", "0.99",
      ])
      #expect(sure.status == 0 && sure.text.contains("No threshold is sure to reach a precision of 0.99"))
    }
  }

  @Test("Expected verdicts give a confusion matrix")
  func verdicts() throws {
    try TemporaryFolder.with { folder in
      let gold = try folder.write(
        "gold.jsonl",
        """
        {"id":"b","original":"a","edit":"trimmed","verdict":"near-copy"}
        {"id":"d","original":"c","edit":"excerpt","verdict":"contained","contained":"d","accepted":["near-copy"]}
        {"id":"e","original":"a","edit":"noise","verdict":"near-copy"}

        """)
      let found = """
        {"id":"a","family":1,"representative":"a","verdict":"representative","score":1,"containment":1}
        {"id":"b","family":1,"representative":"a","verdict":"near-copy","score":0.9,"containment":1}
        {"id":"c","family":2,"representative":"c","verdict":"representative","score":1,"containment":1}
        {"id":"d","family":2,"representative":"c","verdict":"contained","score":0.5,"containment":1}

        """
      let run = try RefrainProcess.run(
        ["evaluate", "duplicates", "--gold", gold, "--found", "-", "--format", "csv"], input: found)
      #expect(run.status == 0, "\(run.diagnostics)")
      #expect(run.text.contains("near-copy,0,0,0,1,0,0,0,0,1\n"))
      #expect(run.text.contains("contained,0,0,0,0,1,0,0,0,0\n"))
    }
  }

  @Test("Bad files are told with file, line and remedy")
  func badFiles() throws {
    try TemporaryFolder.with { folder in
      let gold = try folder.write("gold.jsonl", "{\"id\":\"a\",\"label\":\"x\"}\n{\"id\":\"b\"}\n")
      let good = try folder.write("good.jsonl", "{\"id\":\"a\",\"label\":\"x\"}\n")
      let found = try folder.write(
        "found.jsonl", "{\"id\":\"a\",\"representative\":\"a\"}\n{\"id\":\"b\",\"representative\":\"a\"}\n")
      func run(_ arguments: [String]) throws -> RefrainProcess {
        try RefrainProcess.run(["evaluate"] + arguments)
      }
      let unlabelled = try run(["duplicates", "--gold", gold, "--found", found])
      #expect(unlabelled.status == 2 && unlabelled.diagnostics.contains("gold.jsonl:2: "))
      #expect(unlabelled.diagnostics.contains("--label-field"))
      let unknown = try run(["duplicates", "--gold", good, "--found", found])
      #expect(unknown.status == 2 && unknown.diagnostics.contains("found.jsonl:2: 1 document"))
      let ignored = try run(["duplicates", "--gold", good, "--found", found, "--missing", "ignore"])
      #expect(ignored.status == 0 && ignored.text.contains("1 document of the families has no label"))
      let optional = try run(["duplicates", "--gold", gold, "--found", found, "--missing", "ignore"])
      #expect(optional.status == 0 && optional.text.contains("1 document, 1 label"))
      let overwritten = try run(["duplicates", "--gold", good, "--found", found, "--output", good])
      #expect(overwritten.status == 2 && overwritten.diagnostics.contains("never overwritten"))
      let missing = try run(["clusters", "--gold", good, "--found", folder.path(of: "none.jsonl")])
      #expect(missing.status == 2 && missing.diagnostics.contains("none.jsonl"))
    }
  }

  @Test(
    "Bad usage is told with what to do",
    arguments: [
      (["duplicates", "--gold", "x"], "--found"),
      (["duplicates", "--gold", "x", "--calibrate"], "documents"),
      (["duplicates", "--gold", "x", "--found", "y", "seeds"], "--calibrate only"),
      (["duplicates", "--gold", "x", "--found", "y", "--jaccard", "0.5"], "--calibrate only"),
      (["duplicates", "--gold", "x", "--found", "y", "--precision", "0.5"], "--calibrate only"),
      (["duplicates", "--gold", "x", "--found", "y", "--seed", "2"], "--calibrate only"),
      (["duplicates", "--gold", "x", "--found", "y", "--calibrate", "seeds"], "exclude each other"),
      (["duplicates", "--gold", "x", "--calibrate", "seeds", "--folds", "1"], "2 or more"),
      (["duplicates", "--gold", "x", "--calibrate", "seeds", "--from", "0"], "above 0"),
      (["duplicates", "--gold", "-", "--found", "-"], "only once"), (["clusters", "--gold", "x"], "--found"),
      (["passages", "--gold", "x", "--found", "y", "--missing", "stop"], "--pairs"),
    ] as [([String], String)])
  func usage(_ arguments: [String], _ expected: String) throws {
    let run = try RefrainProcess.run(["evaluate"] + arguments)
    #expect(run.status == 2)
    #expect(run.diagnostics.contains(expected), "\(run.diagnostics)")
  }
}
