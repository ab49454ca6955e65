/// Chooses who represents a group of contents that were put together without a centre.
enum FamilyCentre {
  /// The family of some contents: its centre is the earliest that no other member contains one-sidedly (it is
  /// contained there, but neither a near copy nor the other way round); the earliest if there is none.
  ///
  /// - Parameters:
  ///   - contents: at least two, ascending.
  ///   - counter: for as many places as there are contents, clear; left clear.
  /// - Complexity: O(members) comparisons for each content that cannot be the centre.
  static func family(
    of contents: [Int], _ relations: ContentRelations, counter: inout SharedCounter
  ) -> FamilyWalk.Family {
    precondition(contents.count > 1, "a family of \(contents.count)")
    let sizes = relations.search.sets.sizes
    // What contains others is larger; asking the largest first ends most searches at once.
    let containers = contents.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    let centre =
      contents.first { content in
        !containers.contains { $0 != content && contains($0, content, relations, &counter) }
      } ?? contents[0]
    let others = contents.filter { $0 != centre }
    return FamilyWalk.Family(
      centre: centre, members: relations.relations(of: centre, to: others, counter: &counter))
  }

  /// Whether one content contains another one-sidedly.
  private static func contains(
    _ container: Int, _ content: Int, _ relations: ContentRelations, _ counter: inout SharedCounter
  ) -> Bool {
    // Sharing too little for any relation is the common case, and cheap to see.
    guard relations.search.relatedOverlap(content, container) != nil else { return false }
    return relations.relations(of: content, to: [container], counter: &counter)[0].isOneSidedContainer
  }
}
