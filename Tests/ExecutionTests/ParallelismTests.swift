import Testing

@testable import Execution

@Suite("Running a fixed plan")
struct ParallelismTests {
  private struct Failure: Error, Equatable { let piece: Int }

  @Test("Results come in plan order on any number of threads", arguments: [1, 2, 5], [0, 1, 2, 100])
  func order(threads: Int, count: Int) async throws {
    let squares = try await Parallelism(threads: threads).map(count: count) { $0 * $0 }
    #expect(squares == (0..<count).map { $0 * $0 })
  }

  @Test("Streams hand over every piece once, in order", arguments: [1, 2, 5], [0, 1, 15, 16, 17, 100])
  func stream(threads: Int, count: Int) async throws {
    var seen: [Int] = []
    try await Parallelism(threads: threads).stream(count: count) {
      $0
    } consume: { piece, result in
      #expect(piece == result)
      seen.append(piece)
    }
    #expect(seen == Array(0..<count))
  }

  @Test("An error of a piece comes out", arguments: [1, 3])
  func failure(threads: Int) async {
    await #expect(throws: Failure(piece: 5)) {
      _ = try await Parallelism(threads: threads).map(count: 20) { piece in
        if piece == 5 { throw Failure(piece: piece) }
      }
    }
  }

  @Test("A cancelled task stops with CancellationError", arguments: [1, 2])
  func cancellation(threads: Int) async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await Parallelism(threads: threads).map(count: 10) { $0 }
    }
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }
}
