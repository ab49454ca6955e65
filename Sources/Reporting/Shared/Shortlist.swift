import AnalysisModel

/// A list cut for a person: what is shown, and how many were left out.
struct Shortlist<Element> {
  let shown: [Element]
  let omitted: Int

  /// All of them in their order, or the `limit` heaviest, heaviest first, ties in their order.
  ///
  /// - Parameter isLesser: elements that come after all others, whatever their weight.
  init(
    _ elements: [Element], limit: Int, isLesser: (Element) -> Bool = { _ in false },
    weight: (Element) -> Int
  ) {
    let isCut = elements.count > limit
    // Positions break ties, since the standard sort is not documented as stable.
    let ranked = elements.enumerated().map {
      (class: isLesser($0.element) ? 1 : 0, weight: isCut ? weight($0.element) : 0, position: $0.offset)
    }
    .sorted { ($0.class, $1.weight, $0.position) < ($1.class, $0.weight, $1.position) }
    shown = ranked.prefix(limit).map { elements[$0.position] }
    omitted = elements.count - shown.count
  }
}

extension Passage {
  /// How many words its repetition costs.
  var weight: Int { tokenCount * (places.count - 1) }
}

extension DuplicateFamily {
  var weight: Int { members.count }
}

extension TemplateGroup {
  var weight: Int { documents.count }
}
