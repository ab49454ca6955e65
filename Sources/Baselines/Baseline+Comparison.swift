import AnalysisModel

extension Baseline {
  /// What is new in a report since this baseline, and what of the baseline is gone.
  ///
  /// - Parameter path: the baseline's file, as typed.
  /// - Returns: for each kind, findings now = known + new, and findings then = known + gone; a known passage that
  ///   turned up at a further place is among the new ones.
  /// - Throws: `RefrainError` where the baseline knows nothing of a kind that the report holds: then all of it would
  ///   seem new.
  /// - Complexity: that of `FindingIdentities`, and O(findings of both).
  public func comparison(with report: AnalysisReport, path: String) throws -> BaselineComparison {
    try check(report.findingKinds, path: path)
    let identities = FindingIdentities(of: report)
    let duplicates = GroupMatching(
      now: identities.families, then: report.duplicates == nil ? [] : families.map(\.documents))
    let groups = GroupMatching(
      now: identities.templates, then: report.duplicates == nil ? [] : templates)
    var gone = zip(families, duplicates.left).flatMap { Self.goneDuplicates(of: $0, positions: $1) }
    gone += zip(templates, groups.left).flatMap { Self.goneTemplates(of: $0, positions: $1) }
    if report.passages != nil { gone += gonePassages(besides: Set(identities.passages)) }
    var comparison = BaselineComparison(
      path: path,
      newMembers: duplicates.joined.map { $0.map { $0 - 1 } }, newTemplateDocuments: groups.joined,
      newPlaces: newPlaces(identities), knownCounts: [:], gone: gone)
    for kind in report.findingKinds {
      comparison.knownCounts[kind] = report.count(kind) - comparison.newCount(kind)
    }
    return comparison
  }

  /// - Throws: `RefrainError` where the baseline knows nothing of one of these kinds.
  public func check(_ needed: Set<FindingKind>, path: String) throws {
    guard let missing = FindingKind.allCases.first(where: { needed.contains($0) && !kinds.contains($0) })
    else { return }
    let (has, lacks) = missing == .passage ? ("duplicates", "passages") : ("passages", "duplicates")
    throw RefrainError(
      "the baseline knows \(has) only, and no \(lacks)", path: path,
      remedy: "a baseline that the same command wrote with --write-baseline")
  }

  /// For each passage, which of its places were not known of it.
  private func newPlaces(_ identities: FindingIdentities) -> [[Int]] {
    var known = passages
    return zip(identities.passages, identities.places).map { digest, ids in
      ids.indices.filter { place in
        guard let count = known[digest]?[ids[place]], count > 0 else { return true }
        known[digest]?[ids[place]] = count - 1
        return false
      }
    }
  }

  private func gonePassages(besides found: Set<String>) -> [GoneFinding] {
    passages.keys.filter { !found.contains($0) }.sorted().map { digest in
      GoneFinding(
        kind: .passage, documents: (passages[digest] ?? [:]).keys.sorted(), fingerprint: digest)
    }
  }

  private static func goneDuplicates(of family: Family, positions: [Int]) -> [GoneFinding] {
    positions.map { position in
      GoneFinding(
        kind: .duplicate, documents: [family.documents[position].id, family.documents[0].id],
        verdict: family.verdicts[position - 1],
        fingerprint: FindingIdentities.fingerprint(family.documents[position], family.documents[0]))
    }
  }

  private static func goneTemplates(of group: [DocumentIdentity], positions: [Int]) -> [GoneFinding] {
    positions.map { position in
      GoneFinding(
        kind: .template, documents: [group[position].id, group[0].id],
        fingerprint: FindingIdentities.fingerprint(ofTemplate: group))
    }
  }
}
