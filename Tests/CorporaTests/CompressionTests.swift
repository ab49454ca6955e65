import AnalysisModel
import Foundation
import TestSupport
import Testing

@testable import Corpora

/// How a test compresses, and the extension that says so.
enum Packing: String, CaseIterable, CustomTestStringConvertible {
  case gz, zst

  var testDescription: String { rawValue }

  func pack(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    switch self {
    case .gz: Compressed.gzip(bytes)
    case .zst: Compressed.zstandard(bytes)
    }
  }

  /// What holds no data and may stand between members.
  var emptyMember: [UInt8] {
    switch self {
    case .gz: Compressed.gzip([])
    // A skippable frame of three bytes.
    case .zst: [0x53, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
    }
  }
}

@Suite struct CompressionTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let contents: [(suffix: String, text: String)] = [
    ("txt", "one\r\ntwo\n"), ("md", "---\ntitle: T\n---\ntext"), ("html", "<title>T</title><p>page"),
    ("jsonl", "{\"text\":\"a\",\"title\":\"t\"}\n\n{\"text\":\"b\"}"), ("csv", "text,id\n\"a\nb\",7\nc,8\n"),
    ("tsv", "text\tid\na,b\t7\n"),
  ]

  @Test(arguments: Packing.allCases) func everyKindIsReadAsIfItWerePlain(packing: Packing) async throws {
    for (suffix, text) in Self.contents {
      let plain = try await read(try folder.write("a.\(suffix)", text))
      let packed = try await read(
        try folder.write("a.\(suffix).\(packing.rawValue)", packing.pack(text.utf8)))
      #expect(packed.texts == plain.texts && packed.account == plain.account)
      #expect(packed.documents.map(\.title) == plain.documents.map(\.title))
      #expect(packed.documents.map(\.origin.bytes) == plain.documents.map(\.origin.bytes))
      #expect(packed.documents.map(\.origin.line) == plain.documents.map(\.origin.line))
      // The extension stays in the id, which is the file's path.
      #expect(
        packed.ids == plain.ids.map { $0.replacing("a.\(suffix)", with: "a.\(suffix).\(packing.rawValue)") })
      #expect(packed.warnings.isEmpty)
    }
  }

  @Test(arguments: Packing.allCases) func membersFollowOneAnother(packing: Packing) async throws {
    let pieces = ["{\"text\":\"a\"}\n{\"te", "", "xt\":\"b\"}\n", "{\"text\":\"c\"}"]
    var bytes = packing.emptyMember
    for piece in pieces { bytes += packing.pack(piece.utf8) + packing.emptyMember }
    let corpus = try await read(try folder.write("a.jsonl.\(packing.rawValue)", bytes))
    #expect(corpus.texts == ["a", "b", "c"] && corpus.warnings.isEmpty)
  }

  @Test(arguments: Packing.allCases) func theFirstBytesDecideAndNotTheName(packing: Packing) async throws {
    let packed = packing.pack("{\"text\":\"x\"}\n".utf8)
    let input = try folder.write("input", packed)
    #expect(try await read("-", standardInput: #require(FileHandle(forReadingAtPath: input))).ids == ["-#1"])
    #expect(try await read(try folder.write("a.jsonl", packed)).texts == ["x"])
    #expect(try await read(input) { $0.format = .jsonl }.texts == ["x"])
    let other = packing == .gz ? "zst" : "gz"
    #expect(try await read(try folder.write("b.jsonl.\(other)", packed)).texts == ["x"])
  }

  @Test(arguments: ["", "{\"text\":\"x\"}\n"])
  func aPlainFileOfACompressedNameIsAnError(text: String) async throws {
    for (name, kind) in [("a.jsonl.gz", "gzip"), ("a.txt.gz", "gzip"), ("a.csv.zst", "Zstandard")] {
      let path = try folder.write(name, text)
      let error = try #require(try await readingError(path))
      #expect(error.problem == "the file is no \(kind) stream, although its name says so")
      #expect(error.path == path && error.remedy != nil)
    }
  }

  @Test(arguments: Packing.allCases)
  func whatFollowsTheStreamIsLeftOutWithAWarning(packing: Packing) async throws {
    for (name, text) in [("a.jsonl", "{\"text\":\"x\"}"), ("a.csv", "text\nx"), ("a.txt", "x")] {
      let packed = packing.pack(text.utf8)
      let path = try folder.write("\(name).\(packing.rawValue)", packed + Array("garbage".utf8))
      let corpus = try await read(path)
      let kind = packing == .gz ? "gzip" : "Zstandard"
      #expect(corpus.texts == ["x"])
      #expect(
        corpus.warnings == [
          DataWarning(
            path: path, message: "7 bytes were left out that stand after the end of the \(kind) stream")
        ])
      // As tapes and some servers fill up.
      try folder.write("\(name).\(packing.rawValue)", packed + Array(repeating: 0, count: 300_000))
      let padded = try await read(path)
      #expect(padded.texts == ["x"] && padded.warnings.isEmpty)
    }
  }

  @Test(arguments: Packing.allCases, ["jsonl", "csv"])
  func ofAStreamThatIsCutShortTheWholeRecordsCount(packing: Packing, suffix: String) async throws {
    var random = SeededGenerator(seed: 7)
    let texts = (0..<20_000).map { "\($0) \(random.next())" }
    let lines = texts.map { suffix == "csv" ? $0 : "{\"text\":\"\($0)\"}" }
    let text = (suffix == "csv" ? ["text"] + lines : lines).joined(separator: "\n")
    let packed = packing.pack(text.utf8)
    for share in [3, 10, 50, 97] {
      let path = try folder.write(
        "a.\(suffix).\(packing.rawValue)", packed.prefix(packed.count * share / 100))
      let error = try #require(try await readingError(path))
      #expect(error.problem.hasSuffix("stream is cut short") && error.path == path)
      #expect(error.remedy?.contains("--on-error skip") == true)
      var corpora: [Corpus] = []
      do {
        for threads in [1, 2] {
          corpora.append(try await read(path, threads: threads) { $0.onError = .skip })
        }
      } catch let error as RefrainError {
        // Too short for a single record: then a path that is named cannot be read.
        #expect(share < 50, "\(share) %: \(error)")
        continue
      }
      #expect(corpora[0].documents == corpora[1].documents && corpora[0].warnings == corpora[1].warnings)
      let kept = corpora[0]
      #expect(kept.documents.count < texts.count && kept.texts == Array(texts.prefix(kept.documents.count)))
      #expect(kept.account.recordsRejected == 1)
      #expect(kept.warnings.map(\.path) == [path])
      #expect(kept.messages[0].hasPrefix("the rest of the file was left out: the "))
    }
  }

  @Test(arguments: Packing.allCases) func aTextThatIsCutShortIsNoDocument(packing: Packing) async throws {
    let packed = packing.pack((0..<5000).map { UInt8(truncatingIfNeeded: 97 + $0 % 26) })
    let path = try folder.write("a.txt.\(packing.rawValue)", packed.dropLast(5))
    #expect(try await readingError(path)?.path == path)
    let corpus = try await read(path, try folder.write("b.txt", "good")) { $0.onError = .skip }
    #expect(corpus.texts == ["good"] && corpus.account.recordsRejected == 1)
    #expect(corpus.messages.count == 1 && corpus.messages[0].hasPrefix("the file was left out: the "))
  }

  @Test(arguments: Packing.allCases, UInt64(1)...40)
  func damageIsFoundOrHarmless(packing: Packing, seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<50).map { "\($0) \(random.next())" }
    var packed = packing.pack(texts.map { "{\"text\":\"\($0)\"}\n" }.joined().utf8)
    packed[Int.random(in: 4..<packed.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
    let path = try folder.write("a.jsonl.\(packing.rawValue)", packed)
    do {
      let corpus = try await read(path) { $0.onError = .skip }
      #expect(corpus.account.recordsRead == corpus.documents.count + corpus.account.recordsRejected)
      // gzip has a checksum over all; without one damage may go unseen.
      let isWhole = corpus.texts == texts
      #expect(isWhole || packing == .zst || corpus.account.recordsRejected > 0, "seed \(seed)")
    } catch let error as RefrainError {
      #expect(error.remedy != nil, "seed \(seed): \(error)")
    }
  }

  @Test(arguments: Packing.allCases, UInt64(1)...30)
  func anySizesOfPiecesGiveTheSameBytes(packing: Packing, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var expected: [UInt8] = []
    var packed: [UInt8] = []
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let alphabet = UInt8.random(in: 1...255, using: &random)
      let member = (0..<Int.random(in: 0...3000, using: &random)).map { _ in
        UInt8.random(in: 0...alphabet, using: &random)
      }
      expected += member
      packed += packing.pack(member)
    }
    var source: any ByteSource = DecompressingSource(
      BytesSource(packed, step: Int.random(in: 1...100, using: &random)),
      compression: packing == .gz ? .gzip : .zstandard, path: "x")
    var got: [UInt8] = []
    while true {
      let size = Int.random(in: 1...700, using: &random)
      let piece = try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if piece.isEmpty { break }
      got += piece
    }
    #expect(got == expected, "seed \(seed)")
    #expect(source.remark == nil)
  }

  @Test func sizesAreThoseOfTheDecompressedBytes() async throws {
    let path = try folder.write("a.txt.gz", Compressed.gzip(Array(repeating: 97, count: 5000)))
    let corpus = try await read(path)
    #expect(corpus.account.bytes == 5000 && corpus.documents[0].origin.bytes == 0..<5000)
  }

  @Test(arguments: Packing.allCases) func whatIsCompressedTwiceIsAnError(packing: Packing) async throws {
    for name in ["a.txt", "a.jsonl"] {
      let path = try folder.write(
        "\(name).\(packing.rawValue)", packing.pack(packing.pack("{\"text\":\"x\"}".utf8)))
      #expect(try await readingError(path)?.problem.contains("compressed data") == true)
    }
  }
}
