/// The largest sums, roughly: of each group of neighbouring ones only the first largest.
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

  /// Goes through the whole groups among the first sums.
  mutating func add(_ sums: UnsafeMutableBufferPointer<Int32>, count: Int) {
    guard let first = sums.baseAddress else { return }
    for group in 0..<count / Self.group {
      let start = group * Self.group
      let sum = Self.largest(first + start)
      if entries.count == self.count {
        if sum <= entries[self.count - 1].sum { continue }
        entries.removeLast()
      }
      var offset = start
      while sums[offset] != sum { offset += 1 }
      var place = entries.count
      while place > 0 && entries[place - 1].sum < sum { place -= 1 }
      entries.insert((sum, offset), at: place)
    }
  }

  @inline(__always)
  private static func largest(_ sums: UnsafePointer<Int32>) -> Int32 {
    let raw = UnsafeRawPointer(sums)
    var largest = raw.loadUnaligned(as: SIMD16<Int32>.self)
    for part in 1..<group / 16 {
      let other = raw.loadUnaligned(fromByteOffset: part * 64, as: SIMD16<Int32>.self)
      largest.replace(with: other, where: other .> largest)
    }
    let eight = largest.lowHalf.replacing(with: largest.highHalf, where: largest.highHalf .> largest.lowHalf)
    let four = eight.lowHalf.replacing(with: eight.highHalf, where: eight.highHalf .> eight.lowHalf)
    return max(max(four.x, four.y), max(four.z, four.w))
  }
}
