import Foundation
import TestSupport
import Testing

@Suite("The benchmark as a process")
struct BenchmarkTests {
  @Test("A tiny corpus: terminal, JSON, page and plot in one run, then compared with itself")
  func tiny() throws {
    try TemporaryFolder.with { folder in
      let paths = ["run.json", "run.html", "run.svg"].map { folder.path(of: $0) }
      let run = try RefrainProcess.run([
        "benchmark", "--documents", "200", "--runs", "1", "--stages", "read,tokenize,pairs", "--sizes", "1,2",
        "--at-least", "0.5", "--json", paths[0], "--html", paths[1], "--svg", paths[2],
      ])
      #expect(run.status == 0, "\(run.diagnostics)")
      #expect(run.diagnostics.isEmpty || run.diagnostics.contains("reference BLAS"))
      #expect(run.text.contains("pairs ≥ 0.5") || run.text.contains("pairs >= 0.5"))
      let object = try JSONSerialization.jsonObject(with: try folder.read("run.json")) as? [String: Any]
      #expect(object?["schemaVersion"] as? Int == 1)
      let stages = object?["stages"] as? [[String: Any]]
      #expect(stages?.compactMap { $0["name"] as? String } == ["read", "tokenize", "pairs"])
      #expect(try String(decoding: folder.read("run.html"), as: UTF8.self).contains("<svg"))
      #expect(try String(decoding: folder.read("run.svg"), as: UTF8.self).hasPrefix("<svg"))

      let comparison = try RefrainProcess.run(
        ["benchmark", "--compare", paths[0], paths[0], "--format", "json"])
      #expect(comparison.status == 0, "\(comparison.diagnostics)")
      let compared = try comparison.object["stages"] as? [[String: Any]]
      #expect(compared?.allSatisfy { $0["verdict"] as? String == "overlapping" } == true)
      #expect(try (comparison.object["differences"] as? [String])?.isEmpty == true)
    }
  }

  @Test("Figures that no measurement gives are refused")
  func implausible() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path(of: "run.json")
      let run = try RefrainProcess.run([
        "benchmark", "--documents", "60", "--runs", "1", "--stages", "read", "--no-scaling", "--json", path,
      ])
      #expect(run.status == 0, "\(run.diagnostics)")
      let text = String(decoding: try folder.read("run.json"), as: UTF8.self)
      for minimum in ["-3", "1e300"] {
        let bad = text.replacing(#/"minimum":[0-9.e-]+/#, with: "\"minimum\":\(minimum)")
        #expect(bad != text)
        let other = try folder.write("bad.json", bad)
        let comparison = try RefrainProcess.run(["benchmark", "--compare", path, other])
        #expect(comparison.status == 2 && comparison.diagnostics.contains("did not make this file"))
      }
    }
  }

  @Test("The generated corpus can be written, the same bytes every time, and read by the other commands")
  func corpus() throws {
    try TemporaryFolder.with { folder in
      for (name, threads) in [("a.jsonl", "1"), ("b.jsonl", "2")] {
        let run = try RefrainProcess.run([
          "benchmark", "--write-corpus", folder.path(of: name), "--documents", "300", "--seed", "4",
          "--threads", threads,
        ])
        #expect(run.status == 0, "\(run.diagnostics)")
      }
      #expect(try folder.read("a.jsonl") == folder.read("b.jsonl"))
      let pairs = try RefrainProcess.run(
        ["pairs", folder.path(of: "a.jsonl"), "--at-least", "1", "--format", "jsonl"]
      ).records
      let lines = String(decoding: try folder.read("a.jsonl"), as: UTF8.self)
      #expect(pairs.count >= lines.matches(of: #/"copy":"exact"/#).count)
      #expect(!pairs.isEmpty)
    }
  }

  @Test("Copies planted in a corpus, with what is expected of each; the same bytes every time")
  func plantedEdits() throws {
    try TemporaryFolder.with { folder in
      let source = folder.path(of: "source.jsonl")
      #expect(
        try RefrainProcess.run(["benchmark", "--write-corpus", source, "--documents", "300"]).status == 0)
      for name in ["a", "b"] {
        let run = try RefrainProcess.run([
          "benchmark", "--planted-edits", source, "--write-corpus", folder.path(of: "\(name).jsonl"),
          "--write-gold", folder.path(of: "\(name)-gold.jsonl"), "--seed", "3",
        ])
        #expect(run.status == 0, "\(run.diagnostics)")
      }
      #expect(try folder.read("a.jsonl") == folder.read("b.jsonl"))
      #expect(try folder.read("a-gold.jsonl") == folder.read("b-gold.jsonl"))
      let gold = String(decoding: try folder.read("a-gold.jsonl"), as: UTF8.self)
      #expect(gold.contains(#""edit":"trimmed","verdict":"near-copy"}"#))
      let found = try RefrainProcess.run(
        ["duplicates", folder.path(of: "a.jsonl"), "--format", "jsonl"]
      ).records
      #expect(found.contains { ($0["id"] as? String)?.hasSuffix("+identical") == true })
    }
  }

  @Test("Dense vectors: the matrix, under the name that scripts ask for")
  func vectors() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path(of: "x.npy")
      #expect(try RefrainProcess.run(["matrix", "seeds", "--output", path]).status == 0)
      let run = try RefrainProcess.run([
        "benchmark", "--vectors", path, "--stages", "matrix", "--runs", "1", "--no-scaling", "--format",
        "json",
      ])
      #expect(run.status == 0, "\(run.diagnostics)")
      let stages = try run.object["stages"] as? [[String: Any]]
      #expect(stages?.count == 1 && stages?.first?["name"] as? String == "matrix")
      #expect(stages?.first?["parameter"] is NSNull && stages?.first?["documents"] as? Int == 5)

      #expect(try RefrainProcess.run(["matrix", "seeds", "--exact", "--output", path]).status == 0)
      let double = try RefrainProcess.run(["benchmark", "--vectors", path])
      #expect(double.status == 2 && double.diagnostics.contains("float32"))
    }
  }

  @Test(
    "Bad usage is told with a remedy",
    arguments: [
      (["--stages", "read,write"], "‘write’"), (["--at-least", "0.5,2"], "‘2’"), (["--runs", "0"], "1 run"),
      (["-"], "only once"), (["seeds", "--documents", "5"], "--documents"),
      (["--compare", "x"], "two files"),
      (["--compare", "/nowhere/a", "/nowhere/b"], "cannot be read"),
      (["--compare", "seeds", "README.md"], "folder"), (["--documents", "99999999999"], "1 to 4294967295"),
      (["--write-corpus", "x.jsonl", "--json", "x"], "--json"),
      (["--write-corpus", "x.jsonl", "--output", "x"], "--output"),
      (["--write-corpus", "x.jsonl", "--runs", "2"], "--runs"),
      (["--write-corpus", "x.jsonl", "--vectors", "x.npy"], "--vectors"),
      (["--write-corpus", "x.jsonl", "--compare", "a", "b"], "exclude each other"),
      (["--kind", "identical"], "--write-corpus"),
      (["--write-corpus", "x.jsonl", "--planted-edits", "seeds"], "--write-gold"),
      (["--write-corpus", "x.jsonl", "--letter-similarity", "0.7"], "--kind template"),
      (["--write-corpus", "x.jsonl", "--noisy"], "--planted-edits"),
      (["--write-corpus", "x.csv"], ".jsonl"), (["seeds", "--write-corpus", "x.jsonl"], "paths out"),
      (["--compare", "a", "b", "--runs", "2"], "--runs"), (["--compare", "a", "b", "--seed", "2"], "--seed"),
      (["--compare", "a", "b", "--documents", "2"], "--documents"),
      (["--compare", "a", "b", "--stem", "english"], "--compare"),
      (["--compare", "README.md", "README.md"], "no saved run"), (["--sizes", "3"], "two sizes"),
      (["--documents", "60", "--sizes", "1,2,4"], "too few"), (["--no-scaling", "--svg", "x"], "no plot"),
      (["seeds", "--vectors", "x"], "exclude each other"),
      (["--documents", "9", "--vectors", "x"], "excludes"),
    ] as [([String], String)])
  func usage(_ arguments: [String], _ expected: String) throws {
    let run = try RefrainProcess.run(["benchmark"] + arguments)
    #expect(run.status == 2)
    #expect(run.diagnostics.contains(expected), "\(run.diagnostics)")
  }
}
