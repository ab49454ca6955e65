extension DuplicateOptions {
  /// How related documents are put into families.
  ///
  /// Two documents are related if they are near copies, or if one is contained in the other.
  public enum Linkage: String, Sendable, Hashable, Codable, CaseIterable {
    /// Around centres: every member is related to its representative in a way that lets that one replace
    /// it, and no representative may replace another. The default.
    case star
    /// Every two members are related. Documents are walked in order; each one that has no family yet begins
    /// one and takes in, in order, the related ones that are related to all taken in before.
    case complete
    /// All documents that lead to each other over related pairs. Families may chain: a member that is not
    /// itself related to its representative has the verdict `related` and its real score, and is never
    /// removed.
    case components
  }
}
