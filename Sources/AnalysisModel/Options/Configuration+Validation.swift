extension Configuration {
  /// The configuration itself, if every value is in its range.
  ///
  /// - Throws: `RefrainError` naming the first option that is not, its value and its range.
  public func validated() throws -> Configuration {
    try check(
      duplicates.jaccard.numerator > 0, "duplicates.jaccard (--jaccard)", duplicates.jaccard,
      "above 0, up to 1")
    try check(
      duplicates.containment.numerator > 0, "duplicates.containment (--containment)", duplicates.containment,
      "above 0, up to 1")
    try check(
      (1...64).contains(duplicates.shingleWords), "duplicates.shingleWords (--shingle-words)",
      duplicates.shingleWords,
      "1 to 64")
    if let characters = duplicates.shingleCharacters {
      try check(
        (1...64).contains(characters), "duplicates.shingleCharacters (--shingle-characters)", characters,
        "1 to 64")
    }
    // Texts of one language with nothing in common agree in up to a third of their characters.
    try check(
      2 * duplicates.identity.numerator >= duplicates.identity.denominator,
      "duplicates.identity (--identity)", duplicates.identity, "0.5 to 1")
    try check(
      duplicates.minimumContainedTokens >= 1, "duplicates.minimumContainedTokens (--min-contained-tokens)",
      duplicates.minimumContainedTokens, "1 or more")
    if let problem = duplicates.keep.problem {
      throw RefrainError(
        "duplicates.keep (--keep) is \(duplicates.keep): \(problem)",
        remedy: "each rule once, and ‘first’ at the end if at all")
    }
    try check(
      passages.minimumTokens >= 2, "passages.minimumTokens (--min-tokens)", passages.minimumTokens,
      "2 or more")
    try check(
      passages.minimumLineTokens >= 2, "passages.minimumLineTokens (--min-line-tokens)",
      passages.minimumLineTokens,
      "2 or more")
    if let topics = clusters.topics {
      try check(topics >= 1, "clusters.topics (--topics)", topics, "1 or more, or auto")
    }
    for (name, cut) in [
      ("clusters.topicCut (--topic-cut)", clusters.topicCut),
      ("clusters.eventCut (--event-cut)", clusters.eventCut),
    ] {
      if let cut { try check(cut > 0 && cut <= 1, name, cut, "above 0, up to 1") }
    }
    switch pairs.selection {
    case .atLeast(let bound): try check(bound > 0 && bound <= 1, "pairs.selection", bound, "above 0, up to 1")
    case .nearest(let count): try check(count >= 1, "pairs.selection", count, "1 or more")
    }
    if let limit = features.maximumFeatures {
      try check(limit >= 1, "features.maximumFeatures", limit, "1 or more")
    }
    return self
  }

  private func check(_ holds: Bool, _ name: String, _ value: some Any, _ range: String) throws {
    guard !holds else { return }
    throw RefrainError("\(name) is \(value)", remedy: "a value in its range: \(range)")
  }
}
