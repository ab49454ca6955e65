/// Clusters laid beside gold labels, with those that disagree most.
public struct ClusterEvaluation: Sendable, Hashable {
  /// The field that names a document's cluster: `event`, `topic` or another.
  public var level: String
  /// Every measure.
  public var agreement: ClusterAgreement
  /// Pairs of documents together.
  public var pairs: PairCounts
  /// Clusters with documents of several labels: most wrong pairs first, then in the order of the gold file.
  public var mixedClusters: [Disagreement]
  /// Labels whose documents stand in several clusters: most missing pairs first, then in the gold file's order.
  public var tornLabels: [Disagreement]

  /// Figures with their evidence.
  public init(
    level: String, agreement: ClusterAgreement, pairs: PairCounts, mixedClusters: [Disagreement],
    tornLabels: [Disagreement]
  ) {
    self.level = level
    self.agreement = agreement
    self.pairs = pairs
    self.mixedClusters = mixedClusters
    self.tornLabels = tornLabels
  }

  /// A cluster that several labels share, or a label that several clusters share.
  public struct Disagreement: Sendable, Hashable {
    /// The cluster's or the label's name; nil for a cluster of one document that was not found in any.
    public var name: String?
    /// How many documents it has.
    public var documentCount: Int
    /// How many of its pairs of documents the other side parts.
    public var partedPairs: Int
    /// The other side's names with how many documents are shared, most first.
    public var parts: [Part]

    /// A disagreement.
    public init(name: String?, documentCount: Int, partedPairs: Int, parts: [Part]) {
      self.name = name
      self.documentCount = documentCount
      self.partedPairs = partedPairs
      self.parts = parts
    }
  }

  /// What a cluster and a label share.
  public struct Part: Sendable, Hashable {
    /// The name on the other side; nil for a document that was not found in any cluster.
    public var name: String?
    /// How many documents are shared.
    public var documentCount: Int
    /// The first of them, in the order of the gold file.
    public var example: String

    /// A part.
    public init(name: String?, documentCount: Int, example: String) {
      self.name = name
      self.documentCount = documentCount
      self.example = example
    }
  }
}
