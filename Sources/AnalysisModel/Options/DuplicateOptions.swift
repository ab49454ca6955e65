/// When documents count as duplicates.
public struct DuplicateOptions: Sendable, Hashable, Codable {
  /// Near copies share at least this part of the union of their shingles.
  public var jaccard = DecimalFraction("0.8")!
  /// A contained document has at least this part of its shingles in the other.
  public var containment = DecimalFraction("0.9")!
  /// Shorter documents are never called contained: short texts stand in many others by chance.
  public var minimumContainedTokens = 30
  /// Texts whose characters agree at least to this part are near copies too, whatever their shingles: misread
  /// or mistyped ones. One minus the edit distance of the normalised texts over the length of the longer one.
  public var identity = DecimalFraction("0.85")!
  /// Words to a shingle. Five is long enough that unrelated texts share almost none.
  public var shingleWords = 5
  /// Characters to a shingle; nil takes words.
  public var shingleCharacters: Int?
  /// Which document of a family represents it and is kept.
  public var keep = KeepPolicies.first
  /// How related documents are put into families.
  public var linkage = Linkage.star

  /// The defaults of the command.
  public init() {}
}
