import AnalysisModel
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct PairWriterTests {
  private static let ids = ["plain", "a,\"b\"", "日|本`\u{1B}"]

  private func write(_ batches: [[SimilarPair]], _ format: OutputFormat) throws -> [UInt8] {
    var writer = try PairWriters.writer(
      for: format, context: ReportContext(version: "1.2.3"), configuration: Configuration())
    var bytes = writer.begin()
    for batch in batches {
      bytes += writer.append(batch, idOfA: { Self.ids[$0] }, idOfB: { Self.ids[$0] })
    }
    return bytes + writer.end()
  }

  private static let pairs = [
    SimilarPair(a: 0, b: 1, score: 1), SimilarPair(a: 0, b: 2, score: 0.830000001),
    SimilarPair(a: 1, b: 2, score: 0.5),
  ]

  @Test(arguments: [OutputFormat.terminal, .json, .jsonl, .csv, .markdown])
  func golden(_ format: OutputFormat) throws {
    try GoldenFiles(target: "ReportingTests").check(
      try write([Self.pairs], format), against: "pairs.\(format.pathExtension)")
  }

  @Test(arguments: [OutputFormat.terminal, .json, .jsonl, .csv, .markdown])
  func batchesDoNotShow(_ format: OutputFormat) throws {
    let whole = try write([Self.pairs], format)
    #expect(try write([[Self.pairs[0]], [], Array(Self.pairs[1...])], format) == whole)
  }

  @Test(arguments: [0, 1, 3])
  func jsonIsWholeWithAnyNumberOfPairs(_ count: Int) throws {
    let bytes = try write([Array(Self.pairs.prefix(count))], .json)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect((object["pairs"] as? [Any])?.count == count)
    #expect(object["schemaVersion"] as? Int == 1 && object["configuration"] != nil)
  }

  @Test func aPersonSeesTheFirstAndTheNumberOfAll() throws {
    let many = Array(repeating: Self.pairs[0], count: 150)
    let text = String(decoding: try write([many, many], .terminal), as: UTF8.self)
    #expect(text.split(separator: "\n").count == TerminalPairWriter.limit + 1)
    #expect(text.hasSuffix("… and 200 more of 300 pairs: --format jsonl lists all.\n"))
    #expect(String(decoding: try write([], .terminal), as: UTF8.self) == "No pair is that similar.\n")
  }

  @Test(arguments: [(OutputFormat.terminal, true), (.markdown, true), (.jsonl, false), (.csv, false)])
  func longIDsAreCutForPeopleOnly(_ format: OutputFormat, _ isCut: Bool) throws {
    let id = String(repeating: "x", count: 5000)
    var writer = try PairWriters.writer(
      for: format, context: ReportContext(version: "1", width: 1000), configuration: Configuration())
    let bytes = writer.begin() + writer.append([Self.pairs[0]], idOfA: { _ in id }, idOfB: { _ in id })
    #expect(isCut ? bytes.count < 400 : bytes.count > 2 * id.count)
  }

  @Test func pagesAreRefusedWithARemedy() {
    let error = #expect(throws: RefrainError.self) { try write([], .html) }
    #expect(error?.remedy?.contains("--format jsonl") == true)
  }
}
