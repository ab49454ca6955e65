import AnalysisModel

/// What is wrong about families, document by document.
struct DuplicateMistakes {
  /// Families with strangers, most first.
  let mixedFamilies: [DuplicateEvaluation.MixedFamily]
  /// Labels that were not brought together, most missed first.
  let tornLabels: [DuplicateEvaluation.TornLabel]

  /// - Parameter representatives: an index of a document for every document, its own where it is kept.
  init(_ documents: [(id: String, label: String)], representatives: [Int]) {
    var rightlyRemoved = [Int](repeating: 0, count: documents.count)
    var strangers: [Int: [Int]] = [:]
    for (document, representative) in representatives.enumerated() where document != representative {
      if documents[document].label == documents[representative].label {
        rightlyRemoved[representative] += 1
      } else {
        strangers[representative, default: []].append(document)
      }
    }
    let mixed = strangers.keys.sorted().map { representative in
      DuplicateEvaluation.MixedFamily(
        representative: documents[representative].id, label: documents[representative].label,
        rightlyRemoved: rightlyRemoved[representative],
        strangers: (strangers[representative] ?? []).map {
          .init(id: documents[$0].id, label: documents[$0].label)
        })
    }
    mixedFamilies = mixed.sortedStably { $0.strangers.count }
    tornLabels = Self.tornLabels(documents, representatives, rightlyRemoved).sortedStably(by: \.missed)
  }

  private static func tornLabels(
    _ documents: [(id: String, label: String)], _ representatives: [Int], _ rightlyRemoved: [Int]
  ) -> [DuplicateEvaluation.TornLabel] {
    var members: [String: [Int]] = [:]
    var order: [String] = []
    for (index, document) in documents.enumerated() {
      if members[document.label] == nil { order.append(document.label) }
      members[document.label, default: []].append(index)
    }
    return order.compactMap { label in
      let all = members[label] ?? []
      // A document that was rightly removed brings its label together; all others are parts of it.
      let parts = all.filter { representatives[$0] == $0 || documents[representatives[$0]].label != label }
      guard parts.count > 1 else { return nil }
      return DuplicateEvaluation.TornLabel(
        label: label, missed: parts.count - 1,
        parts: parts.map { part in
          .init(
            id: documents[part].id,
            removedFor: representatives[part] == part ? nil : documents[representatives[part]].id,
            rightlyRemoved: rightlyRemoved[part])
        })
    }
  }
}

extension Array {
  /// Heaviest first, ties in their order: the standard sort is not documented as stable.
  func sortedStably(by weight: (Element) -> Int) -> [Element] {
    enumerated().map { (weight: weight($0.element), position: $0.offset) }
      .sorted { ($1.weight, $0.position) < ($0.weight, $1.position) }
      .map { self[$0.position] }
  }
}
