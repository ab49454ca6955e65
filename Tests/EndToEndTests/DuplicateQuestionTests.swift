import Foundation
import TestSupport
import Testing

@Suite("duplicates --explain, --explore and --linkage as a process")
struct DuplicateQuestionProcessTests {
  /// Near copies that chain: each shares most of its words with the next, the ends do not.
  private static let records = (0..<3).map { shift in
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let words = (shift * 4..<shift * 4 + 60).map { "w\(letters[$0 / 26])\(letters[$0 % 26])" }
    return #"{"id":"n\#(shift)","text":"\#(words.joined(separator: " "))"}"#
  }.joined(separator: "\n")

  private func run(_ arguments: [String]) throws -> RefrainProcess {
    try RefrainProcess.run(["duplicates", "-"] + arguments, input: Self.records)
  }

  @Test("Two ids behind the paths are explained, in every format")
  func explain() throws {
    let terminal = try run(["--explain", "n0", "n1"])
    #expect(terminal.status == 0, "\(terminal.diagnostics)")
    for part in ["Verdict", "Rules", "Families", "What differs", "Passages in both", "near copy"] {
      #expect(terminal.text.contains(part), "\(part)")
    }
    let json = try run(["--explain", "n0", "n1", "--format", "json"]).object
    #expect(json["part"] as? String == "explanation")
    #expect(json["verdict"] as? String == "near-copy")
    #expect((json["b"] as? [String: Any])?["representative"] as? String == "n0")
    let rules = json["rules"] as? [[String: Any]]
    #expect(rules?.compactMap { $0["rule"] as? String }.count == rules?.count)
    #expect(try run(["--explain", "n0", "n1", "--format", "markdown"]).text.hasPrefix("# Why two documents"))
  }

  @Test("Bad questions are refused before the work, with what to do instead")
  func refusals() throws {
    for (arguments, words) in [
      (["--explain", "n0"], ["two ids", "refrain duplicates corpus.jsonl --explain A B"]),
      (["--explain", "n0", "n1", "n2"], ["two ids"]),
      (["--explain", "n0", "n1", "--explore"], ["exclude each other"]),
      (["--explain", "n0", "n"], ["‘n’", "‘n0’", "Try:"]),
      (["--explain", "n0", "n0"], ["beside itself"]),
      (["--explain", "n0", "n1", "--format", "csv"], ["csv", "markdown"]),
      (["--explore", "--format", "html"], ["html", "markdown"]),
      (["--linkage", "ring"], ["ring", "components"]),
    ] {
      let run = try run(arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.output.isEmpty)
      for word in words { #expect(run.diagnostics.contains(word), "‘\(word)’ in \(run.diagnostics)") }
    }
  }

  @Test("Thresholds are explored in every format")
  func explore() throws {
    let csv = try run(["--explore", "--format", "csv"]).text.split(separator: "\n")
    #expect(csv.count == 1 + 11 + 11)
    #expect(csv.first == "measure,threshold,configured,families,documents,removals,largestFamily")
    #expect(
      csv.filter { $0.contains(",true,") }.map { $0.prefix(15) } == ["jaccard,0.8,tru", "containment,0.9"])
    let json = try run(["--explore", "--format", "json"]).object
    #expect((json["jaccard"] as? [[String: Any]])?.count == 11)
    #expect(try run(["--explore", "--format", "markdown"]).text.hasPrefix("# Thresholds for duplicates"))
    #expect(try run(["--explore"]).text.contains("> 0.80"))
  }

  @Test("Linkages differ on a chain, and the chained member is called related")
  func linkage() throws {
    func verdicts(_ linkage: String) throws -> [String] {
      let run = try run(["--linkage", linkage, "--format", "jsonl"])
      #expect(run.status == 0, "\(run.diagnostics)")
      return try run.records.compactMap { $0["verdict"] as? String }
    }
    #expect(try verdicts("star") == ["representative", "near-copy"])
    #expect(try verdicts("complete") == ["representative", "near-copy"])
    #expect(try verdicts("components") == ["representative", "near-copy", "related"])
    let printed = try RefrainProcess.run(["config", "--linkage", "components"]).text
    #expect(printed.contains("linkage: components"))
  }
}
