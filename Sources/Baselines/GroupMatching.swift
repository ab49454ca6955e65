import AnalysisModel

/// Matches the documents of groups now with those of groups then, each with at most one, and tells who joined.
struct GroupMatching {
  /// For each group now, the positions of those that joined it, ascending; never 0.
  let joined: [[Int]]
  /// For each group then, the positions of those that left it, ascending; never 0.
  let left: [[Int]]

  /// Matches groups of documents.
  ///
  /// Documents match by identity. Several of one identity (records without ids) match as often as they are there.
  ///
  /// - Complexity: O(documents).
  init(now: [[DocumentIdentity]], then: [[DocumentIdentity]]) {
    var slots: [DocumentIdentity: [(group: Int, position: Int)]] = [:]
    for group in then.indices.reversed() {
      for position in then[group].indices.reversed() {
        slots[then[group][position], default: []].append((group, position))
      }
    }
    var groupsThen = now.map { [Int?](repeating: nil, count: $0.count) }
    var groupsNow = then.map { [Int?](repeating: nil, count: $0.count) }
    for group in now.indices {
      for position in now[group].indices {
        guard let slot = slots[now[group][position]]?.popLast() else { continue }
        groupsThen[group][position] = slot.group
        groupsNow[slot.group][slot.position] = group
      }
    }
    joined = groupsThen.map(Self.joins)
    left = groupsNow.map(Self.joins)
  }

  /// Which documents of a group joined those that were together before: one for each part of it that was not.
  ///
  /// The largest part that was together stays, the first of several; all other parts, and each document that was in
  /// no group, joined it. A part is named by its first document, and the part of document 0, to which all others are
  /// compared, by the first document of the part that stayed: so there is one join fewer than there are parts, and
  /// neither order nor the choice of a representative makes one.
  ///
  /// - Parameter groups: for each document of a group, the group it was in on the other side; nil for none.
  static func joins(_ groups: [Int?]) -> [Int] {
    var sizes: [Int: Int] = [:]
    for case let group? in groups { sizes[group, default: 0] += 1 }
    var home: Int?
    for case let group? in groups where sizes[group, default: 0] > home.map({ sizes[$0, default: 0] }) ?? 0 {
      home = group
    }
    guard let home else { return Array(groups.indices.dropFirst()) }
    var seen: Set<Int> = [home]
    var joins: [Int] = []
    for (position, group) in groups.enumerated() {
      if let group, !seen.insert(group).inserted { continue }
      if position > 0 {
        joins.append(position)
      } else if let first = groups.firstIndex(of: home) {
        joins.append(first)
      }
    }
    return joins.sorted()
  }
}
