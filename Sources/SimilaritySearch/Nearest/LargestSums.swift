/// The largest sums, roughly: of each group of sums only the first largest; of a group with negative ones any.
///
/// A group's members lie far apart, because neighbouring rows are often alike.
struct LargestSums {
  /// Sums to a group.
  static let group = 32

  /// Sums and where they stand, in falling order.
  private(set) var entries: [(sum: Int32, offset: Int)] = []
  private let count: Int

  /// Keeps `count` sums.
  init(count: Int) {
    self.count = count
    entries.reserveCapacity(count + 1)
  }

  /// Goes through the first `count` sums, but for a remainder smaller than a group.
  mutating func add(_ sums: UnsafeMutableBufferPointer<Int32>, count: Int) {
    let groups = count / Self.group
    guard let first = sums.baseAddress, groups > 0 else { return }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: groups) { largest in
      guard let largest = largest.baseAddress else { return }
      largest.initialize(from: first, count: groups)
      for member in 1..<Self.group { Self.raise(largest, to: first + member * groups, count: groups) }
      for group in 0..<groups {
        let sum = largest[group]
        if entries.count == self.count && sum <= entries[self.count - 1].sum { continue }
        insert(sum, group, of: groups, first)
      }
    }
  }

  private mutating func insert(
    _ sum: Int32, _ group: Int, of groups: Int, _ sums: UnsafeMutablePointer<Int32>
  ) {
    if entries.count == count { entries.removeLast() }
    var offset = group
    while sums[offset] != sum { offset += groups }
    var place = entries.count
    while place > 0 && entries[place - 1].sum < sum { place -= 1 }
    entries.insert((sum, offset), at: place)
  }

  /// Takes the larger of each two sums. A plain loop, which the compiler vectorises.
  ///
  /// Sums that are not negative are ordered as floats of the same bits are, for which the oldest vector
  /// instructions have a maximum. Of others any one may be taken: which sums are found is a hint.
  private static func raise(
    _ largest: UnsafeMutablePointer<Int32>, to sums: UnsafePointer<Int32>, count: Int
  ) {
    for index in 0..<count {
      let old = Float(bitPattern: UInt32(bitPattern: largest[index]))
      let new = Float(bitPattern: UInt32(bitPattern: sums[index]))
      largest[index] = Int32(bitPattern: (old < new ? new : old).bitPattern)
    }
  }
}
