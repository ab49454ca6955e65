import Synchronization
import Testing

@testable import Execution

@Suite("Streaming a plan's results in order")
struct StreamTests {
  private struct Failure: Error, Equatable { let piece: Int }

  @Test("a failure comes after all that was before it, and nothing comes after it", arguments: [1, 2, 5])
  func failure(threads: Int) async {
    for failing in [0, 1, 16, 17, 40, 99] {
      var seen: [Int] = []
      await #expect(throws: Failure(piece: failing)) {
        try await Parallelism(threads: threads).stream(count: 100) { piece in
          if piece >= failing && piece % 3 == failing % 3 { throw Failure(piece: piece) }
          return piece
        } consume: { _, result in
          seen.append(result)
        }
      }
      #expect(seen == Array(0..<failing))
    }
  }

  @Test("a receiver that fails ends the work", arguments: [1, 2, 5])
  func consumerFailure(threads: Int) async {
    let begun = Mutex(0)
    await #expect(throws: Failure(piece: 7)) {
      try await Parallelism(threads: threads).stream(count: 10_000) { piece in
        begun.withLock { $0 += 1 }
        return piece
      } consume: { piece, _ in
        if piece == 7 { throw Failure(piece: piece) }
      }
    }
    #expect(begun.withLock { $0 } < 200)
  }

  @Test("no worker runs far ahead of the receiver", arguments: [2, 5])
  func window(threads: Int) async throws {
    let begun = Mutex(0)
    var farthest = 0
    try await Parallelism(threads: threads).stream(count: 1000) { piece in
      begun.withLock { $0 = max($0, piece) }
    } consume: { piece, _ in
      farthest = max(farthest, begun.withLock { $0 } - piece)
    }
    #expect(farthest <= threads * 9)
  }

  @Test("a cancelled task stops with CancellationError", arguments: [1, 2, 5])
  func cancellation(threads: Int) async {
    let task = Task {
      try await Parallelism(threads: threads).stream(count: 1000) {
        $0
      } consume: { piece, _ in
        if piece == 20 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
