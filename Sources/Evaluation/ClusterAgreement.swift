/// All measures of how well found clusters agree with gold labels.
public struct ClusterAgreement: Sendable, Hashable {
  /// How many documents were judged.
  public let documentCount: Int
  /// How many clusters the gold labels make.
  public let goldClusterCount: Int
  /// How many clusters were found.
  public let foundClusterCount: Int
  /// Precision and recall averaged over documents.
  public let bCubed: PrecisionRecall
  /// Precision and recall over pairs of documents.
  public let pairwise: PrecisionRecall
  /// ARI.
  public let adjustedRandIndex: Double
  /// Homogeneity, completeness, V-measure, NMI, AMI.
  public let information: InformationAgreement

  /// Judges a table with every measure.
  public init(_ table: ContingencyTable) {
    documentCount = table.documentCount
    goldClusterCount = table.goldSizes.count
    foundClusterCount = table.foundSizes.count
    bCubed = table.bCubed
    pairwise = table.pairwise
    adjustedRandIndex = table.adjustedRandIndex
    information = table.information
  }

  /// Found clusters for each gold cluster; nil where there is no gold cluster.
  public var clusterCountRatio: Double? {
    goldClusterCount > 0 ? Double(foundClusterCount) / Double(goldClusterCount) : nil
  }
}
