/// Families and removals as a function of the thresholds, with pairs near each threshold to look at.
public struct DuplicateExploration: Sendable, Hashable {
  /// How many documents there are.
  public var documentCount: Int
  /// Tokens in all documents, titles included where they take part.
  public var tokenCount: Int
  /// Steps of the Jaccard threshold, ascending; containment as configured.
  public var jaccard: [Step]
  /// Steps of the containment threshold, ascending; Jaccard as configured.
  public var containment: [Step]

  /// The steps of one corpus.
  public init(documentCount: Int, tokenCount: Int, jaccard: [Step], containment: [Step]) {
    self.documentCount = documentCount
    self.tokenCount = tokenCount
    self.jaccard = jaccard
    self.containment = containment
  }

  /// What one threshold makes of the corpus.
  public struct Step: Sendable, Hashable {
    /// The threshold.
    public var threshold: DecimalFraction
    /// Whether it is the configured one.
    public var isConfigured: Bool
    /// How many families there are.
    public var familyCount: Int
    /// How many documents stand in families, representatives included.
    public var documentCount: Int
    /// How many documents have a representative that may replace them.
    public var removalCount: Int
    /// How many documents the largest family has; 0 without families.
    public var largestFamily: Int
    /// Pairs that just meet the threshold but not the next step's, nearest first.
    public var above: [BorderlinePair]
    /// Pairs that just miss it but meet the step before, nearest first; none at the lowest step.
    public var below: [BorderlinePair]

    /// A threshold and its families.
    public init(
      threshold: DecimalFraction, isConfigured: Bool, familyCount: Int, documentCount: Int,
      removalCount: Int, largestFamily: Int, above: [BorderlinePair] = [], below: [BorderlinePair] = []
    ) {
      self.threshold = threshold
      self.isConfigured = isConfigured
      self.familyCount = familyCount
      self.documentCount = documentCount
      self.removalCount = removalCount
      self.largestFamily = largestFamily
      self.above = above
      self.below = below
    }
  }

  /// A representative and a member near a threshold.
  public struct BorderlinePair: Sendable, Hashable {
    /// The representative.
    public var representative: Int
    /// The document it would replace.
    public var member: Int
    /// Jaccard similarity of the shingle sets.
    public var score: Double
    /// The share of the member's shingles that the representative holds.
    public var containment: Double
    /// Whether all differing tokens are numbers, names or dates.
    public var factsDiffer: Bool
    /// The first differences.
    public var differences: [WordDifference]
    /// How many further differences there are.
    public var differencesOmitted: Int

    /// A pair with its evidence.
    public init(
      representative: Int, member: Int, score: Double, containment: Double, factsDiffer: Bool = false,
      differences: [WordDifference] = [], differencesOmitted: Int = 0
    ) {
      self.representative = representative
      self.member = member
      self.score = score
      self.containment = containment
      self.factsDiffer = factsDiffer
      self.differences = differences
      self.differencesOmitted = differencesOmitted
    }
  }
}
