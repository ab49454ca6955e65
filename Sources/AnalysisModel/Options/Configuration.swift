/// Everything that decides what a run finds: the resolved configuration, stored in every report.
///
/// What depends on the machine (threads, BLAS provider, progress) is not here.
public struct Configuration: Sendable, Hashable, Codable {
  /// How documents are read.
  public var input = InputOptions()
  /// How text becomes tokens and weights.
  public var features = FeatureOptions()
  /// When documents count as duplicates.
  public var duplicates = DuplicateOptions()
  /// Which repeated runs are reported.
  public var passages = PassageOptions()
  /// How documents are grouped.
  public var clusters = ClusterOptions()
  /// Which similar pairs are listed.
  public var pairs = PairOptions()
  /// What offsets in findings count.
  public var offsets = OffsetUnit.characters
  /// The seed of every random choice.
  public var seed: UInt64 = 1

  /// The defaults of the command.
  public init() {}
}
