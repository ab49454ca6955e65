/// The repeated passages of a corpus.
public struct PassageFindings: Sendable, Hashable {
  /// Passages, ordered by first place, the longer first on ties.
  public var passages: [Passage]
  /// For every document, how many of its tokens lie in at least one reported place.
  public var repeatedTokens: [Int]
  /// For every document, how many tokens it has.
  public var documentTokens: [Int]

  /// Findings of one run.
  public init(passages: [Passage], repeatedTokens: [Int], documentTokens: [Int]) {
    self.passages = passages
    self.repeatedTokens = repeatedTokens
    self.documentTokens = documentTokens
  }
}

/// A run of tokens that stands at two or more places.
public struct Passage: Sendable, Hashable {
  /// 1-based, in output order.
  public var number: Int
  /// Its length in tokens.
  public var tokenCount: Int
  /// What sort of repetition it is.
  public var kind: PassageKind
  /// Whether it is here because it is a whole line that stands twice, shorter than the minimum of a run.
  public var isLine: Bool
  /// The text as at the first place.
  public var text: String
  /// All places, in document order; they never overlap.
  public var places: [Place]

  /// A passage with all its places.
  public init(
    number: Int, tokenCount: Int, kind: PassageKind, isLine: Bool, text: String, places: [Place]
  ) {
    self.number = number
    self.tokenCount = tokenCount
    self.kind = kind
    self.isLine = isLine
    self.text = text
    self.places = places
  }
}

/// What sort of repetition a passage is.
public enum PassageKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// All places lie in one document.
  case `internal`
  /// It stands in several documents.
  case reused
  /// It makes up most of two of its documents.
  case syndicated
  /// It stands between quotation marks at all places but one.
  case quotation
  /// It stands in a large share of one source's documents, at the same place.
  case boilerplate
}
