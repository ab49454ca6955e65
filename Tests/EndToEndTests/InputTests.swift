import Foundation
import TestSupport
import Testing

@Suite("What real corpora are made of: compressed, paged, tabulated, in old encodings")
struct InputTests {
  private static let sentence =
    "The ferry between the two islands has been out of service since Tuesday evening"

  @Test("A folder of every kind, packed and not, is one corpus on any number of threads")
  func everyKind() throws {
    try TemporaryFolder.with { folder in
      let text = Self.sentence + ", and nobody knows when it will sail again."
      try folder.write("in/a.txt.gz", Compressed.gzip(text.utf8))
      try folder.write("in/b/c.html", "<nav><a href=x>Home</a></nav><p>\(text)</p>")
      try folder.write("in/d.tsv.zst", Compressed.zstandard("id\ttext\nrow\t\(text)\n".utf8))
      try folder.write("in/e.jsonl.gz", Compressed.gzip("{\"id\":\"r\",\"text\":\"\(text)\"}".utf8))
      try folder.write("in/f.csv", Array("text\n\"\(text) ".utf8) + [0xE9] + Array("\"\n".utf8))
      try folder.write("in/.hidden.txt.gz", "x")
      let runs = try ["1", "2"].map {
        try RefrainProcess.run([
          "duplicates", folder.path(of: "in"), "--format", "jsonl", "--threads", $0, "--jaccard", "0.7",
        ])
      }
      #expect(runs.map(\.status) == [0, 0] && runs[0].output == runs[1].output)
      #expect(runs[0].diagnostics.contains("Windows-1252"))
      let members = try runs[0].records.compactMap { $0["id"] as? String }
      #expect(Set(members) == ["a.txt.gz", "b/c.html", "row", "r", "f.csv#1"])
      let verdicts = try runs[0].records.compactMap { $0["verdict"] as? String }
      #expect(verdicts.count { $0 == "identical" } == 3)
    }
  }

  @Test("Standard input may be compressed")
  func compressedStandardInput() throws {
    try TemporaryFolder.with { folder in
      let packed = Compressed.zstandard("{\"id\":\"x\",\"text\":\"\(Self.sentence)\"}\n".utf8)
      let input = try folder.write("input", packed)
      let output = try folder.write("output", "")
      let process = try RefrainProcess.start(
        ["clusters", "-", "--format", "jsonl"], input: try FileHandle(forReadingFrom: URL(filePath: input)),
        output: try FileHandle(forWritingTo: URL(filePath: output)))
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(String(decoding: try folder.read("output"), as: UTF8.self).hasPrefix("{\"id\":\"x\""))
    }
  }

  @Test("A stream that is cut short stops the run by name, or counts as far as it goes")
  func cutShort() throws {
    try TemporaryFolder.with { folder in
      let lines = (0..<2000).map { "{\"text\":\"\($0) \($0 &* 2_654_435_761 % 1_000_003)\"}\n" }.joined()
      let packed = Compressed.gzip(lines.utf8)
      let path = try folder.write("a.jsonl.gz", packed.prefix(packed.count / 2))
      let stopped = try RefrainProcess.run(["clusters", path])
      #expect(stopped.status == 2 && stopped.output.isEmpty)
      #expect(stopped.diagnostics.contains("a.jsonl.gz: the gzip stream is cut short"))
      #expect(stopped.diagnostics.contains("--on-error skip"))
      let skipped = try RefrainProcess.run(["pairs", path, "--on-error", "skip"])
      #expect(skipped.status == 0 && skipped.diagnostics.contains("the rest of the file was left out"))
    }
  }

  @Test("An encoding can be named, and one that does not exist is refused")
  func namedEncoding() throws {
    try TemporaryFolder.with { folder in
      let bytes = Array("Nachts ist es k".utf8) + [0xFC] + Array("hler als draussen".utf8)
      let path = try folder.write("a.txt", bytes)
      let detected = try RefrainProcess.run(["clusters", path, "--format", "jsonl"])
      #expect(detected.diagnostics.contains("was read as Windows-1252"))
      let named = try RefrainProcess.run(["clusters", path, "--encoding", "latin1", "--format", "jsonl"])
      #expect(named.status == 0 && !named.diagnostics.contains("Windows-1252"))
      #expect(named.output == detected.output)
      let unknown = try RefrainProcess.run(["clusters", path, "--encoding", "klingon"])
      #expect(unknown.status == 2 && unknown.diagnostics.contains("there is no encoding ‘klingon’"))
      let settings = try RefrainProcess.run(["config", "--encoding", "latin1"])
      #expect(settings.text.contains("encoding: latin1"))
    }
  }
}
