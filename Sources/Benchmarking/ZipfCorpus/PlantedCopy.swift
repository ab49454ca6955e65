/// A document of a generated corpus that was made from an earlier one: what a search must find.
public struct PlantedCopy: Sendable, Hashable {
  /// The copy.
  public var document: Int
  /// What it was made from: an earlier document that is no copy itself.
  public var original: Int
  /// What was done to it.
  public var kind: Kind

  /// How a copy was made.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The same bytes.
    case exact
    /// A few words replaced, at least one.
    case near
  }
}
