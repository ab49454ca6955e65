import AnalysisModel

extension ContingencyTable {
  /// B³: for each document the share of its found cluster that has its gold label (precision) and the share
  /// of its gold cluster that stands in its found cluster (recall), averaged over documents with equal
  /// weight.
  ///
  /// Two empty labellings agree: both shares are 1.
  ///
  /// - Complexity: O(cells).
  ///
  /// Source: Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing Using the Vector Space Model"
  /// (1998).
  public var bCubed: PrecisionRecall {
    guard documentCount > 0 else { return PrecisionRecall(precision: 1, recall: 1) }
    var precision = 0.0
    var recall = 0.0
    for cell in cells {
      let squared = Double(cell.count) * Double(cell.count)
      precision += squared / Double(foundSizes[cell.found])
      recall += squared / Double(goldSizes[cell.gold])
    }
    return PrecisionRecall(
      precision: precision / Double(documentCount), recall: recall / Double(documentCount))
  }
}
