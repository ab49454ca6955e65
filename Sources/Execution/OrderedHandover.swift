import Synchronization

/// Hands results of pieces that are done side by side over in plan order, and holds workers back that would run
/// too far ahead.
final class OrderedHandover<Element: Sendable>: Sendable {
  private struct State: Sendable {
    /// Results that wait for their turn.
    var early: [Int: Element] = [:]
    /// The piece that is handed over next.
    var turn = 0
    var isClosed = false
    /// The receiver, while it waits for the piece whose turn it is.
    var receiver: CheckedContinuation<Element?, Never>?
    /// Workers that wait for the turn to come near their piece.
    var waiting: [(piece: Int, worker: CheckedContinuation<Bool, Never>)] = []
  }

  private let state = Mutex(State())
  private let window: Int

  /// - Parameter window: how many pieces may be begun and not yet handed over.
  init(window: Int) { self.window = window }

  /// Waits until a piece may be begun.
  ///
  /// - Returns: false where no more results are wanted.
  func mayBegin(_ piece: Int) async -> Bool {
    await withCheckedContinuation { worker in
      let answer: Bool? = state.withLock { state in
        if state.isClosed { return false }
        if piece < state.turn + window { return true }
        state.waiting.append((piece, worker))
        return nil
      }
      if let answer { worker.resume(returning: answer) }
    }
  }

  /// Brings the result of a piece.
  func bring(_ element: Element, of piece: Int) {
    let receiver: CheckedContinuation<Element?, Never>? = state.withLock { state in
      if piece == state.turn, let receiver = state.receiver {
        state.receiver = nil
        return receiver
      }
      state.early[piece] = element
      return nil
    }
    receiver?.resume(returning: element)
  }

  /// Waits for the result whose turn it is; nil once closed.
  func next() async -> Element? {
    let element: Element? = await withCheckedContinuation { receiver in
      let answer: Element?? = state.withLock { state in
        if state.isClosed { return .some(nil) }
        if let element = state.early.removeValue(forKey: state.turn) { return element }
        state.receiver = receiver
        return .none
      }
      if let answer { receiver.resume(returning: answer) }
    }
    return element
  }

  /// Says that the result received last is dealt with.
  func advance() {
    let ready: [CheckedContinuation<Bool, Never>] = state.withLock { state in
      state.turn += 1
      let limit = state.turn + window
      let ready = state.waiting.filter { $0.piece < limit }.map(\.worker)
      state.waiting.removeAll { $0.piece < limit }
      return ready
    }
    for worker in ready { worker.resume(returning: true) }
  }

  /// Ends the handing over: workers stop, and the receiver gets nothing more.
  func close() {
    let (workers, receiver) = state.withLock { state in
      state.isClosed = true
      defer {
        state.waiting = []
        state.receiver = nil
        state.early = [:]
      }
      return (state.waiting.map(\.worker), state.receiver)
    }
    for worker in workers { worker.resume(returning: false) }
    receiver?.resume(returning: nil)
  }
}
