import Foundation

/// The mean cosine from which two clusters tell of the same happening.
///
/// It depends on how many documents there are and on how alike they are anyway:
///
/// - base(n) = 0.15 · (1 − 0.6 · 20 / (n + 20)): 0.06 for a few documents, 0.15 for many. Cosines of the same
///   pair are lower in a small set, because words that stand in one document count there (see `TermWeights`).
/// - From three documents on, an event must also stand out from the set: 1.6 times the median similarity of
///   all pairs, but never more than 0.18, which is enough anywhere. Five articles about one conflict share
///   its vocabulary whether or not they tell of the same meeting.
///
/// Chosen on ECB+ topics 1–35, four event collections with titles and dates, and random subsets of 2 to 20 of
/// their articles; on each of these sets the best fixed cut lies elsewhere.
struct EventCut: Sendable, Equatable {
  /// What the cut tends to for many documents.
  static let limit = 0.15
  /// The share of it that goes with the last lone-term share.
  static let smallSetDiscount = 0.6
  /// How far above the median similarity an event must stand.
  static let prominence = 1.6
  /// What is enough in any set.
  static let sufficient = 0.18

  let value: Double

  init(documentCount: Int, medianSimilarity: Double) {
    let base = Self.base(documentCount: documentCount)
    guard documentCount > 2 else {
      value = base
      return
    }
    value = min(max(base, Self.prominence * medianSimilarity), Self.sufficient)
  }

  /// The cut without regard to how alike the documents are.
  static func base(documentCount: Int) -> Double {
    limit * (1 - smallSetDiscount * TermWeights(documentCount: documentCount).loneTermShare)
  }
}
