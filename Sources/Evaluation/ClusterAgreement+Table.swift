import AnalysisModel

extension ClusterAgreement {
  /// Judges a table with every measure.
  ///
  /// - Complexity: that of `ContingencyTable.information`.
  public init(_ table: ContingencyTable) {
    self.init(
      documentCount: table.documentCount, goldClusterCount: table.goldSizes.count,
      foundClusterCount: table.foundSizes.count, bCubed: table.bCubed, pairwise: table.pairwise,
      adjustedRandIndex: table.adjustedRandIndex, information: table.information)
  }
}
