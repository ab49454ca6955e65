import AnalysisModel

/// A list cut for a person: what is shown, and how many were left out.
struct Shortlist<Element> {
  let shown: [Element]
  let omitted: Int

  /// All of them in their order, or the `limit` heaviest, heaviest first, ties in their order.
  init(_ elements: [Element], limit: Int, weight: (Element) -> Int) {
    guard elements.count > limit else {
      shown = elements
      omitted = 0
      return
    }
    // Positions break ties, since the standard sort is not documented as stable.
    let ranked = elements.enumerated().map { (weight: weight($0.element), position: $0.offset) }
      .sorted { ($1.weight, $0.position) < ($0.weight, $1.position) }
    shown = ranked.prefix(limit).map { elements[$0.position] }
    omitted = elements.count - limit
  }
}

extension Passage {
  /// How many words its repetition costs.
  var weight: Int { tokenCount * (places.count - 1) }
}

extension DuplicateFamily {
  var weight: Int { members.count }
}
