import AnalysisModel
import DocumentDates
import DuplicateDocuments
import Execution

extension Analysis {
  /// The order in which documents are rather kept, and what a user should know about the data it rests on.
  ///
  /// - Parameter dates: by document index; needed where the rules ask for dates.
  /// - Returns: nil for input order.
  func keepOrder(
    of documents: [Document], dates: [DocumentDating]?
  ) -> (order: [Int]?, warnings: [DataWarning]) {
    let policies = configuration.duplicates.keep
    if policies == .first { return (nil, []) }
    let order = KeepOrder(policies)
    return (
      order.order(of: documents, dates: dates), order.warnings(about: documents, dates: dates)
    )
  }

  /// What is known about the documents' dates.
  func readDates(of documents: [Document]) async throws -> DateFindings {
    progress?(AnalysisProgress(stage: "reading dates", completed: 0))
    return try await DateFinder().dates(of: documents, parallelism: parallelism)
  }
}
