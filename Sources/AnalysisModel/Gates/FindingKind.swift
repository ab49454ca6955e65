/// The kinds of findings that a baseline knows.
public enum FindingKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// A document of a family beyond its representative.
  case duplicate
  /// A document of a template group beyond its first.
  case template
  /// A repeated passage.
  case passage
}
