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
  /// For every passage, the last turn of a query at which it still held all places looked at.
  private var lastTurn: [Int] = []
  private var turns = 1

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
    while lastTurn.count <= passage { lastTurn.append(0) }
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

  /// Whether all stretches of `length` at `starts` lie inside places of one and the same passage.
  ///
  /// Looks at the last place first: new places tend to be late ones, and one that nothing holds decides.
  mutating func somePassageHolds(all starts: [Int], length: Int) -> Bool {
    var holders: [Int] = []
    for (number, start) in starts.reversed().enumerated() {
      holders.removeAll(keepingCapacity: true)
      // Only what held all places before this one can hold them all.
      let turn = turns + number
      forEachPassage(around: start..<start + length) { passage in
        if number == 0 || lastTurn[passage] == turn { holders.append(passage) }
      }
      if holders.isEmpty { break }
      for passage in holders { lastTurn[passage] = turn + 1 }
    }
    turns += starts.count + 1
    return !holders.isEmpty || starts.isEmpty
  }

  private func sizeClass(of length: Int) -> Int {
    precondition(length >= unit, "a place of \(length) is below the unit \(unit)")
    let quotient = length / unit
    return Int.bitWidth - 1 - quotient.leadingZeroBitCount
  }
}
