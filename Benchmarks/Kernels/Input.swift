import Synchronization

/// The input of a benchmark, made when it is first asked for: each benchmark runs in a process of its own and should
/// not wait for the inputs of all others.
final class Input<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
