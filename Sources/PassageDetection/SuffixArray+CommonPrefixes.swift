extension SuffixArray {
  /// The lengths of the longest common prefixes of neighbours in suffix order; entry 0 is 0.
  ///
  /// In text order the length shrinks by at most one a step: Kasai et al., "Linear-Time Longest-Common-Prefix
  /// Computation in Suffix Arrays and Its Applications" (2001), in the form of Kärkkäinen, Manzini, Puglisi,
  /// "Permuted Longest-Common-Prefix Array" (2009). O(n) time.
  ///
  /// - Parameter text: the string this array was built from.
  func commonPrefixLengths(in text: [Int32]) -> [Int32] {
    let count = suffixes.count
    precondition(text.count == count, "\(text.count) symbols, but \(count) suffixes")
    if count == 0 { return [] }
    // First the predecessor in suffix order of every position, then in its place the common length.
    var byPosition = [Int32](repeating: -1, count: count)
    for rank in 1..<max(count, 1) { byPosition[Int(suffixes[rank])] = suffixes[rank - 1] }
    text.withUnsafeBufferPointer { text in
      var length = 0
      for position in 0..<count {
        let predecessor = Int(byPosition[position])
        if predecessor < 0 {
          length = 0
        } else {
          let limit = count - max(position, predecessor)
          while length < limit && text[position + length] == text[predecessor + length] { length += 1 }
        }
        byPosition[position] = Int32(length)
        if length > 0 { length -= 1 }
      }
    }
    return suffixes.map { byPosition[Int($0)] }
  }
}
