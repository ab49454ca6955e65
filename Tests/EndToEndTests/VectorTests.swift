import Foundation
import TestSupport
import Testing

@Suite("Vectors that were made elsewhere, and results checked against brute force")
struct VectorTests {
  /// A NumPy file of version 1.0.
  private static func npy(_ rows: [[Float]], type: String = "<f4", columns: Int? = nil) -> [UInt8] {
    let shape = "(\(rows.count), \(columns ?? rows.first?.count ?? 0))"
    let description = "{'descr': '\(type)', 'fortran_order': False, 'shape': \(shape), }\n"
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(description.utf8.count), 0]
    bytes += Array(description.utf8)
    for value in rows.joined() {
      if type == "<f8" {
        withUnsafeBytes(of: Double(value).bitPattern.littleEndian) { bytes += $0 }
      } else {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
      }
    }
    return bytes
  }

  private static let rows: [[Float]] = [[3, 4], [0, 0], [4, 3], [3, 4], [-3, 4]]

  private struct Files {
    let folder: TemporaryFolder
    let vectors: String
    let ids: String
  }

  private func withFiles(_ body: (Files) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      try body(
        Files(
          folder: folder, vectors: try folder.write("x.npy", Self.npy(Self.rows)),
          ids: try folder.write("ids.txt", "a\nnone\nb\na again\nc\n")))
    }
  }

  private func output(_ arguments: [String]) throws -> [Substring] {
    let run = try RefrainProcess.run(arguments)
    #expect(run.status == 0, "\(run.diagnostics)")
    return run.text.split(separator: "\n")
  }

  @Test("Pairs of vectors, with ids and without, of both types")
  func pairs() throws {
    try withFiles { files in
      let arguments = ["pairs", "--vectors", files.vectors, "--at-least", "0.28", "--format", "jsonl"]
      #expect(
        try output(arguments + ["--ids", files.ids]) == [
          #"{"a":"a","b":"a again","score":1}"#, #"{"a":"a","b":"b","score":0.96}"#,
          #"{"a":"a","b":"c","score":0.28}"#, #"{"a":"b","b":"a again","score":0.96}"#,
          #"{"a":"a again","b":"c","score":0.28}"#,
        ])
      let doubles = try files.folder.write("d.npy", Self.npy(Self.rows, type: "<f8"))
      #expect(try output(arguments).first == #"{"a":"0","b":"3","score":1}"#)
      #expect(
        try output(["pairs", "--vectors", doubles, "--at-least", "0.28", "--format", "jsonl"])
          == output(arguments))
      #expect(
        try output(["pairs", "--vectors", files.vectors, "--nearest", "1", "--format", "csv"])
          == ["a,b,score", "0,3,1", "2,0,0.96", "3,0,1", "4,0,0.28"])
    }
  }

  @Test(
    "All formats take vectors, and the run can be recorded",
    arguments: ["terminal", "json", "csv", "markdown"])
  func formats(format: String) throws {
    try withFiles { files in
      let record = files.folder.path(of: "run.json")
      let lines = try output([
        "pairs", "--vectors", files.vectors, "--ids", files.ids, "--format", format, "--run-info", record,
        "--threads", "1", "--quiet",
      ])
      #expect(lines.contains { $0.contains("a again") })
      #expect(try String(contentsOfFile: record, encoding: .utf8).contains("reading vectors"))
    }
  }

  @Test("Vectors against vectors")
  func against() throws {
    try withFiles { files in
      let other = try files.folder.write("y.npy", Self.npy([[1, 0], [0, 2]], type: "<f8"))
      let names = try files.folder.write("y.txt", "east\nnorth")
      let arguments = ["pairs", "--vectors", files.vectors, "--against-vectors", other, "--format", "csv"]
      #expect(
        try output(arguments + ["--against-ids", names, "--at-least", "0.7", "--verify", "9"])
          == ["a,b,score", "0,north,0.8", "2,east,0.8", "3,north,0.8", "4,north,0.8"])
      #expect(try output(arguments + ["--nearest", "1"]).count == 5)
    }
  }

  @Test("Collapsed groups of vectors")
  func collapsed() throws {
    try withFiles { files in
      let groups = files.folder.path(of: "groups.jsonl")
      let lines = try output([
        "pairs", "--vectors", files.vectors, "--ids", files.ids, "--collapse-identical", groups, "--format",
        "jsonl", "--verify", "5",
      ])
      #expect(lines == [#"{"a":"a","b":"b","score":0.96}"#])
      #expect(try String(contentsOfFile: groups, encoding: .utf8) == "{\"identical\":[\"a\",\"a again\"]}\n")
    }
  }

  @Test("The matrix of vectors")
  func matrix() throws {
    try withFiles { files in
      let csv = files.folder.path(of: "m.csv")
      _ = try output(["matrix", "--vectors", files.vectors, "--ids", files.ids, "--output", csv, "--exact"])
      let lines = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 6 && lines[1].contains("0.96") && lines[2].hasSuffix(",0,0,0,0,0"))
      let npy = files.folder.path(of: "m.npy")
      _ = try output(["matrix", "--vectors", files.vectors, "--output", npy])
      // What was written can be read again.
      #expect(try output(["pairs", "--vectors", npy, "--format", "csv"]).count > 1)
    }
  }

  @Test("Wrong uses are refused, naming what is wrong")
  func refusals() throws {
    try withFiles { files in
      let narrow = try files.folder.write("n.npy", Self.npy([[1]]))
      let bad = try files.folder.write("nan.npy", Self.npy([[1, 2], [3, .nan]]))
      let few = try files.folder.write("few.txt", "a\nb\n")
      let many = try files.folder.write("many.txt", "a\nb\nc\nd\ne\n\n")
      let cases: [([String], String)] = [
        (["pairs"], "Missing expected argument"),
        (["matrix", "--output", "x.npy"], "Missing expected argument"),
        (["pairs", "seeds", "--vectors", files.vectors], "exclude each other"),
        (["pairs", "seeds", "--ids", files.ids], "--ids goes with --vectors"),
        (["pairs", "--vectors", files.vectors, "--against", "seeds"], "--against-vectors"),
        (["pairs", "seeds", "--against-vectors", files.vectors], "goes with --vectors"),
        (["pairs", "--vectors", files.vectors, "--against-ids", files.ids], "--against-vectors"),
        (["pairs", "--vectors", files.vectors, "--stem", "english"], "do not go with --vectors"),
        (["pairs", "--vectors", files.vectors, "--verify", "0"], "--verify 0"),
        (["pairs", "--vectors", files.vectors, "--against-vectors", narrow], "1 columns"),
        (["pairs", "--vectors", bad], "row 1, column 1"),
        (["pairs", "--vectors", files.vectors, "--ids", few], "2 ids for the 5 rows"),
        (["pairs", "--vectors", files.vectors, "--ids", many], "6 lines for the 5 rows"),
        (["pairs", "--vectors", files.ids], "no NumPy array file"),
        (["pairs", "--vectors", files.folder.path(of: "none.npy")], "none.npy"),
        (["pairs", "--vectors", files.vectors, "--output", files.vectors], "never overwritten"),
        (
          ["pairs", "--vectors", files.vectors, "--ids", files.ids, "--output", files.ids],
          "never overwritten"
        ),
      ]
      for (arguments, words) in cases {
        let run = try RefrainProcess.run(arguments)
        #expect(run.status == 2 && run.diagnostics.contains(words), "\(arguments): \(run.diagnostics)")
      }
    }
  }

  @Test("What is odd about vectors is told: zeros, no rows, no documents, negative cosines of a picture")
  func notes() throws {
    try withFiles { files in
      func diagnostics(_ arguments: [String]) throws -> String {
        let run = try RefrainProcess.run(arguments)
        #expect(run.status == 0)
        return run.diagnostics
      }
      let png = files.folder.path(of: "m.png")
      let picture = try diagnostics(["matrix", "--vectors", files.vectors, "--output", png])
      #expect(picture.contains("note: 1 of 5 vectors of \(files.vectors) is zero and similar to nothing"))
      #expect(!picture.contains("below 0"))
      let opposite = try files.folder.write("o.npy", Self.npy([[1, 0], [-1, 0]]))
      let negative = try diagnostics(["matrix", "--vectors", opposite, "--output", png])
      #expect(negative.contains("some cosines are below 0") && !negative.contains("zero"))
      let none = try files.folder.write("e.npy", Self.npy([], columns: 2))
      #expect(try diagnostics(["pairs", "--vectors", none]).contains("has no rows"))
      #expect(try diagnostics(["pairs", "--vectors", none, "--quiet"]).isEmpty)
      let empty = try files.folder.write("e.jsonl", "")
      #expect(try diagnostics(["pairs", empty]).contains("there is no document to compare"))
      let all = try diagnostics(["pairs", "--vectors", opposite, "--verify", "9"])
      #expect(all.contains("verified all 2 vectors") && !all.contains("recall"))
    }
  }

  @Test(
    "Documents are verified too, and the record of the run says so",
    arguments: [["--at-least", "0.05"], ["--nearest", "2"], ["--against", "seeds", "--at-least", "0.1"]])
  func verify(options: [String]) throws {
    try TemporaryFolder.with { folder in
      let record = folder.path(of: "run.json")
      let run = try RefrainProcess.run(
        ["pairs", "seeds", "--verify", "3", "--seed", "4", "--run-info", record, "--format", "jsonl"]
          + options)
      #expect(run.status == 0)
      #expect(
        run.diagnostics.contains("verified 3 documents against brute force: recall 1.000000"),
        "\(run.diagnostics)")
      #expect(run.diagnostics.contains("no false pair, largest score error 0"))
      let object = try JSONSerialization.jsonObject(with: folder.read("run.json")) as? [String: Any]
      let verification = object?["verification"] as? [String: Any]
      #expect(verification?["drawn"] as? Int == 3 && verification?["recall"] as? Double == 1)
    }
  }
}
