import AnalysisModel
import Corpora
import Foundation
import Testing

@Suite struct SeedsTests {
  static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("seeds").path

  func edgeCase(_ name: String) async throws -> Document {
    try #require(try await read("\(Self.seeds)/.edge-cases/\(name)").documents.first)
  }

  @Test func seedsAreTheFiveArticlesAndNothingElse() async throws {
    let corpus = try await read(Self.seeds)
    #expect(
      corpus.ids == [
        "000_c10cd4c38319edbe.txt", "001_7338a0a39fe27686.txt", "002_4ba80bf32c95347b.txt",
        "003_b684e16059608d25.txt", "004_f6cea62eeb079563.txt",
      ])
    #expect(corpus.warnings.isEmpty)
    #expect(corpus.documents.allSatisfy { $0.text.count > 1000 })
  }

  @Test func edgeCasesAreWhatTheReadmeSays() async throws {
    let corpus = try await read(Self.seeds + "/.edge-cases") { $0.onError = .skip }
    #expect(corpus.account.recordsRead == 14 + 7 + 3)
    #expect(corpus.account.recordsRejected == 4)
    #expect(corpus.account.recordsKept == corpus.documents.count)
    #expect(try await readingError(Self.seeds + "/.edge-cases")?.line == 2)
  }

  @Test func everyEdgeCaseIsDecoded() async throws {
    #expect(try await edgeCase("empty.txt").text.isEmpty)
    #expect(try await edgeCase("one-word.txt").text == "Reconciliation")
    #expect(try await edgeCase("emoji-only.txt").text.string.hasPrefix("😀🎉👩‍👩‍👧‍👦🇵🇸👍🏽"))
    #expect(try await edgeCase("invalid-utf8.txt").text.string.filter { $0 == "\u{FFFD}" }.count == 4)
    #expect(try await edgeCase("bom.txt").text.string.hasPrefix("A byte-order mark"))
    #expect(try await edgeCase("crlf.txt").text.string.utf8.filter { $0 == 13 }.count == 4)
    let huge = try await edgeCase("huge-line.txt").text
    #expect(huge.count > 290_000 && !huge.bytes.contains(10))
    let words = try await edgeCase("combining.txt").text.string.split(separator: "\n")
    #expect(words[0] == words[1] && !words[0].utf8.elementsEqual(words[1].utf8))
    let identical = try await read(Self.seeds + "/.edge-cases/identical")
    #expect(identical.documents.count == 3 && Set(identical.texts).count == 1)
  }

  @Test func recordsOfTheEdgeCases() async throws {
    let json = try await read(Self.seeds + "/.edge-cases/malformed.jsonl") { $0.onError = .skip }
    #expect(json.ids == ["good-1", "surrogate", "1.0"])
    #expect(json.warnings.map(\.record) == [2, 3, 4, 5, 6])
    let csv = try await read(Self.seeds + "/.edge-cases/quoted.csv")
    #expect(csv.texts == ["He said \"yes\", and left.", "One line\nand another,\nin one record.", ""])
    #expect(csv.documents.map(\.origin.line) == [2, 3, 6])
  }
}
