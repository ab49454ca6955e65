/// A second way to near copies, for texts whose shingles noise has broken: pairs decided by alignment.
///
/// The relation must be symmetric: what has a partner is that partner's partner, with the same identity.
protocol AlignmentRoute: Sendable {
  /// The near copies of a content by alignment, in walk order, each once, itself not among them.
  ///
  /// - Parameters:
  ///   - counter: for as many places as there are contents, clear; left clear.
  ///   - patience: gives up, with nil, where more would have to be looked at.
  ///   - isSkipped: contents that are of no interest.
  func nearCopies(
    of content: Int, counter: inout SharedCounter, patience: NeighbourSearch.Patience,
    isSkipped: (Int) -> Bool
  ) -> [AlignedNearCopy]?
}

/// A content that alignment found to be nearly the same.
struct AlignedNearCopy: Sendable, Hashable {
  /// The other content.
  var content: Int
  /// The share of tokens or characters that are the same, 0…1.
  var identity: Double
}

/// Shingles alone.
struct NoAlignmentRoute: AlignmentRoute {
  func nearCopies(
    of content: Int, counter: inout SharedCounter, patience: NeighbourSearch.Patience,
    isSkipped: (Int) -> Bool
  ) -> [AlignedNearCopy]? { [] }
}
