import Synchronization

/// Working memory that pieces of a plan take and give back, so that each core allocates its own only once.
///
/// A piece must leave the memory as it found it: which piece used it before depends on the threads, and must not
/// show in any result.
public final class ScratchPool<Scratch: Sendable>: Sendable {
  private let idle = Mutex<[Scratch]>([])
  private let make: @Sendable () -> Scratch

  /// An empty pool.
  ///
  /// - Parameter make: makes new working memory when all is in use.
  public init(_ make: @Sendable @escaping () -> Scratch) { self.make = make }

  /// Lends working memory to a piece of work.
  public func with<Result>(_ body: (inout Scratch) throws -> Result) rethrows -> Result {
    var scratch = idle.withLock { $0.popLast() } ?? make()
    defer { idle.withLock { $0.append(scratch) } }
    return try body(&scratch)
  }
}
