import AnalysisModel
import TextFeatures

/// Turns tried thresholds over contents into steps over documents, with the words that differ in pairs.
struct BorderlineEvidence: Sendable {
  let documents: [Document]
  let base: ContentSets

  /// The step that is reported.
  func step(_ tried: TriedThreshold) -> DuplicateExploration.Step {
    DuplicateExploration.Step(
      threshold: tried.threshold, isConfigured: tried.isConfigured, familyCount: tried.familyCount,
      documentCount: tried.documentCount, removalCount: tried.removalCount,
      largestFamily: tried.largestFamily, above: tried.above.map(pair), below: tried.below.map(pair))
  }

  private func pair(_ link: ContentLink) -> DuplicateExploration.BorderlinePair {
    let centre = base.contents.leaders[link.centre]
    let member = base.contents.leaders[link.member]
    let evidence = MemberEvidence(
      representative: DocumentWords(documents[centre], index: centre, fields: base.fields),
      other: DocumentWords(documents[member], index: member, fields: base.fields))
    let shown = evidence.differences.prefix(DuplicateExplorer.differencesShown)
    let size = base.sets.sizes[link.member]
    return DuplicateExploration.BorderlinePair(
      representative: centre, member: member,
      score: Double(link.overlap) / Double(size + base.sets.sizes[link.centre] - link.overlap),
      containment: Double(link.overlap) / Double(size), factsDiffer: evidence.factsDiffer,
      differences: Array(shown),
      differencesOmitted: evidence.differences.count - shown.count + evidence.differencesOmitted)
  }
}
