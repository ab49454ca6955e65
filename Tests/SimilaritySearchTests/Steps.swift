import Execution
import Synchronization

/// The steps that a progress handler received.
final class Steps: Sendable {
  private let steps = Mutex<[AnalysisProgress]>([])

  var all: [AnalysisProgress] { steps.withLock { $0 } }

  func add(_ step: AnalysisProgress) { steps.withLock { $0.append(step) } }
}
