/// Which repeated runs of tokens are reported.
public struct PassageOptions: Sendable, Hashable, Codable {
  /// Every run of at least this many tokens that stands at two places is found.
  public var minimumTokens = 12
  /// A whole line of at least this many tokens that stands twice is found as well: headlines.
  public var minimumLineTokens = 6

  /// The defaults of the command.
  public init() {}
}
