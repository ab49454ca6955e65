import AnalysisModel
import Foundation
import TestSupport
import Testing

@testable import Corpora

@Suite struct FuzzTests {
  private static let alphabets: [[UInt8]] = [
    Array(0...255), Array("{}[]\":,\\u0d8tfn1-. \n\r".utf8), Array("\",\n\r a".utf8),
    Array("--- \n:[]{}&*!|>'\"#%@`a".utf8),
    Array("<>/!-=\"'&;#pdivahrefstyle \n".utf8), Array("é😀\u{FEFF}".utf8) + [0xC0, 0xF5, 0xED, 0xA0],
  ]
  private static let openings = ["", "{\"text\":\"", "text,id\n", "---\n", "text\n\"", "<p>text<"]

  @Test(arguments: ["txt", "md", "html", "jsonl", "csv", "tsv"], UInt64(1)...50)
  func randomBytesNeverCrashAndTheAccountBalances(suffix: String, seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: seed)
    let alphabet = Self.alphabets[Int(seed) % Self.alphabets.count]
    var bytes = Array((Self.openings.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 0...400, using: &random) {
      bytes.append(alphabet.randomElement(using: &random) ?? 0)
    }
    let path = try folder.write("a.\(suffix)", bytes)
    do {
      let corpus = try await read(path) {
        $0.onError = .skip
        $0.onDuplicateID = .suffix
      }
      #expect(corpus.account.recordsRead == corpus.documents.count + corpus.account.recordsRejected)
      #expect(corpus.account.bytes == bytes.count, "seed \(seed)")
      #expect(corpus.documents.allSatisfy { String(validating: $0.text.bytes, as: UTF8.self) != nil })
    } catch let error as RefrainError {
      // Only what concerns the whole file stops a run that skips records.
      let isOfAll = error.problem.hasPrefix("no record could be read")
      #expect(["csv", "tsv", "jsonl"].contains(suffix) || isOfAll, "seed \(seed): \(error)")
      #expect(!error.problem.unicodeScalars.contains { $0.properties.generalCategory == .control })
      #expect(error.remedy != nil)
    }
  }

  @Test(arguments: UInt64(1)...200)
  func repairIsThatOfTheStandardLibrary(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [
      0x41, 0x80, 0x9F, 0xA0, 0xBF, 0xC2, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in
      alphabet.randomElement(using: &random) ?? 0
    }
    bytes.withUnsafeBufferPointer { buffer in
      let (repaired, places) = UTF8Repair.repaired(buffer)
      #expect(repaired == Array(String(decoding: bytes, as: UTF8.self).utf8), "seed \(seed)")
      #expect((places == 0) == UTF8Repair.isValid(buffer))
    }
  }

  @Test(arguments: UInt64(1)...100)
  func jsonStringsComeBackAsFoundationWroteThem(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: seed)
    let scalars = (0..<Int.random(in: 0...60, using: &random)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0...(Bool.random(using: &random) ? 0x7F : 0x10FFFF), using: &random))
    }
    let text = String(String.UnicodeScalarView(scalars))
    let line = try JSONEncoder().encode(["text": text, "other": text])
    let corpus = try await read(try folder.write("a.jsonl", line))
    #expect(corpus.documents.map { Array($0.text.bytes) } == [Array(text.utf8)], "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...100)
  func csvCellsComeBackAsWritten(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: seed)
    let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    let pieces = ["a", " ", "\"", ",", "\n", "\r\n", "é", "😀", "\t"]
    let rows = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      (0..<3).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
          .joined()
      }
    }
    let lines = rows.map { cells in
      cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }
    let contents = (["text,title,other"] + lines).joined(separator: end)
    let path = try folder.write("a.csv", contents)
    let corpus = try await read(path)
    #expect(corpus.documents.map { Array($0.text.bytes) } == rows.map { Array($0[0].utf8) }, "seed \(seed)")
    #expect(corpus.documents.map { $0.title?.string ?? "" } == rows.map { $0[1] })
    let bytes = Array(contents.utf8)
    let written = try corpus.documents.map {
      String(decoding: bytes[try #require($0.origin.bytes)], as: UTF8.self)
    }
    #expect(written == lines)
  }
}
