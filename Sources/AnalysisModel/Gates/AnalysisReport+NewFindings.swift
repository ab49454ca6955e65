extension AnalysisReport {
  /// The kinds of findings that this report was asked for, as far as baselines know them.
  public var findingKinds: Set<FindingKind> {
    var kinds = Set<FindingKind>()
    if duplicates != nil { kinds.formUnion([.duplicate, .template]) }
    if passages != nil { kinds.insert(.passage) }
    return kinds
  }

  /// How many findings of a kind there are: documents beyond the first of their family or group, or passages.
  public func count(_ kind: FindingKind) -> Int {
    switch kind {
    case .duplicate: duplicates?.families.reduce(0) { $0 + $1.members.count } ?? 0
    case .template: duplicates?.templates.reduce(0) { $0 + $1.documents.count - 1 } ?? 0
    case .passage: passages?.passages.count ?? 0
    }
  }

  /// The report with only those duplicates, templates and passages that are new since its baseline; the report
  /// itself where there is none.
  ///
  /// Families keep their numbers and their representative beside the new members. A template group with a new
  /// document stays whole. Of a passage that was known, the first known place stands beside the new ones.
  public var newFindings: AnalysisReport {
    guard let baseline else { return self }
    var report = self
    report.duplicates?.families = zip(duplicates?.families ?? [], baseline.newMembers).compactMap {
      family, positions in
      guard !positions.isEmpty else { return nil }
      return DuplicateFamily(
        number: family.number, representative: family.representative,
        members: positions.map { family.members[$0] })
    }
    report.duplicates?.templates = zip(duplicates?.templates ?? [], baseline.newTemplateDocuments)
      .compactMap { $1.isEmpty ? nil : $0 }
    report.passages?.passages = zip(passages?.passages ?? [], baseline.newPlaces).compactMap {
      $1.isEmpty ? nil : $0.keeping($1)
    }
    return report
  }
}

extension Passage {
  /// The passage with its new places and the first of the others.
  fileprivate func keeping(_ newPlaces: [Int]) -> Passage {
    let new = Set(newPlaces)
    let known = places.indices.first { !new.contains($0) }
    var passage = self
    passage.places = places.indices.filter { new.contains($0) || $0 == known }.map { places[$0] }
    return passage
  }
}
