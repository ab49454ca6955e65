import Synchronization

/// Gives out the numbers of a plan's pieces, each once, in ascending order.
final class PieceCounter: Sendable {
  private let value = Atomic<Int>(0)

  func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}
