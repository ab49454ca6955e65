import AnalysisModel
import Foundation
import Testing

@testable import Baselines

@Suite("A baseline that is damaged is refused by file and line")
struct BaselineReaderTests {
  private static let digest = "ba7816bf8f01cfea414140de5dae2223"
  private static let header =
    #"{"schemaVersion":1,"baseline":["duplicate","template","passage"],"settings":{}}"#
  private static let passage = #"{"finding":"passage","sha256":"\#(digest)","id":"a"}"#
  private static let duplicate =
    #"{"finding":"duplicate","id":"b","sha256":"\#(digest)","verdict":"identical","of":{"id":"a","sha256":"\#(digest)"}}"#

  private func read(_ lines: [String]) throws -> Baseline {
    try BaselineReader.read(Data(lines.joined(separator: "\n").utf8), path: "known.baseline")
  }

  @Test func findingsComeBack() throws {
    let second = Self.duplicate.replacing(#""id":"b""#, with: #""id":"c""#)
    let baseline = try read([Self.header, Self.duplicate, second, Self.passage, ""])
    let ids = baseline.families.map { $0.documents.map(\.id) }
    #expect(ids == [["a", "b", "c"]])
    #expect(baseline.families.first?.verdicts == [.identical, .identical])
    #expect(baseline.passages == [Self.digest: ["a": 1]])
    #expect(baseline.kinds == Set(FindingKind.allCases))
  }

  @Test func lineEndsOfWindowsAndEmptyLinesDoNoHarm() throws {
    #expect(try read([Self.header + "\r", "\r", Self.passage + "\r", "", ""]).passages.count == 1)
  }

  static let damages: [(lines: [String], line: Int, words: String)] = [
    (["not JSON"], 1, "no baseline"), (["", #"{"id":"a","text":"x"}"#], 2, "no baseline"),
    ([header.replacing(":1", with: ":2")], 1, "schema 2; this version reads 1"),
    ([header.replacing("template", with: "rumour")], 1, "kinds of findings that this version does not"),
    ([header, "<<<<<<< HEAD"], 2, "no finding"),
    ([header, passage, String(duplicate.dropLast(9))], 3, "no finding"),
    ([header, passage.replacing("passage", with: "rumour")], 2, "no findings of the kind ‘rumour’"),
    ([header.replacing(#","passage""#, with: ""), passage], 2, "no findings of the kind ‘passage’"),
    ([header, passage.replacing("ba78", with: "BA78")], 2, "sha256"),
    ([header, duplicate.replacing(#","of":{"id":"a","sha256":"\#(digest)"}"#, with: "")], 2, "‘of’"),
    ([header, duplicate.replacing(#""verdict":"identical","#, with: "")], 2, "verdict"),
    ([header, duplicate.replacing("identical", with: "alike")], 2, "no finding"),
    ([header, passage, passage], 3, "twice"),
    ([header, passage.replacing("}", with: #","times":0}"#)], 2, "0 times"),
  ]

  @Test(arguments: damages)
  func damage(_ example: (lines: [String], line: Int, words: String)) {
    let error = #expect(throws: RefrainError.self) { try read(example.lines) }
    #expect(error?.path == "known.baseline")
    #expect(error?.line == example.line)
    #expect(error?.problem.contains(example.words) == true, "\(String(describing: error))")
    #expect(error?.remedy?.isEmpty == false)
  }

  @Test func nothingIsNoBaseline() {
    let error = #expect(throws: RefrainError.self) { try read([""]) }
    #expect(error?.problem == "the baseline is empty")
  }
}
