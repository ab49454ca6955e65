/// All measures of how well found clusters agree with gold labels.
public struct ClusterAgreement: Sendable, Hashable {
  /// How many documents were judged.
  public let documentCount: Int
  /// How many clusters the gold labels make.
  public let goldClusterCount: Int
  /// How many clusters were found.
  public let foundClusterCount: Int
  /// Precision and recall averaged over documents (B³).
  public let bCubed: PrecisionRecall
  /// Precision and recall over pairs of documents.
  public let pairwise: PrecisionRecall
  /// The Rand index corrected for chance (ARI), at most 1.
  public let adjustedRandIndex: Double
  /// Homogeneity, completeness, V-measure, NMI, AMI.
  public let information: InformationAgreement

  /// Measures of one comparison.
  public init(
    documentCount: Int, goldClusterCount: Int, foundClusterCount: Int, bCubed: PrecisionRecall,
    pairwise: PrecisionRecall, adjustedRandIndex: Double, information: InformationAgreement
  ) {
    self.documentCount = documentCount
    self.goldClusterCount = goldClusterCount
    self.foundClusterCount = foundClusterCount
    self.bCubed = bCubed
    self.pairwise = pairwise
    self.adjustedRandIndex = adjustedRandIndex
    self.information = information
  }

  /// Found clusters for each gold cluster; nil where there is no gold cluster.
  public var clusterCountRatio: Double? {
    goldClusterCount > 0 ? Double(foundClusterCount) / Double(goldClusterCount) : nil
  }
}

/// What two labellings tell about each other, in entropies (natural logarithms).
public struct InformationAgreement: Sendable, Hashable {
  /// 1 − H(gold | found) / H(gold): 1 where every found cluster holds one gold label only.
  public let homogeneity: Double
  /// 1 − H(found | gold) / H(found): 1 where no gold cluster is torn.
  public let completeness: Double
  /// The mutual information over the arithmetic mean of both entropies (NMI), 0…1.
  public let normalizedMutualInformation: Double
  /// The mutual information over the geometric mean of both entropies, 0…1.
  public let geometricNormalizedMutualInformation: Double
  /// NMI by the arithmetic mean, corrected for what chance gives (AMI): 1 for equal divisions, about 0 for
  /// independent ones.
  public let adjustedMutualInformation: Double
  /// AMI by the larger of both entropies.
  public let maximumAdjustedMutualInformation: Double

  /// Measures of one comparison.
  public init(
    homogeneity: Double, completeness: Double, normalizedMutualInformation: Double,
    geometricNormalizedMutualInformation: Double, adjustedMutualInformation: Double,
    maximumAdjustedMutualInformation: Double
  ) {
    self.homogeneity = homogeneity
    self.completeness = completeness
    self.normalizedMutualInformation = normalizedMutualInformation
    self.geometricNormalizedMutualInformation = geometricNormalizedMutualInformation
    self.adjustedMutualInformation = adjustedMutualInformation
    self.maximumAdjustedMutualInformation = maximumAdjustedMutualInformation
  }

  /// The harmonic mean of homogeneity and completeness (V-measure), 0 where both are 0.
  public var vMeasure: Double {
    homogeneity + completeness > 0
      ? 2 * homogeneity * completeness / (homogeneity + completeness) : 0
  }
}
