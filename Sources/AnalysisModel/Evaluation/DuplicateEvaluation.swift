/// Families of duplicates laid beside gold labels, with what is wrong about them.
public struct DuplicateEvaluation: Sendable, Hashable {
  /// How many documents have a label.
  public var documentCount: Int
  /// How many different labels there are.
  public var labelCount: Int
  /// How many families of at least two labelled documents were found.
  public var familyCount: Int
  /// Removals counted in records.
  public var records: DuplicateAgreement
  /// Families and labels counted in pairs of documents.
  public var pairs: PairCounts
  /// Families from which documents were wrongly removed: most first, then in the order of the gold file.
  public var mixedFamilies: [MixedFamily]
  /// Labels with redundant documents that were missed: most first, then in the order of the gold file.
  public var tornLabels: [TornLabel]

  /// Figures with their evidence.
  public init(
    documentCount: Int, labelCount: Int, familyCount: Int, records: DuplicateAgreement, pairs: PairCounts,
    mixedFamilies: [MixedFamily], tornLabels: [TornLabel]
  ) {
    self.documentCount = documentCount
    self.labelCount = labelCount
    self.familyCount = familyCount
    self.records = records
    self.pairs = pairs
    self.mixedFamilies = mixedFamilies
    self.tornLabels = tornLabels
  }

  /// A family with documents of other labels than its representative's.
  public struct MixedFamily: Sendable, Hashable {
    /// The representative's id.
    public var representative: String
    /// The representative's label.
    public var label: String
    /// How many of its documents bear that label too, itself not counted.
    public var rightlyRemoved: Int
    /// The others, in the order of the gold file.
    public var strangers: [Stranger]

    /// A family with strangers.
    public init(representative: String, label: String, rightlyRemoved: Int, strangers: [Stranger]) {
      self.representative = representative
      self.label = label
      self.rightlyRemoved = rightlyRemoved
      self.strangers = strangers
    }
  }

  /// A document that was removed for one of another label.
  public struct Stranger: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// Its own label.
    public var label: String

    /// A document with its label.
    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// A label whose documents were not all brought together.
  public struct TornLabel: Sendable, Hashable {
    /// The label.
    public var label: String
    /// How many redundant documents were missed, at least 1.
    public var missed: Int
    /// The documents that were kept, or removed for a stranger, in the order of the gold file.
    public var parts: [Part]

    /// A torn label.
    public init(label: String, missed: Int, parts: [Part]) {
      self.label = label
      self.missed = missed
      self.parts = parts
    }
  }

  /// A document of a torn label.
  public struct Part: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// The id of the stranger it was removed for; nil where it was kept.
    public var removedFor: String?
    /// How many documents of its label were rightly removed for it.
    public var rightlyRemoved: Int

    /// A document of a torn label.
    public init(id: String, removedFor: String?, rightlyRemoved: Int) {
      self.id = id
      self.removedFor = removedFor
      self.rightlyRemoved = rightlyRemoved
    }
  }
}
