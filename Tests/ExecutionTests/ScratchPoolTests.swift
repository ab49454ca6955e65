import Synchronization
import Testing

@testable import Execution

@Suite("Working memory")
struct ScratchPoolTests {
  @Test("Memory is made once a core and handed round")
  func reuse() async throws {
    let made = Made()
    let pool = ScratchPool { () -> [Int] in
      made.count.withLock { $0 += 1 }
      return []
    }
    let results = try await Parallelism(threads: 3).map(count: 200) { piece in
      pool.with { scratch in
        scratch.append(piece)
        return scratch.removeLast()
      }
    }
    #expect(results == Array(0..<200))
    #expect((1...3).contains(made.count.withLock { $0 }))
  }

  private final class Made: Sendable {
    let count = Mutex(0)
  }
}
