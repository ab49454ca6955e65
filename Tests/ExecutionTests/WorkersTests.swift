import Synchronization
import Testing

@testable import Execution

@Suite("Workers and kernels without suspension")
struct WorkersTests {
  private struct Failure: Error, Equatable {
    var piece: Int
  }

  @Test("every piece is done once, by workers that meet theirs in ascending order", arguments: [1, 2, 5])
  func pieces(threads: Int) async throws {
    for count in [0, 1, 2, 7, 100] {
      let workers = try await Parallelism(threads: threads).accumulate(
        count: count, make: { [Int]() }, step: { $0.append($1) }, finish: { $0 })
      #expect(workers.count == max(1, min(threads, count)))
      #expect(workers.allSatisfy { $0 == $0.sorted() })
      #expect(workers.flatMap { $0 }.sorted() == Array(0..<count))
    }
  }

  @Test("the failure of the earliest piece is thrown", arguments: [1, 2, 4])
  func failure(threads: Int) async {
    await #expect(throws: Failure(piece: 13)) {
      _ = try await Parallelism(threads: threads).accumulate(
        count: 100, make: { 0 }, step: { _, piece in if piece >= 13 { throw Failure(piece: piece) } },
        finish: { $0 })
    }
  }

  @Test("a cancelled task gives up", arguments: [1, 3])
  func cancellation(threads: Int) async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await Parallelism(threads: threads).accumulate(
        count: 10, make: { 0 }, step: { worker, _ in worker += 1 }, finish: { $0 })
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("a kernel meets every piece once", arguments: [1, 2, 5])
  func perform(threads: Int) {
    for count in [0, 1, 2, 1000] {
      let met = Mutex<[Int]>([])
      Parallelism(threads: threads).perform(count: count) { piece in met.withLock { $0.append(piece) } }
      #expect(met.withLock { $0.sorted() } == Array(0..<count))
    }
  }

  @Test("an array filled side by side", arguments: [0, 1, 1000])
  func filled(count: Int) {
    let squares = [Int](
      count: count,
      filledBy: { memory in
        Parallelism(threads: 3).perform(count: count) { (memory.base + $0).initialize(to: $0 * $0) }
      })
    #expect(squares == (0..<count).map { $0 * $0 })
  }
}
