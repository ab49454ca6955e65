/// All contents in ascending order of size, ties in walk order. A *place* is an index into that order, so a
/// range of sizes is a range of places.
struct SizeOrder: Sendable {
  /// The content at every place.
  let contents: [UInt32]
  private let sizes: [Int]

  init(_ sets: ShingleSets) {
    let order = (0..<UInt32(sets.count)).sorted {
      (sets.sizes[Int($0)], $0) < (sets.sizes[Int($1)], $1)
    }
    contents = order
    sizes = order.map { sets.sizes[Int($0)] }
  }

  /// The places of the contents whose sizes lie in a range; an upper bound of `Int.max` is none.
  func places(_ range: ClosedRange<Int>) -> Range<Int> {
    let low = sizes.partitioningIndex { $0 >= range.lowerBound }
    if range.upperBound == Int.max { return low..<sizes.count }
    return low..<max(low, sizes.partitioningIndex { $0 > range.upperBound })
  }
}
