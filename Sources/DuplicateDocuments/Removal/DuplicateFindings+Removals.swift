import AnalysisModel

extension DuplicateFindings {
  /// The removals that families allow, in document order: every member that relates directly to its
  /// representative goes in its favour.
  ///
  /// Representatives stay, so every family keeps at least one document. Members that are joined to it through
  /// others only stay. So do documents that fill the same template as their representative with other facts,
  /// however alike they are: a template is no reason to remove anything.
  public var removals: [Removal] {
    var templateOf: [Int: Int] = [:]
    for group in templates {
      for document in group.documents { templateOf[document] = group.number }
    }
    var removals: [Removal] = []
    for family in families {
      for member in family.members where member.verdict.allowsRemoval {
        let isSibling =
          templateOf[member.document] != nil
          && templateOf[member.document] == templateOf[family.representative]
        if isSibling && !member.verdict.meansSameContent { continue }
        removals.append(Removal(keeper: .document(family.representative), evidence: member))
      }
    }
    return removals.sorted { $0.document < $1.document }
  }
}

extension DuplicateVerdict {
  /// Whether the verdict speaks of a direct relation to the representative.
  fileprivate var allowsRemoval: Bool {
    [.identical, .sameText, .nearCopy, .contained].contains(self)
  }

  /// Whether nothing is lost but spelling.
  fileprivate var meansSameContent: Bool { [.identical, .sameText].contains(self) }
}
