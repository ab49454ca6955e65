import AnalysisModel
import Execution
import Synchronization

/// Collects the steps a run reports.
final class Steps: Sendable {
  private let steps = Mutex<[AnalysisProgress]>([])

  var all: [AnalysisProgress] { steps.withLock { $0 } }

  func append(_ step: AnalysisProgress) { steps.withLock { $0.append(step) } }
}
