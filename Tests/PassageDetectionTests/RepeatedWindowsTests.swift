import Execution
import TestSupport
import Testing

@testable import PassageDetection

struct RepeatedWindowsTests {
  @Test func hashesEveryWindowWhateverThePieces() async throws {
    var generator = SeededGenerator(seed: 4)
    let ids = (0..<100).map { _ in UInt32.random(in: 0..<9, using: &generator) }
    let ranges = [0..<3, 3..<40, 40..<44, 44..<44, 44..<100]
    for windowsPerPiece in [1, 2, 7, 50, 1_000] {
      for threads in 1...3 {
        let windows = try await WindowHashes(
          of: ids, in: ranges, width: 4, parallelism: Parallelism(threads: threads),
          windowsPerPiece: windowsPerPiece)
        var hashes: [Int: UInt64] = [:]
        for number in 0..<4 {
          windows.forEach(ofClass: number, classBits: 2) { start, hash in hashes[start] = hash }
        }
        let starts = Array(3...36) + [40] + Array(44...96)
        #expect(hashes.keys.sorted() == starts && windows.count == starts.count)
        for start in starts {
          let alone = try await WindowHashes(
            of: Array(ids[start..<start + 4]), in: [0..<4], width: 4, parallelism: Parallelism(threads: 1))
          #expect(hashes[start] == alone.stretches[0].hashes[0], "window at \(start)")
        }
      }
    }
  }

  @Test func keepsAllRepeatedWindowsAndHardlyAnyOther() async throws {
    var generator = SeededGenerator(seed: 5)
    var ids = (0..<4_000).map { _ in UInt32.random(in: 0..<100_000, using: &generator) }
    ids.replaceSubrange(3_000..<3_020, with: ids[100..<120])
    let tokens = TokenizedCorpusStub.corpus(of: ids)
    let starts = try await RepeatedWindows(width: 12, parallelism: Parallelism(threads: 2))
      .starts(in: CorpusFields(of: tokens, minimumTokens: 12), ids: ids)
    #expect(ids.indices.filter(starts.contains) == Array(100...108) + Array(3_000...3_008))
  }
}
