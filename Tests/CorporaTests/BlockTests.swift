import AnalysisModel
import Execution
import Foundation
import TestSupport
import Testing

@testable import Corpora

@Suite struct BlockTests {
  private func blocks(_ bytes: [UInt8], size: Int, step: Int = 3) throws -> [LineBlock] {
    var reader = LineBlockReader(BytesSource(bytes, step: step), blockSize: size)
    var blocks: [LineBlock] = []
    while let block = try reader.next() { blocks.append(block) }
    return blocks
  }

  private func randomLines(seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    let kinds: [[UInt8]] = [
      Array(#"{"text":"plain","id":"x"}"#.utf8), Array(#"{"text":"esc \n \ud83d \u00e9","title":"t"}"#.utf8),
      [], Array("  ".utf8), Array("broken".utf8), Array(#"{"body":1}"#.utf8),
      Array("{\"text\":\"".utf8) + [0xFF] + Array("\"}".utf8), Array(#"{"text":"","date":1,"id":12}"#.utf8),
    ]
    // A record that is good, so that there is a corpus.
    var bytes: [UInt8] = Bool.random(using: &random) ? [0xEF, 0xBB, 0xBF] : []
    bytes += kinds[0] + [10]
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      bytes += kinds.randomElement(using: &random) ?? []
      bytes += Bool.random(using: &random) ? [10] : [13, 10]
    }
    if Bool.random(using: &random), bytes.count > 40 { bytes.removeLast(2) }
    return bytes
  }

  @Test(arguments: UInt64(1)...60)
  func blocksAreWholeLinesAndNothingIsLost(seed: UInt64) throws {
    let bytes = randomLines(seed: seed)
    for size in [1, 7, 64, 100_000] {
      let blocks = try blocks(bytes, size: size)
      #expect(blocks.flatMap(\.bytes) == bytes, "seed \(seed), size \(size)")
      #expect(blocks.dropLast().allSatisfy { $0.bytes.last == 10 })
      var offset = 0
      for block in blocks {
        #expect(block.offset == offset)
        offset += block.bytes.count
      }
    }
  }

  @Test(arguments: UInt64(1)...60)
  func whatComesBeforeABreakIsHandedOutInWholeLines(seed: UInt64) throws {
    let bytes = randomLines(seed: seed)
    let lastLine = (bytes.lastIndex(of: 10) ?? -1) + 1
    for size in [1, 7, 64, 100_000] {
      var reader = LineBlockReader(BreakingSource(source: BytesSource(bytes, step: 5)), blockSize: size)
      var whole: [UInt8] = []
      #expect(throws: BreakingSource.Break.self, "seed \(seed), size \(size)") {
        while let block = try reader.next() { whole += block.bytes }
      }
      #expect(whole == Array(bytes[..<lastLine]), "seed \(seed), size \(size)")
      #expect(reader.offset == lastLine)
    }
  }

  @Test func aLongLineIsOneBlock() throws {
    let line = Array(repeating: UInt8(ascii: "x"), count: 100_000) + [10]
    let blocks = try blocks([97, 10] + line + [98, 10, 99], size: 1000, step: 333)
    #expect(blocks.map(\.bytes.count).max() ?? 0 < 102_000)
    #expect(blocks.flatMap(\.bytes) == [97, 10] + line + [98, 10, 99])
  }

  @Test(arguments: UInt64(1)...60)
  func decodingInBlocksEqualsDecodingAtOnce(seed: UInt64) throws {
    let bytes = randomLines(seed: seed)
    let whole = try corpus(bytes, blockSize: 1 << 20)
    for size in [1, 5, 50, 200] {
      let parts = try corpus(bytes, blockSize: size)
      #expect(parts.documents == whole.documents, "seed \(seed), size \(size)")
      #expect(parts.warnings == whole.warnings)
      #expect(parts.account == whole.account)
    }
  }

  private func corpus(_ bytes: [UInt8], blockSize: Int) throws -> Corpus {
    var options = InputOptions()
    options.onError = .skip
    options.onDuplicateID = .suffix
    let listing = try InputListing(paths: ["-"], options: options, standardInput: -1)
    var assembly = CorpusAssembly(listing: listing, options: options, progress: nil)
    for block in try blocks(bytes, size: blockSize) {
      try assembly.add([JSONLinesDecoder(options: options).decode(block, of: 0, path: "-")])
    }
    return try assembly.finish()
  }

  @Test(arguments: UInt64(1)...40)
  func threadsChangeNothing(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: seed)
    for file in 0..<Int.random(in: 1...6, using: &random) {
      try folder.write("\(file).jsonl", randomLines(seed: random.next()))
      try folder.write("\(file).txt", randomLines(seed: random.next()))
    }
    var reports: [Corpus] = []
    for threads in [1, 2, 5] {
      reports.append(
        try await read(folder.path, threads: threads) {
          $0.onError = .skip
          $0.onDuplicateID = .suffix
        })
    }
    for other in reports.dropFirst() {
      #expect(other.documents == reports[0].documents, "seed \(seed)")
      #expect(other.warnings == reports[0].warnings && other.account == reports[0].account)
    }
  }

  @Test func manyBlocksNumberRecordsAndLinesThrough() async throws {
    let folder = try TemporaryFolder()
    let lines = (0..<40_000).map { "{\"text\":\"\(String(repeating: "x", count: $0 % 150))\"}\n\n" }
    let path = try folder.write("a.jsonl", lines.joined())
    let corpus = try await read(path)
    #expect(corpus.documents.count == 40_000)
    #expect(corpus.documents.map(\.origin.line) == (0..<40_000).map { 2 * $0 + 1 })
    #expect(corpus.documents[39_999].id == "a.jsonl#40000")
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for document in corpus.documents[39_990...] {
      let range = try #require(document.origin.bytes)
      #expect(String(decoding: bytes[range], as: UTF8.self) == "{\"text\":\"\(document.text)\"}")
    }
  }
}
