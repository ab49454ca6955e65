/// Runs the pieces of a fixed plan on a number of tasks.
///
/// The plan never depends on the number of threads and results come back in plan order, so what is computed is
/// the same on one thread and on many.
public struct Parallelism: Sendable {
  /// How many pieces may run at a time, at least 1.
  public let threads: Int

  /// Up to `threads` pieces at a time.
  public init(threads: Int) {
    precondition(threads >= 1, "\(threads) threads")
    self.threads = threads
  }

  /// Maps the pieces `0..<count` of a plan, in parallel, to results in plan order.
  ///
  /// - Parameter body: a synchronous kernel; it may throw, and the first error by plan order is rethrown.
  /// - Throws: what `body` throws, or `CancellationError` when the surrounding task is cancelled.
  public func map<Result: Sendable>(
    count: Int, _ body: @Sendable @escaping (Int) throws -> Result
  ) async throws -> [Result] {
    if threads == 1 || count <= 1 {
      return try (0..<count).map { piece in
        try Task.checkCancellation()
        return try body(piece)
      }
    }
    let next = PieceCounter()
    let outcomes = await withTaskGroup(of: [(Int, Swift.Result<Result, any Error>)].self) { group in
      for _ in 0..<min(threads, count) {
        group.addTask {
          var done: [(Int, Swift.Result<Result, any Error>)] = []
          while !Task.isCancelled {
            let piece = next.take()
            if piece >= count { break }
            let outcome = Swift.Result { try body(piece) }
            done.append((piece, outcome))
            if case .failure = outcome { break }
          }
          return done
        }
      }
      var collected: [Swift.Result<Result, any Error>?] = Array(repeating: nil, count: count)
      for await done in group {
        for (piece, outcome) in done { collected[piece] = outcome }
      }
      return collected
    }
    // A failure leaves later pieces undone; report the failure of the earliest piece.
    for case .failure(let error)? in outcomes { throw error }
    try Task.checkCancellation()
    return try outcomes.map { outcome in
      guard let outcome else { throw CancellationError() }
      return try outcome.get()
    }
  }
}

extension Parallelism {
  /// Runs the pieces of a plan in parallel and hands each result over in plan order, holding only a few at a time.
  ///
  /// Later pieces are computed while one is consumed.
  ///
  /// - Parameters:
  ///   - count: how many pieces the plan has.
  ///   - waiting: how many results may wait for earlier ones, beside one that each thread works on; few where they
  ///     are large. Nil holds enough of them to keep all threads busy.
  ///   - body: a synchronous kernel.
  ///   - consume: receives piece number and result, in order, on the calling task.
  /// - Throws: what `body` throws for the earliest piece that fails, once all before it are consumed; what
  ///   `consume` throws; or `CancellationError` when the surrounding task is cancelled.
  public func stream<Result: Sendable>(
    count: Int, waiting: Int? = nil, _ body: @Sendable @escaping (Int) throws -> Result,
    consume: (Int, Result) throws -> Void
  ) async throws {
    if threads == 1 || count <= 1 {
      for piece in 0..<count {
        try Task.checkCancellation()
        try consume(piece, try body(piece))
      }
      return
    }
    let handover = OrderedHandover<Swift.Result<Result, any Error>>(
      window: (waiting ?? min(threads * 8, 64)) + threads)
    let next = PieceCounter()
    try await withTaskCancellationHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        defer { handover.close() }
        for _ in 0..<min(threads, count) {
          group.addTask {
            while true {
              let piece = next.take()
              if piece >= count { return }
              guard await handover.mayBegin(piece) else { return }
              handover.bring(Swift.Result { try body(piece) }, of: piece)
            }
          }
        }
        for piece in 0..<count {
          guard let outcome = await handover.next() else { throw CancellationError() }
          try consume(piece, try outcome.get())
          handover.advance()
        }
      }
    } onCancel: {
      handover.close()
    }
  }
}
