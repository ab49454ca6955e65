/// What a content is to the template siblings that resemble it.
enum SiblingChoice: Sendable, Hashable {
  /// A copy of a sibling, as seen from the content.
  case copy(Relation)
  /// A sibling itself: it differs from this one in facts only.
  case sibling(of: Int)
  /// Neither: there is none, or it says other facts than they do and must be kept.
  case neither

  /// How many siblings are looked at, the most similar first. A copy of a sibling shares its facts, so that it
  /// is hardly ever less similar to it than to eight others.
  static let mostSiblings = 8

  /// Decides on a content.
  ///
  /// - Parameter siblings: contents of template groups, related to the content.
  init(of content: Int, among siblings: [Relation], sizes: [Int], facts: ContentFacts) {
    let order = SiblingOrder(content: content, sizes: sizes)
    let best = siblings.filter(\.mayReplace).sorted(by: order.isBetter).prefix(Self.mostSiblings)
    for sibling in best {
      let alignment = facts.alignment(of: content, with: sibling.content)
      if sibling.nearCopy != nil, alignment.factsDiffer {
        self = .sibling(of: sibling.content)
        return
      }
      if !alignment.factsConflict {
        self = .copy(sibling)
        return
      }
    }
    self = .neither
  }
}

/// The order in which siblings are compared with a content: by Jaccard similarity (descending), then walk order.
struct SiblingOrder {
  let content: Int
  let sizes: [Int]

  func isBetter(_ a: Relation, _ b: Relation) -> Bool {
    // o / u of both, cross-multiplied.
    let left = a.overlap * union(b)
    let right = b.overlap * union(a)
    return left == right ? a.content < b.content : left > right
  }

  private func union(_ relation: Relation) -> Int {
    sizes[content] + sizes[relation.content] - relation.overlap
  }
}
