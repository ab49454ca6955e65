import AnalysisModel

/// An exploration as one table: a row a threshold of either measure, without the pairs.
struct ExplorationCSV {
  private let exploration: DuplicateExploration

  init(_ exploration: DuplicateExploration) { self.exploration = exploration }

  /// The UTF-8 of the table.
  var bytes: [UInt8] {
    var writer = CSVWriter()
    writer.row(["measure", "threshold", "configured", "families", "documents", "removals", "largestFamily"])
    for (measure, steps) in [("jaccard", exploration.jaccard), ("containment", exploration.containment)] {
      for step in steps {
        writer.row([
          measure, step.threshold.description, "\(step.isConfigured)", "\(step.familyCount)",
          "\(step.documentCount)", "\(step.removalCount)", "\(step.largestFamily)",
        ])
      }
    }
    return writer.bytes
  }
}
