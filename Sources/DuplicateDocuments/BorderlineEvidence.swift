import AnalysisModel

/// Turns tried thresholds over contents into steps over documents, with the words that differ in pairs.
struct BorderlineEvidence: Sendable {
  let base: ContentSets

  /// The step that is reported.
  func step(_ tried: TriedThreshold) -> DuplicateExploration.Step {
    DuplicateExploration.Step(
      threshold: tried.threshold, isConfigured: tried.isConfigured, familyCount: tried.familyCount,
      documentCount: tried.documentCount, removalCount: tried.removalCount,
      largestFamily: tried.largestFamily, above: tried.above.map(pair), below: tried.below.map(pair))
  }

  private func pair(_ link: ContentLink) -> DuplicateExploration.BorderlinePair {
    let evidence = MemberEvidence(
      representative: base.facts.words(of: link.centre), other: base.facts.words(of: link.member),
      showsPassages: false)
    let shown = evidence.differences.prefix(DuplicateExplorer.differencesShown)
    let size = base.sets.sizes[link.member]
    return DuplicateExploration.BorderlinePair(
      representative: base.contents.leaders[link.centre], member: base.contents.leaders[link.member],
      score: Double(link.overlap) / Double(size + base.sets.sizes[link.centre] - link.overlap),
      containment: Double(link.overlap) / Double(size), factsDiffer: evidence.factsDiffer,
      differences: Array(shown),
      differencesOmitted: evidence.differences.count - shown.count + evidence.differencesOmitted)
  }
}
