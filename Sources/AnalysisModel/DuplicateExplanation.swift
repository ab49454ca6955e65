/// Why two documents are, or are not, duplicates of each other: every measure, every rule, the words that
/// differ, the passages they share, and what the families of the whole corpus say about both.
public struct DuplicateExplanation: Sendable, Hashable {
  /// The document that was named first.
  public var a: Side
  /// The document that was named second.
  public var b: Side
  /// How many distinct shingles both documents hold.
  public var sharedShingles: Int
  /// How many tokens an alignment of titles with titles and texts with texts matches, in order.
  public var alignedTokens: Int
  /// Whether all differing tokens are numbers, names or dates ("facts differ").
  public var factsDiffer: Bool
  /// The rules in the order in which they are tried; the first that holds decides.
  public var checks: [RuleCheck]
  /// Everything that differs, title first, in order.
  public var differences: [Difference]
  /// Passages with places in both documents, ordered by first place in `a`'s or `b`'s text.
  public var passages: [Passage]

  /// An explanation of two documents.
  public init(
    a: Side, b: Side, sharedShingles: Int, alignedTokens: Int, factsDiffer: Bool, checks: [RuleCheck],
    differences: [Difference], passages: [Passage] = []
  ) {
    self.a = a
    self.b = b
    self.sharedShingles = sharedShingles
    self.alignedTokens = alignedTokens
    self.factsDiffer = factsDiffer
    self.checks = checks
    self.differences = differences
    self.passages = passages
  }

  /// The rule that decides: the first that holds; nil where none does.
  public var deciding: RuleCheck? { checks.first(where: \.holds) }

  /// Of the rules that were measured and do not hold, the one that came nearest, ties to the earlier; nil
  /// where the documents share nothing.
  public var nearest: RuleCheck? {
    var best: RuleCheck?
    for check in checks where !check.holds && check.nearness > (best?.nearness ?? 0) { best = check }
    return best
  }

  /// Both sides.
  public var sides: [Side] { [a, b] }
}

extension DuplicateExplanation {
  /// One of the two documents.
  public struct Side: Sendable, Hashable {
    /// The document's index.
    public var document: Int
    /// Bytes of the compared fields.
    public var bytes: Int
    /// Tokens of the compared fields.
    public var tokens: Int
    /// Distinct shingles.
    public var shingles: Int
    /// What the families say about it.
    public var standing: DuplicateStanding

    /// A document with its sizes.
    public init(
      document: Int, bytes: Int, tokens: Int, shingles: Int, standing: DuplicateStanding = .init()
    ) {
      self.document = document
      self.bytes = bytes
      self.tokens = tokens
      self.shingles = shingles
      self.standing = standing
    }
  }

  /// A stretch that the two documents do not share; at most one side is empty.
  public struct Difference: Sendable, Hashable {
    /// The first document's words as written.
    public var a: String
    /// The second document's words as written.
    public var b: String
    /// Where the first document's words stand; nil where it has none here.
    public var placeInA: Place?
    /// Where the second document's words stand; nil where it has none here.
    public var placeInB: Place?

    /// A difference with its places.
    public init(a: String, b: String, placeInA: Place?, placeInB: Place?) {
      self.a = a
      self.b = b
      self.placeInA = placeInA
      self.placeInB = placeInB
    }
  }
}

/// One rule applied to two documents, with the figures it went by.
public struct RuleCheck: Sendable, Hashable {
  /// The rules, in the order in which they are tried.
  public enum Rule: String, Sendable, Hashable, Codable, CaseIterable {
    /// The same bytes in the compared fields.
    case identical
    /// The same tokens in the same fields.
    case sameText = "same-text"
    /// Both fill one template that at least three documents share.
    case template
    /// Jaccard similarity of the shingle sets.
    case nearCopy = "near-copy"
    /// The share of characters that are the same.
    case identity = "near-copy-by-identity"
    /// Containment of the first document in the second.
    case aInB = "a-contained-in-b"
    /// Containment of the second document in the first.
    case bInA = "b-contained-in-a"
  }

  /// What else plays a part in the rule of identity.
  public enum Circumstance: String, Sendable, Hashable, Codable {
    /// The numbers and dates are mostly others: the two are no copies, however alike they are.
    case otherNumbers = "other-numbers"
    /// The numbers and dates are mostly the same: twice as much may differ.
    case sameNumbers = "same-numbers"
    /// They share less than an eighth of their rare shingles: such texts are not aligned.
    case fewRareShingles = "few-rare-shingles"
  }

  /// A share of counts beside the threshold it must meet.
  public struct Measure: Sendable, Hashable {
    /// The shared shingles, or the characters that are the same.
    public var part: Int
    /// The shingles or characters they are a share of.
    public var whole: Int
    /// The least share that counts.
    public var threshold: DecimalFraction

    /// A share and its threshold.
    public init(part: Int, whole: Int, threshold: DecimalFraction) {
      self.part = part
      self.whole = whole
      self.threshold = threshold
    }

    /// The share, 0…1; 0 of nothing.
    public var value: Double { whole == 0 ? 0 : Double(part) / Double(whole) }

    /// Whether the threshold is met, decided in integers; sharing nothing meets none.
    public var isMet: Bool { part > 0 && threshold.isMet(by: part, of: whole) }
  }

  /// A number of tokens beside the least number a rule asks for.
  public struct Length: Sendable, Hashable {
    /// The tokens there are.
    public var tokens: Int
    /// The tokens there must be.
    public var minimum: Int

    /// A length and its minimum.
    public init(tokens: Int, minimum: Int) {
      self.tokens = tokens
      self.minimum = minimum
    }

    /// Whether there are enough.
    public var isMet: Bool { tokens >= minimum }
  }

  /// Which rule.
  public var rule: Rule
  /// Whether it holds for the two documents.
  public var holds: Bool
  /// What was measured; nil for rules that hold or do not without a measure.
  public var measure: Measure?
  /// The length the rule asks for besides; nil where it asks for none.
  public var length: Length?
  /// What decides besides the measure; nil where nothing does.
  public var circumstance: Circumstance?

  /// A rule without a measure.
  public init(_ rule: Rule, holds: Bool) {
    self.rule = rule
    self.holds = holds
  }

  /// A rule that holds where its measure and its length are met.
  public init(_ rule: Rule, measure: Measure, length: Length? = nil) {
    self.rule = rule
    self.measure = measure
    self.length = length
    holds = measure.isMet && (length?.isMet ?? true)
  }

  /// The rule of identity, which circumstances may override.
  public init(identity measure: Measure?, holds: Bool, circumstance: Circumstance?) {
    rule = .identity
    self.measure = measure
    self.holds = holds
    self.circumstance = circumstance
  }

  /// How much of what the rule asks for is there, 0…1: of share and length the lesser part; 0 for rules
  /// without a measure.
  public var nearness: Double {
    guard let measure else { return 0 }
    let least = measure.threshold.doubleValue
    let share = least > 0 ? min(1, measure.value / least) : (measure.part > 0 ? 1 : 0)
    let words = length.map { min(1, Double($0.tokens) / Double(max(1, $0.minimum))) } ?? 1
    return min(share, words)
  }
}

/// A document's place among the families and template groups of its corpus.
public struct DuplicateStanding: Sendable, Hashable {
  /// A document's part in a family.
  public enum Role: Sendable, Hashable {
    /// It belongs to no family.
    case alone
    /// It represents a family of so many documents, itself included.
    case representative(family: Int, size: Int)
    /// It is a member of the family of another.
    case member(DuplicateMember, family: Int, representative: Int)
  }

  /// The part in a family.
  public var role: Role
  /// The number of the template group it belongs to, if any.
  public var template: Int?

  /// A standing; alone unless told otherwise.
  public init(role: Role = .alone, template: Int? = nil) {
    self.role = role
    self.template = template
  }

  /// The number of its family; nil where it has none.
  public var family: Int? {
    switch role {
    case .alone: nil
    case .representative(let family, _), .member(_, let family, _): family
    }
  }
}

extension DuplicateFindings {
  /// What the findings say about one document.
  ///
  /// - Complexity: O(documents in families and template groups).
  public func standing(of document: Int) -> DuplicateStanding {
    var standing = DuplicateStanding()
    standing.template = templates.first { $0.documents.contains(document) }?.number
    for family in families {
      if family.representative == document {
        standing.role = .representative(family: family.number, size: family.members.count + 1)
      } else if let member = family.members.first(where: { $0.document == document }) {
        standing.role = .member(member, family: family.number, representative: family.representative)
      }
    }
    return standing
  }
}
