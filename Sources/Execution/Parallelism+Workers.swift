import Dispatch

extension Parallelism {
  /// Shares the pieces `0..<count` of a plan out among workers that keep what they learn from piece to piece.
  ///
  /// Which worker meets which piece depends on timing. A worker meets its pieces in ascending order, and there
  /// is at least one worker, also where there is no piece.
  ///
  /// - Parameters:
  ///   - make: makes a worker, on the thread that will use it.
  ///   - step: does a piece.
  ///   - finish: what is left of a worker after its last piece. What the caller makes of all workers' results
  ///     must not depend on who did what, nor on their order.
  /// - Throws: what `make` throws, else what `step` throws for the earliest piece that fails, or
  ///   `CancellationError` when the surrounding task is cancelled.
  package func accumulate<Worker: ~Copyable, Result: Sendable>(
    count: Int, make: @Sendable @escaping () throws -> Worker,
    step: @Sendable @escaping (inout Worker, Int) throws -> Void,
    finish: @Sendable @escaping (consuming Worker) -> Result
  ) async throws -> [Result] {
    let next = PieceCounter()
    @Sendable func work() -> WorkerOutcome<Result> {
      var piece = -1
      do {
        var worker = try make()
        while !Task.isCancelled {
          piece = next.take()
          if piece >= count { break }
          try step(&worker, piece)
        }
        return .finished(finish(worker))
      } catch {
        return .failed(piece: piece, error)
      }
    }
    let workers = max(1, min(threads, count))
    var outcomes: [WorkerOutcome<Result>] = []
    if workers == 1 {
      outcomes.append(work())
    } else {
      await withTaskGroup(of: WorkerOutcome<Result>.self) { group in
        for _ in 0..<workers { group.addTask { work() } }
        for await outcome in group { outcomes.append(outcome) }
      }
    }
    var results: [Result] = []
    var failure: (piece: Int, error: any Error)?
    for outcome in outcomes {
      switch outcome {
      case .finished(let result): results.append(result)
      case .failed(let piece, let error):
        if failure.map({ piece < $0.piece }) ?? true { failure = (piece, error) }
      }
    }
    if let failure { throw failure.error }
    try Task.checkCancellation()
    return results
  }

  /// Runs the pieces of a plan side by side and returns when all are done, without suspending: for kernels
  /// that write to disjoint parts of memory which is lent for the length of a closure.
  ///
  /// - Parameter body: a kernel; called from up to `threads` threads, this one among them.
  package func perform(count: Int, _ body: @Sendable (Int) -> Void) {
    if threads == 1 || count <= 1 {
      for piece in 0..<count { body(piece) }
      return
    }
    let next = PieceCounter()
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while true {
        let piece = next.take()
        if piece >= count { return }
        body(piece)
      }
    }
  }
}

private enum WorkerOutcome<Result: Sendable>: Sendable {
  case finished(Result)
  case failed(piece: Int, any Error)
}

/// Memory that several threads write to, each in places of its own.
///
/// Unchecked, because that the places are disjoint is a promise of the code that hands them out.
package struct DisjointMemory<Element: BitwiseCopyable>: @unchecked Sendable {
  /// The first element.
  package let base: UnsafeMutablePointer<Element>

  /// Lends memory out; it must outlive the work on it.
  package init(_ base: UnsafeMutablePointer<Element>) { self.base = base }
}

extension Array where Element: BitwiseCopyable {
  /// An array whose elements are written by several threads, each writing its own.
  ///
  /// - Parameter fill: must write every one of the `count` elements; not called for none.
  package init(count: Int, filledBy fill: (DisjointMemory<Element>) -> Void) {
    self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
      if count > 0, let base = buffer.baseAddress { fill(DisjointMemory(base)) }
      initialized = count
    }
  }
}
