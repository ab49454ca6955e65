import AnalysisModel

/// The threshold that an exploration varies.
enum TriedMeasure: Sendable {
  case jaccard
  case containment

  /// The options with another threshold.
  func applied(_ threshold: DecimalFraction, to options: DuplicateOptions) -> DuplicateOptions {
    var options = options
    switch self {
    case .jaccard: options.jaccard = threshold
    case .containment: options.containment = threshold
    }
    return options
  }

  /// The threshold in force.
  func configured(in options: DuplicateOptions) -> DecimalFraction {
    switch self {
    case .jaccard: options.jaccard
    case .containment: options.containment
    }
  }

  /// Whether this measure, and not the other, decides about a link.
  ///
  /// - Parameter rule: the thresholds as configured.
  func decides(_ link: ContentLink, _ base: ContentSets, _ rule: PairRule) -> Bool {
    let size = base.sets.sizes[link.member]
    let tokens = base.tokenCounts[link.member]
    switch self {
    case .jaccard: return !rule.isContained(size: size, tokens: tokens, overlap: link.overlap)
    case .containment:
      return tokens >= rule.minimumContainedTokens
        && !rule.isNearCopy(base.sets.sizes[link.centre], size, overlap: link.overlap)
    }
  }

  /// Whether a link, or its reverse with the same share, is among others already.
  func isKnown(_ link: ContentLink, among links: Set<ContentLink>, _ base: ContentSets) -> Bool {
    if links.contains(link) { return true }
    let reverse = ContentLink(centre: link.member, member: link.centre, overlap: link.overlap)
    return share(of: link, base) == share(of: reverse, base) && links.contains(reverse)
  }

  /// What a link's share is made of.
  func share(of link: ContentLink, _ base: ContentSets) -> (part: Int, whole: Int) {
    let size = base.sets.sizes[link.member]
    switch self {
    case .jaccard: return (link.overlap, size + base.sets.sizes[link.centre] - link.overlap)
    case .containment: return (link.overlap, size)
    }
  }
}

/// A centre and a content of its family.
struct ContentLink: Sendable, Hashable {
  var centre: Int
  var member: Int
  var overlap: Int
}
