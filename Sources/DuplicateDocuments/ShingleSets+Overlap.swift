extension ShingleSets {
  /// How many shingles two contents share, whatever the number.
  ///
  /// - Complexity: O(shared shingles of both).
  func sharedCount(_ a: Int, _ b: Int) -> Int {
    if a == b { return sizes[a] }
    let rangeA = range(of: a)
    let rangeB = range(of: b)
    return ranks.withUnsafeBufferPointer { ranks in
      var i = rangeA.lowerBound
      var j = rangeB.lowerBound
      var count = 0
      while i < rangeA.upperBound && j < rangeB.upperBound {
        let left = ranks[i]
        let right = ranks[j]
        count += left == right ? 1 : 0
        i += left <= right ? 1 : 0
        j += right <= left ? 1 : 0
      }
      return count
    }
  }
}
