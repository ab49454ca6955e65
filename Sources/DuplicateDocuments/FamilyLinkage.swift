import AnalysisModel
import Execution

/// Puts related contents into families, by the linkage asked for.
enum FamilyLinkage {
  /// The outcome of a walk with its families made anew by another linkage.
  ///
  /// Template siblings and the members of their families stay as the walk has put them, whatever the
  /// linkage: what differs in facts only must not be linked, and the walk knows which sibling a copy
  /// belongs to.
  ///
  /// - Returns: families in walk order of their centres; the same on any number of threads.
  static func relinked(
    _ stars: FamilyWalk.Outcome, _ relations: ContentRelations, linkage: DuplicateOptions.Linkage,
    parallelism: Parallelism
  ) async throws -> FamilyWalk.Outcome {
    if linkage == .star { return stars }
    var isSettled = [Bool](repeating: false, count: relations.count)
    for content in stars.groups.lazy.flatMap(\.contents) { isSettled[content] = true }
    let kept = stars.families.filter { isSettled[$0.centre] }
    for member in kept.lazy.flatMap(\.members) { isSettled[member.content] = true }
    let linked =
      switch linkage {
      case .star: stars.families
      case .complete:
        try await CompleteLinkage.families(relations, isSettled: isSettled, parallelism: parallelism)
      case .components:
        try await ComponentLinkage.families(relations, isSettled: isSettled, parallelism: parallelism)
      }
    return FamilyWalk.Outcome(
      families: (kept + linked).sorted { $0.centre < $1.centre }, groups: stars.groups)
  }
}
