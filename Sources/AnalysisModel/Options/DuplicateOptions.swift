/// When documents count as duplicates.
public struct DuplicateOptions: Sendable, Hashable, Codable {
  /// Near copies share at least this part of the union of their shingles.
  public var jaccard = DecimalFraction("0.8")!
  /// A contained document has at least this part of its shingles in the other.
  public var containment = DecimalFraction("0.9")!
  /// Shorter documents are never called contained: short texts stand in many others by chance.
  public var minimumContainedTokens = 30
  /// Words to a shingle. Five is long enough that unrelated texts share almost none.
  public var shingleWords = 5
  /// How related documents are put into families.
  public var linkage = Linkage.star

  /// The defaults of the command.
  public init() {}
}
