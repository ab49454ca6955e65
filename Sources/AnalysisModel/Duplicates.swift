/// The families of duplicate documents of a corpus.
public struct DuplicateFindings: Sendable, Hashable {
  /// Families in the order of their representatives; every family has at least two members.
  public var families: [DuplicateFamily]
  /// Groups of documents that fill one frame with different facts; none of them replaces another.
  public var templates: [TemplateGroup]
  /// Documents without any token: they can only be identical to each other.
  public var documentsWithoutTokens: [Int]

  /// Findings of one run.
  public init(
    families: [DuplicateFamily], templates: [TemplateGroup] = [], documentsWithoutTokens: [Int]
  ) {
    self.families = families
    self.templates = templates
    self.documentsWithoutTokens = documentsWithoutTokens
  }
}

/// A representative and the documents that are directly similar to it. Families never chain.
public struct DuplicateFamily: Sendable, Hashable {
  /// 1-based, in output order.
  public var number: Int
  /// The document the others are compared with.
  public var representative: Int
  /// The other documents, in document order.
  public var members: [DuplicateMember]

  /// A family around a representative.
  public init(number: Int, representative: Int, members: [DuplicateMember]) {
    self.number = number
    self.representative = representative
    self.members = members
  }
}

/// One document of a family and why it is there.
public struct DuplicateMember: Sendable, Hashable {
  /// The document's index.
  public var document: Int
  /// The first rule that holds, strictest first.
  public var verdict: DuplicateVerdict
  /// Jaccard similarity of the shingle sets with the representative, 0…1; exactly 1 for identical and same text.
  public var score: Double
  /// The share of this document's shingles that the representative holds, 0…1.
  public var containment: Double
  /// Whether all differing tokens are numbers, names or dates ("facts differ").
  public var factsDiffer: Bool
  /// What differs, in order; at most a few dozen entries, see `differencesOmitted`.
  public var differences: [WordDifference]
  /// How many further differences there are.
  public var differencesOmitted: Int

  /// A member with its evidence.
  public init(
    document: Int, verdict: DuplicateVerdict, score: Double, containment: Double,
    factsDiffer: Bool = false, differences: [WordDifference] = [], differencesOmitted: Int = 0
  ) {
    self.document = document
    self.verdict = verdict
    self.score = score
    self.containment = containment
    self.factsDiffer = factsDiffer
    self.differences = differences
    self.differencesOmitted = differencesOmitted
  }
}

/// How a duplicate relates to its representative: the first that holds.
public enum DuplicateVerdict: String, Sendable, Hashable, Codable, CaseIterable {
  /// The same bytes in the compared fields.
  case identical
  /// The same tokens after normalisation: case, white space, punctuation and Unicode forms may differ.
  case sameText = "same-text"
  /// Jaccard similarity of the shingle sets at or above the threshold.
  case nearCopy = "near-copy"
  /// (Nearly) all of this document stands inside the representative.
  case contained
  /// Joined to the representative through other members only (`--linkage components`); never removed.
  case related
}

/// A stretch of words that two texts do not share.
public struct WordDifference: Sendable, Hashable {
  /// The words of the representative, as written; empty where the other text inserted.
  public var representative: String
  /// The words of the other document, as written; empty where it left out.
  public var other: String

  /// A difference, one side of which may be empty.
  public init(representative: String, other: String) {
    self.representative = representative
    self.other = other
  }
}
