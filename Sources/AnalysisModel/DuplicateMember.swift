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
  /// The share of the representative's shingles that this document holds, 0…1.
  public var representativeContainment: Double
  /// The share of tokens or characters that alignment matched, 0…1, where that decided; else nil.
  public var identity: Double?
  /// Whether all differing tokens are numbers, names or dates ("facts differ").
  public var factsDiffer: Bool
  /// What differs, in order; at most a few dozen entries, see `differencesOmitted`.
  public var differences: [WordDifference]
  /// How many further differences there are.
  public var differencesOmitted: Int
  /// The longest runs of words that a contained document shares with its representative, longest first, ties in
  /// document order; at most a few. Empty for other verdicts.
  public var sharedPassages: [SharedPassage]

  /// A member with its evidence.
  public init(
    document: Int, verdict: DuplicateVerdict, score: Double, containment: Double,
    representativeContainment: Double = 1, identity: Double? = nil, factsDiffer: Bool = false,
    differences: [WordDifference] = [], differencesOmitted: Int = 0, sharedPassages: [SharedPassage] = []
  ) {
    self.document = document
    self.verdict = verdict
    self.score = score
    self.containment = containment
    self.representativeContainment = representativeContainment
    self.identity = identity
    self.factsDiffer = factsDiffer
    self.differences = differences
    self.differencesOmitted = differencesOmitted
    self.sharedPassages = sharedPassages
  }

  /// What the verdict rests on, 0…1: the containment of a contained document; of a near copy the identity where
  /// alignment decided, else the Jaccard similarity, as of one that is related through others; 1 for identical and
  /// same text.
  public var strength: Double {
    switch verdict {
    case .identical, .sameText: 1
    case .nearCopy, .related: identity ?? score
    case .contained: containment
    }
  }
}

/// A run of words that a document and its representative share.
public struct SharedPassage: Sendable, Hashable {
  /// Its length in tokens.
  public var tokenCount: Int
  /// Where it stands in the document.
  public var place: Place
  /// Where it stands in the representative.
  public var representativePlace: Place

  /// A run with its two places.
  public init(tokenCount: Int, place: Place, representativePlace: Place) {
    self.tokenCount = tokenCount
    self.place = place
    self.representativePlace = representativePlace
  }
}
