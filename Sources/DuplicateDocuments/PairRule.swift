import AnalysisModel

/// When two contents are near copies and when one is contained in the other; decided in integers.
///
/// A pair must share at least one shingle, even at thresholds of 0.
struct PairRule: Sendable {
  let jaccard: DecimalFraction
  let containment: DecimalFraction
  let minimumContainedTokens: Int
  let identity: DecimalFraction

  init(_ options: DuplicateOptions) {
    jaccard = options.jaccard
    containment = options.containment
    minimumContainedTokens = options.minimumContainedTokens
    identity = options.identity
  }

  /// Whether sets of these sizes with this overlap are near copies.
  func isNearCopy(_ sizeA: Int, _ sizeB: Int, overlap: Int) -> Bool {
    overlap > 0 && jaccard.isMet(by: overlap, of: sizeA + sizeB - overlap)
  }

  /// Whether a text of `tokens` tokens and `size` shingles is contained in one that holds `overlap` of them.
  func isContained(size: Int, tokens: Int, overlap: Int) -> Bool {
    overlap > 0 && tokens >= minimumContainedTokens && containment.isMet(by: overlap, of: size)
  }

  /// The smallest overlap that makes sets of these sizes near copies: the smallest o with
  /// o / (a + b − o) ≥ t, that is o ≥ t (a + b) / (1 + t).
  func overlapForNearCopy(_ sizeA: Int, _ sizeB: Int) -> Int {
    let divisor = jaccard.denominator + jaccard.numerator
    return max(1, ((sizeA + sizeB) * jaccard.numerator + divisor - 1) / divisor)
  }

  /// The smallest overlap that makes a set of this size contained; nil where the text is too short.
  func overlapForContained(size: Int, tokens: Int) -> Int? {
    tokens >= minimumContainedTokens ? max(1, containment.minimumCount(of: size)) : nil
  }

  /// The sizes that a near copy of a set of size `size` can have if the first shingle they share stands at
  /// `position` of the set's rarest-first order, so that at most `size − position` are shared.
  func nearCopySizes(of size: Int, firstSharedAt position: Int) -> ClosedRange<Int>? {
    let possible = size - position
    let lowest = max(1, jaccard.minimumCount(of: size))
    guard possible >= lowest else { return nil }
    if jaccard.numerator == 0 { return lowest...Int.max }
    let sum = possible * (jaccard.denominator + jaccard.numerator) / jaccard.numerator
    let highest = min(sum - size, size * jaccard.denominator / jaccard.numerator)
    return highest >= lowest ? lowest...highest : nil
  }

  /// How many of a set's rarest shingles must be looked at so that no near copy is missed.
  func nearCopyPrefix(of size: Int) -> Int {
    size - max(1, jaccard.minimumCount(of: size)) + 1
  }

  /// How many of a set's rarest shingles must be looked at so that no set that contains it is missed.
  func containedPrefix(of size: Int, tokens: Int) -> Int {
    overlapForContained(size: size, tokens: tokens).map { size - $0 + 1 } ?? 0
  }
}
