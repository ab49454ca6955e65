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
