/// Which similar pairs are listed.
public struct PairOptions: Sendable, Hashable, Codable {
  /// What a pair must meet.
  public var selection = Selection.atLeast(0.5)

  /// The defaults of the command.
  public init() {}

  /// What a pair must meet to be listed.
  public enum Selection: Sendable, Hashable, Codable {
    /// Cosine, rounded to nine decimals, of at least this.
    case atLeast(Double)
    /// The other document is among the k nearest of the first one.
    case nearest(Int)
  }
}
