/// Answers which passages have a place around a given stretch.
///
/// Places are filed by size class, each once, at the first multiple of its class's spacing that it holds; a
/// query looks at four multiples a class.
struct PlaceIndex {
  private struct Entry {
    var range: Range<Int>
    var passage: Int
    /// The entry filed before at the same multiple, or −1.
    var next: Int32
  }

  private let unit: Int
  private let extent: Int
  private var entries: [Entry] = []
  /// For size class k, the newest entry at every multiple of `unit << k`; empty until used.
  private var heads: [[Int32]] = []
  /// For every passage, the weight it holds of the places in the last query that met it.
  private var held: [Int] = []
  private var lastQuery: [Int] = []
  private var query = 0

  /// An index of places of at least `unit` positions within `0..<extent`.
  init(extent: Int, unit: Int) {
    self.extent = extent
    self.unit = max(unit, 1)
  }

  /// Files a place.
  mutating func insert(_ range: Range<Int>, of passage: Int) {
    let sizeClass = self.sizeClass(of: range.count)
    while heads.count <= sizeClass { heads.append([]) }
    let spacing = unit << sizeClass
    if heads[sizeClass].isEmpty {
      heads[sizeClass] = Array(repeating: -1, count: extent / spacing + 2)
    }
    let multiple = (range.lowerBound + spacing - 1) / spacing
    while held.count <= passage {
      held.append(0)
      lastQuery.append(0)
    }
    entries.append(Entry(range: range, passage: passage, next: heads[sizeClass][multiple]))
    heads[sizeClass][multiple] = Int32(entries.count - 1)
  }

  /// Files the places of one passage, touching ones as one stretch.
  ///
  /// - Parameter starts: ascending, `length` or more apart.
  mutating func insert(starts: some Sequence<Int>, length: Int, of passage: Int) {
    var stretch: Range<Int>?
    for start in starts {
      if let current = stretch, current.upperBound == start {
        stretch = current.lowerBound..<start + length
      } else {
        if let stretch { insert(stretch, of: passage) }
        stretch = start..<start + length
      }
    }
    if let stretch { insert(stretch, of: passage) }
  }

  /// Calls `body` with the passage of every filed stretch that holds a range.
  func forEachPassage(around range: Range<Int>, _ body: (Int) -> Void) {
    // Stretches of a class are shorter than two spacings, so one that holds the range starts less than that
    // before it and is filed less than one spacing after its start.
    for sizeClass in heads.indices where !heads[sizeClass].isEmpty {
      let spacing = unit << sizeClass
      if 2 * spacing <= range.count { continue }
      let middle = range.lowerBound / spacing
      for multiple in max(middle - 2, 0)...min(middle + 1, heads[sizeClass].count - 1) {
        var index = Int(heads[sizeClass][multiple])
        while index >= 0 {
          let entry = entries[index]
          if entry.range.lowerBound <= range.lowerBound && range.upperBound <= entry.range.upperBound {
            body(entry.passage)
          }
          index = Int(entry.next)
        }
      }
    }
  }

  /// Whether the places of one passage hold all stretches of `length` at `starts`, but for some misses.
  ///
  /// Looks at the last place first: new places tend to be late ones, and few that nothing holds decide.
  mutating func somePassageHolds(
    _ starts: [Int], length: Int, misses: Int = 0, weight: (Int) -> Int = { _ in 1 }
  ) -> Bool {
    query += 1
    var seen = 0
    var most = 0
    for start in starts.reversed() {
      let weight = weight(start)
      seen += weight
      var holders: [Int] = []
      forEachPassage(around: start..<start + length) { holders.append($0) }
      for passage in holders {
        if lastQuery[passage] != query {
          lastQuery[passage] = query
          held[passage] = 0
        }
        held[passage] += weight
        most = max(most, held[passage])
      }
      if most < seen - misses { return false }
    }
    return true
  }

  /// The passages whose places hold at least so many of the stretches of `length` at `starts`, ascending.
  mutating func passages(holding atLeast: Int, of starts: [Int], length: Int) -> [Int] {
    query += 1
    var holders: [Int] = []
    for start in starts {
      var met: [Int] = []
      forEachPassage(around: start..<start + length) { met.append($0) }
      for passage in met {
        if lastQuery[passage] != query {
          lastQuery[passage] = query
          held[passage] = 0
          holders.append(passage)
        }
        held[passage] += 1
      }
    }
    return holders.filter { held[$0] >= atLeast }.sorted()
  }

  private func sizeClass(of length: Int) -> Int {
    precondition(length >= unit, "a place of \(length) is below the unit \(unit)")
    let quotient = length / unit
    return Int.bitWidth - 1 - quotient.leadingZeroBitCount
  }
}
