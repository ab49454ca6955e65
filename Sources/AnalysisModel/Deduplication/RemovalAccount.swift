/// What became of every record that was read: read = kept + removed + rejected.
public struct RemovalAccount: Sendable, Hashable {
  /// Records met, good or bad; a plain text file is one record.
  public let read: Int
  /// Records that are written.
  public let kept: Int
  /// Records that are left out because another one stands for them.
  public let removed: Int
  /// Records that could not be decoded (`--on-error skip`).
  public let rejected: Int

  /// An account; checked to balance.
  ///
  /// - Precondition: `read == kept + removed + rejected`, none of them negative.
  public init(read: Int, kept: Int, removed: Int, rejected: Int) {
    precondition(
      kept >= 0 && removed >= 0 && rejected >= 0 && read == kept + removed + rejected,
      "\(read) records read, but \(kept) kept, \(removed) removed and \(rejected) rejected")
    self.read = read
    self.kept = kept
    self.removed = removed
    self.rejected = rejected
  }
}

/// What one source loses.
public struct SourceRemovals: Sendable, Hashable {
  /// The source (`Document.provenance`).
  public var source: String
  /// Its documents; records that could not be decoded have no source.
  public var read: Int
  /// How many of them are removed.
  public var removed: Int
  /// Whether it loses an unusual share, measured by all other sources.
  public var isUnusual: Bool

  /// A source's count.
  ///
  /// - Precondition: `0 ≤ removed ≤ read`.
  public init(source: String, read: Int, removed: Int, isUnusual: Bool) {
    precondition((0...read).contains(removed), "\(removed) of \(read) documents removed")
    self.source = source
    self.read = read
    self.removed = removed
    self.isUnusual = isUnusual
  }

  /// How many of its documents are kept.
  public var kept: Int { read - removed }
}
