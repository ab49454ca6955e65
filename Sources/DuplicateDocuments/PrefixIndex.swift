/// Postings of the rarest shingles of each set: for every rank, the sets that hold it there.
///
/// Sets are named by their place in `SizeOrder`, so a range of sizes is a range of a posting list.
struct PrefixIndex: Sendable {
  private let offsets: [Int]
  private let places: [UInt32]

  /// - Parameters:
  ///   - order: names the sets by their places.
  ///   - prefix: how many of a content's stored ranks are indexed, rarest first.
  ///   - isIndexed: ranks for which this is false get no postings.
  init(
    _ sets: ShingleSets, order: SizeOrder, prefix: (Int) -> Int, isIndexed: (UInt32) -> Bool = { _ in true }
  ) {
    var ends = [Int](repeating: 0, count: sets.rankCount + 1)
    for content in 0..<sets.count {
      for rank in sets.ranks[sets.range(of: content).prefix(prefix(content))] where isIndexed(rank) {
        ends[Int(rank) + 1] += 1
      }
    }
    for rank in ends.indices.dropFirst() { ends[rank] += ends[rank - 1] }
    offsets = ends
    var places = [UInt32](repeating: 0, count: ends[sets.rankCount])
    for (place, content) in order.contents.enumerated() {
      let range = sets.range(of: Int(content)).prefix(prefix(Int(content)))
      for rank in sets.ranks[range] where isIndexed(rank) {
        places[ends[Int(rank)]] = UInt32(place)
        ends[Int(rank)] += 1
      }
    }
    self.places = places
  }

  /// The places, ascending, of the sets that hold a rank and lie in a range of places.
  @inline(__always)
  func postings(of rank: UInt32, in range: Range<Int>) -> ArraySlice<UInt32> {
    let all = places[offsets[Int(rank)]..<offsets[Int(rank) + 1]]
    if all.isEmpty || range.isEmpty { return all.prefix(0) }
    let low = all.partitioningIndex { Int($0) >= range.lowerBound }
    let rest = all[low...]
    if let last = rest.last, Int(last) < range.upperBound { return rest }
    return rest[..<rest.partitioningIndex { Int($0) >= range.upperBound }]
  }
}
