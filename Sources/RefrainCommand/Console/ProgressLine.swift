import Foundation
import Refrain
import Synchronization

/// One line on a terminal that says what is being done; never in a pipe.
final class ProgressLine: Sendable {
  private struct State {
    var lastDrawn = ContinuousClock.now - .seconds(1)
    var stage = ""
    var width = 0
  }

  private let state = Mutex(State())
  private static let interval = Duration.milliseconds(100)

  /// A progress line on standard error, or nil where nobody would see it or it is not wanted.
  static func onTerminal(quiet: Bool) -> ProgressLine? {
    Console.standardError.isTerminal && !quiet ? ProgressLine() : nil
  }

  /// Shows a step, at most ten times a second and at every new stage.
  func show(_ step: AnalysisProgress) {
    state.withLock { state in
      let now = ContinuousClock.now
      guard step.stage != state.stage || now - state.lastDrawn >= Self.interval else { return }
      var line = step.stage
      if let total = step.total, total > 0 { line += " \(step.completed * 100 / total) %" }
      line += " …"
      let padding = String(repeating: " ", count: max(0, state.width - line.count))
      Console.standardError.write("\r" + line + padding)
      state = State(lastDrawn: now, stage: step.stage, width: line.count)
    }
  }

  /// Wipes the line before anything else is printed.
  func clear() {
    state.withLock { state in
      guard state.width > 0 else { return }
      Console.standardError.write("\r" + String(repeating: " ", count: state.width) + "\r")
      state = State()
    }
  }
}
