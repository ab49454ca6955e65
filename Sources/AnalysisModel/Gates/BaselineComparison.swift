/// What is new in a report since a baseline, and what is gone: by the identity of findings, never by their number.
///
/// Positions refer to the whole report, which stays as it is; `AnalysisReport.newFindings` leaves out the rest.
public struct BaselineComparison: Sendable, Hashable {
  /// The baseline's file, as typed.
  public var path: String
  /// For each family, the positions in its `members` that are new, ascending.
  ///
  /// A document that joins a family is one new finding, also where it has become the representative: then the
  /// first of the members known before stands for it.
  public var newMembers: [[Int]]
  /// For each template group, the positions in its `documents` that are new, ascending; never 0.
  public var newTemplateDocuments: [[Int]]
  /// For each passage, the positions in its `places` that are new, ascending: all of a new passage, none of a
  /// known one, and of a known one that turned up elsewhere the places there.
  public var newPlaces: [[Int]]
  /// How many findings of each kind were known and are still there; the new ones are not among them.
  public var knownCounts: [FindingKind: Int]
  /// Findings of the baseline that are no more: duplicates, then templates, then passages.
  public var gone: [GoneFinding]

  /// What comparing has shown.
  public init(
    path: String, newMembers: [[Int]], newTemplateDocuments: [[Int]], newPlaces: [[Int]],
    knownCounts: [FindingKind: Int], gone: [GoneFinding]
  ) {
    self.path = path
    self.newMembers = newMembers
    self.newTemplateDocuments = newTemplateDocuments
    self.newPlaces = newPlaces
    self.knownCounts = knownCounts
    self.gone = gone
  }

  /// How many findings of a kind are new; a passage counts once, however many of its places are new.
  public func newCount(_ kind: FindingKind) -> Int {
    switch kind {
    case .duplicate: newMembers.reduce(0) { $0 + $1.count }
    case .template: newTemplateDocuments.reduce(0) { $0 + $1.count }
    case .passage: newPlaces.count { !$0.isEmpty }
    }
  }

  /// How many findings of a kind were known and are still there.
  public func knownCount(_ kind: FindingKind) -> Int { knownCounts[kind] ?? 0 }

  /// The comparison of some kinds of findings only.
  public func restricted(to kinds: Set<FindingKind>) -> BaselineComparison {
    var comparison = self
    if !kinds.contains(.duplicate) { comparison.newMembers = [] }
    if !kinds.contains(.template) { comparison.newTemplateDocuments = [] }
    if !kinds.contains(.passage) { comparison.newPlaces = [] }
    comparison.knownCounts = knownCounts.filter { kinds.contains($0.key) }
    comparison.gone = gone.filter { kinds.contains($0.kind) }
    return comparison
  }

  /// How many findings of a kind are gone.
  public func goneCount(_ kind: FindingKind) -> Int { gone.count { $0.kind == kind } }
}

/// A finding of a baseline that is found no more.
public struct GoneFinding: Sendable, Hashable {
  /// What it was.
  public var kind: FindingKind
  /// The ids it named: the document and its representative, or all documents of the passage.
  public var documents: [String]
  /// How a duplicate related to its representative.
  public var verdict: DuplicateVerdict?
  /// What tells it from all others, in 32 hexadecimal digits.
  public var fingerprint: String

  /// A finding that is no more.
  public init(
    kind: FindingKind, documents: [String], verdict: DuplicateVerdict? = nil, fingerprint: String
  ) {
    self.kind = kind
    self.documents = documents
    self.verdict = verdict
    self.fingerprint = fingerprint
  }
}
