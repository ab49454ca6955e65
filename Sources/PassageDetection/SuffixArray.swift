/// The suffixes of an integer string in ascending order, with their longest common prefixes.
///
/// Construction by induced sorting: Nong, Zhang, Chan, "Linear Suffix Array Construction by Almost Pure
/// Induced-Sorting" (2009). O(n + alphabet) time, O(n + alphabet) space, whatever the string.
struct SuffixArray {
  /// The start of the i-th smallest suffix.
  let suffixes: [Int32]

  /// Sorts the suffixes of a string over `0..<alphabetSize`.
  ///
  /// - Precondition: fewer than 2³¹ symbols.
  init(of text: [Int32], alphabetSize: Int) {
    precondition(text.count < Int(Int32.max), "\(text.count) symbols are too many for a suffix array")
    suffixes = text.withUnsafeBufferPointer { Self.sorted($0, alphabetSize: alphabetSize) }
  }

  private static func sorted(_ text: UnsafeBufferPointer<Int32>, alphabetSize: Int) -> [Int32] {
    let count = text.count
    if count < 2 { return count == 0 ? [] : [0] }
    let sorter = InducedSorter(text: text, alphabetSize: alphabetSize)
    let minima = sorter.leftmostMinima()
    if minima.isEmpty { return sorter.induce(from: []) }

    var suffixes = sorter.induce(from: minima)
    let (names, distinct) = sorter.name(minima, in: suffixes)
    if distinct == minima.count {
      // All substrings differ, so the induced order of the minima is already that of their suffixes.
      suffixes = sorter.induce(from: suffixes.filter { sorter.isLeftmostMinimum(Int($0)) })
    } else {
      let order = names.withUnsafeBufferPointer { sorted($0, alphabetSize: distinct) }
      suffixes = sorter.induce(from: order.map { minima[Int($0)] })
    }
    return suffixes
  }
}

/// One level of induced sorting: suffix types, buckets and the two passes over them.
private struct InducedSorter {
  private let text: UnsafeBufferPointer<Int32>
  /// Whether a suffix is smaller than the one after it. The empty suffix is the smallest of all.
  private let ascends: [Bool]
  /// `bucketStarts[c]..<bucketStarts[c + 1]` holds the suffixes that start with symbol c.
  private let bucketStarts: [Int32]

  init(text: UnsafeBufferPointer<Int32>, alphabetSize: Int) {
    self.text = text
    var ascends = [Bool](repeating: false, count: text.count)
    for i in stride(from: text.count - 2, through: 0, by: -1) {
      ascends[i] = text[i] < text[i + 1] || text[i] == text[i + 1] && ascends[i + 1]
    }
    self.ascends = ascends
    var starts = [Int32](repeating: 0, count: alphabetSize + 1)
    for symbol in text { starts[Int(symbol) + 1] += 1 }
    for symbol in 0..<alphabetSize { starts[symbol + 1] += starts[symbol] }
    bucketStarts = starts
  }

  /// Whether an ascending suffix follows a descending one.
  func isLeftmostMinimum(_ position: Int) -> Bool {
    position > 0 && ascends[position] && !ascends[position - 1]
  }

  func leftmostMinima() -> [Int32] {
    (0..<text.count).lazy.filter(isLeftmostMinimum).map { Int32($0) }
  }

  /// Sorts all suffixes, given the order of the leftmost minima (or, for a first round, any order of them).
  func induce(from minima: [Int32]) -> [Int32] {
    var suffixes = [Int32](repeating: -1, count: text.count)
    suffixes.withUnsafeMutableBufferPointer { suffixes in
      ascends.withUnsafeBufferPointer { ascends in
        var ends = Array(bucketStarts.dropFirst())
        for minimum in minima.reversed() {
          let symbol = Int(text[Int(minimum)])
          ends[symbol] -= 1
          suffixes[Int(ends[symbol])] = minimum
        }
        var starts = bucketStarts
        // The last suffix descends to the empty one, which would stand first of all.
        let last = text.count - 1
        suffixes[Int(starts[Int(text[last])])] = Int32(last)
        starts[Int(text[last])] += 1
        for i in 0..<text.count where suffixes[i] > 0 {
          let previous = Int(suffixes[i]) - 1
          if ascends[previous] { continue }
          let symbol = Int(text[previous])
          suffixes[Int(starts[symbol])] = Int32(previous)
          starts[symbol] += 1
        }
        ends = Array(bucketStarts.dropFirst())
        for i in stride(from: text.count - 1, through: 0, by: -1) where suffixes[i] > 0 {
          let previous = Int(suffixes[i]) - 1
          if !ascends[previous] { continue }
          let symbol = Int(text[previous])
          ends[symbol] -= 1
          suffixes[Int(ends[symbol])] = Int32(previous)
        }
      }
    }
    return suffixes
  }

  /// Numbers the substrings between leftmost minima by their order, equal ones alike.
  ///
  /// - Returns: the names in text order, and how many distinct ones there are.
  func name(_ minima: [Int32], in suffixes: [Int32]) -> (names: [Int32], distinct: Int) {
    // Minima are never adjacent, so half the positions tell them apart.
    var indexOfMinimum = [Int32](repeating: -1, count: text.count / 2 + 1)
    for (index, minimum) in minima.enumerated() { indexOfMinimum[Int(minimum) / 2] = Int32(index) }
    var names = [Int32](repeating: 0, count: minima.count)
    var name: Int32 = -1
    var previous: Int?
    for suffix in suffixes where isLeftmostMinimum(Int(suffix)) {
      let index = Int(indexOfMinimum[Int(suffix) / 2])
      if let previous, equalSubstrings(previous, index, of: minima) {} else { name += 1 }
      names[index] = name
      previous = index
    }
    return (names, Int(name) + 1)
  }

  private func equalSubstrings(_ a: Int, _ b: Int, of minima: [Int32]) -> Bool {
    // The last one runs into the end of the text and equals no other.
    guard a + 1 < minima.count, b + 1 < minima.count else { return false }
    let length = minima[a + 1] - minima[a]
    guard minima[b + 1] - minima[b] == length else { return false }
    for offset in 0...Int(length)
    where text[Int(minima[a]) + offset] != text[Int(minima[b]) + offset] { return false }
    return true
  }
}
