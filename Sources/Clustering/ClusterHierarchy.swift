/// Which event and which topic every unit belongs to.
struct ClusterHierarchy {
  private var events: [Int]
  private var topics: [Int]

  /// Every unit alone.
  init(unitCount: Int) {
    events = Array(0..<unitCount)
    // Topic numbers of the caller are at least 0; units that were not placed have negative ones of their own.
    topics = (0..<unitCount).map { -1 - $0 }
  }

  /// Puts a unit into an event (named by its first unit) and a topic (any number from 0).
  mutating func place(_ unit: Int, event: Int, topic: Int) {
    events[unit] = event
    topics[unit] = topic
  }

  /// A topic's units and how they divide into events.
  struct Branch {
    var units: [Int]
    var events: [[Int]]
  }

  /// Topics, largest first, then by first unit; their events in the same order.
  func ordered(weights: [Int]) -> [Branch] {
    Self.groups(of: Array(events.indices), by: topics, weights: weights).map { units in
      Branch(units: units, events: Self.groups(of: units, by: events, weights: weights))
    }
  }

  private static func groups(of units: [Int], by cluster: [Int], weights: [Int]) -> [[Int]] {
    var numbers: [Int: Int] = [:]
    var groups: [[Int]] = []
    for unit in units {
      if let number = numbers[cluster[unit]] {
        groups[number].append(unit)
      } else {
        numbers[cluster[unit]] = groups.count
        groups.append([unit])
      }
    }
    let sizes = groups.map { $0.reduce(0) { $0 + weights[$1] } }
    return groups.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.map { groups[$0] }
  }
}
