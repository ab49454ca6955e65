/// Counts how often places turn up in posting lists; made once and used for many probes.
struct SharedCounter {
  private var counts: [UInt32]
  private var touched: [UInt32] = []

  /// A counter for places below `count`.
  init(count: Int) { counts = Array(repeating: 0, count: count) }

  @inline(__always)
  mutating func add(_ postings: ArraySlice<UInt32>) {
    counts.withUnsafeMutableBufferPointer { counts in
      for place in postings {
        if counts[Int(place)] == 0 { touched.append(place) }
        counts[Int(place)] += 1
      }
    }
  }

  /// How often a place was met.
  @inline(__always)
  subscript(place: Int) -> Int { Int(counts[place]) }

  /// Hands over every place that was met and how often, in no particular order.
  func forEach(_ body: (_ place: Int, _ count: Int) -> Void) {
    for place in touched { body(Int(place), Int(counts[Int(place)])) }
  }

  /// Hands over every place that was met and how often, in no particular order, and clears the counter.
  mutating func drain(_ body: (_ place: Int, _ count: Int) -> Void) {
    for place in touched {
      body(Int(place), Int(counts[Int(place)]))
      counts[Int(place)] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
