import AnalysisModel
import Execution

/// Puts related contents into families, by the linkage asked for.
enum FamilyLinkage {
  /// The families with at least two contents; the same on any number of threads.
  ///
  /// - Parameter progress: told how many contents have been looked up.
  static func families(
    _ relations: ContentRelations, linkage: DuplicateOptions.Linkage, parallelism: Parallelism,
    progress: (Int) -> Void = { _ in }
  ) async throws -> [FamilyWalk.Family] {
    switch linkage {
    case .star: try await FamilyWalk.families(relations, parallelism: parallelism, progress: progress)
    case .complete: try await CompleteLinkage.families(relations, parallelism: parallelism, progress: progress)
    case .components: try await ComponentLinkage.families(relations, parallelism: parallelism, progress: progress)
    }
  }
}
