/// A document that is removed, what is kept in its place, and why.
public struct Removal: Sendable, Hashable {
  /// What is kept.
  public var keeper: Keeper
  /// The removed document and how it relates to the keeper.
  public var evidence: DuplicateMember

  /// Where a keeper stands.
  public enum Keeper: Sendable, Hashable {
    /// In the same corpus, by document index.
    case document(Int)
    /// In the reference corpus, by document index there.
    case reference(Int)
  }

  /// A removal with its reason.
  public init(keeper: Keeper, evidence: DuplicateMember) {
    self.keeper = keeper
    self.evidence = evidence
  }

  /// The index of the removed document.
  public var document: Int { evidence.document }

  /// The same removal in a corpus that a part was taken from.
  ///
  /// - Parameter indices: for each document of the part, its index in the whole corpus.
  public func renumbered(_ indices: [Int]) -> Removal {
    var removal = self
    removal.evidence.document = indices[document]
    if case .document(let index) = keeper { removal.keeper = .document(indices[index]) }
    return removal
  }
}
