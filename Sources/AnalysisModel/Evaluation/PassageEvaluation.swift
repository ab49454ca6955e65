/// Detected passages laid beside gold cases, with those that meet nothing.
public struct PassageEvaluation: Sendable, Hashable {
  /// The class of cases that was judged; nil for all.
  public var category: String?
  /// How many pairs of documents the list of pairs has, of that class; nil without a list.
  public var listedPairCount: Int?
  /// Every measure.
  public var agreement: PassageAgreement
  /// Gold cases that no detection meets, longest first, then in the file's order.
  public var missed: [PassageRecord]
  /// Detections that meet no gold case, longest first, then in the file's order.
  public var strays: [PassageRecord]

  /// Figures with their evidence.
  public init(
    category: String?, listedPairCount: Int?, agreement: PassageAgreement, missed: [PassageRecord],
    strays: [PassageRecord]
  ) {
    self.category = category
    self.listedPairCount = listedPairCount
    self.agreement = agreement
    self.missed = missed
    self.strays = strays
  }
}
