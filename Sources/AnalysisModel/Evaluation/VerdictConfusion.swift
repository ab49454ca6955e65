/// Verdicts on pairs of documents laid beside the expected ones.
public struct VerdictConfusion: Sendable, Hashable {
  /// What a search can have said about two documents, in the order of rows and columns.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// The same bytes.
    case identical
    /// The same tokens.
    case sameText = "same-text"
    /// Both stand in one template group.
    case template
    /// One replaces the other as a near copy.
    case nearCopy = "near-copy"
    /// The document that should stand inside the other does.
    case contained
    /// The document that should stand inside the other is said to hold it.
    case reversed
    /// Both were removed for, or one stands beside, a third document of one family.
    case sameFamily = "same-family"
    /// The document was removed for one that has nothing to do with the other.
    case elsewhere
    /// None of these: both are kept as far as this pair is concerned.
    case related
  }

  /// How many cases have an expected verdict (row) and an outcome (column), by `Outcome.allCases`.
  public var counts: [[Int]]
  /// How many cases are right.
  public var rightCount: Int
  /// How many cases there are.
  public var caseCount: Int
  /// The kinds of cases, in order of first appearance; empty where the gold file names none.
  public var kinds: [Kind]
  /// How many pairs should be marked as differing in facts only and were found as near copies.
  public var factsExpected: Int
  /// How many of these are marked.
  public var factsFound: Int
  /// Documents of expected templates that were removed all the same, in the order of the gold file, each once.
  public var removedSiblings: [String]
  /// What is wrong, in the order of the gold file.
  public var mistakes: [Mistake]

  /// A confusion matrix with its evidence.
  public init(
    counts: [[Int]], rightCount: Int, caseCount: Int, kinds: [Kind], factsExpected: Int, factsFound: Int,
    removedSiblings: [String] = [], mistakes: [Mistake]
  ) {
    self.counts = counts
    self.rightCount = rightCount
    self.caseCount = caseCount
    self.kinds = kinds
    self.factsExpected = factsExpected
    self.factsFound = factsFound
    self.removedSiblings = removedSiblings
    self.mistakes = mistakes
  }

  /// Cases of one kind.
  public struct Kind: Sendable, Hashable {
    /// What the gold file calls it.
    public var name: String
    /// How many are right.
    public var rightCount: Int
    /// How many there are.
    public var caseCount: Int

    /// Cases of one kind.
    public init(name: String, rightCount: Int = 0, caseCount: Int = 0) {
      self.name = name
      self.rightCount = rightCount
      self.caseCount = caseCount
    }
  }

  /// A wrong verdict.
  public struct Mistake: Sendable, Hashable {
    /// The document that the verdict is on.
    public var id: String
    /// The document it is compared with.
    public var original: String
    /// What kind of case it is; nil where the gold file does not say.
    public var kind: String?
    /// What should have been said.
    public var expected: Outcome
    /// What was said.
    public var found: Outcome
    /// The document it was removed for, where that is not the other one.
    public var removedFor: String?

    /// A wrong verdict.
    public init(
      id: String, original: String, kind: String?, expected: Outcome, found: Outcome,
      removedFor: String? = nil
    ) {
      self.id = id
      self.original = original
      self.kind = kind
      self.expected = expected
      self.found = found
      self.removedFor = removedFor
    }
  }
}
