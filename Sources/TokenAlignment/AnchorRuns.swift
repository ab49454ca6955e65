/// Runs that stand on both sides, grown from stretches of `length` tokens that stand exactly once on either
/// side; ascending on both sides, without overlap.
///
/// - Complexity: O(n log n) time, O(n) memory for n tokens on both sides together.
func uniqueCommonRuns(
  _ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>, length: Int
) -> [CommonRun] {
  let pairs = uniquePairs(a, b, length: length)
  var runs: [CommonRun] = []
  var endA = 0
  var endB = 0
  for pair in longestAscendingChain(pairs) {
    if pair.a < endA || pair.b < endB { continue }
    var startA = pair.a
    var startB = pair.b
    while startA > endA, startB > endB, a[startA - 1] == b[startB - 1] {
      startA -= 1
      startB -= 1
    }
    var count = pair.a - startA + length
    while startA + count < a.count, startB + count < b.count, a[startA + count] == b[startB + count] {
      count += 1
    }
    runs.append(CommonRun(a: startA, b: startB, count: count))
    endA = startA + count
    endB = startB + count
  }
  return runs
}

/// Where the stretches that stand exactly once in `a` and once in `b` start; ordered by `a`.
private func uniquePairs(
  _ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>, length: Int
) -> [(a: Int, b: Int)] {
  let left = singleStretches(a, length: length)
  let right = singleStretches(b, length: length)
  var pairs: [(a: Int, b: Int)] = []
  var j = 0
  for (hash, start) in left {
    while j < right.count, right[j].hash < hash { j += 1 }
    guard j < right.count, right[j].hash == hash else { continue }
    // Two stretches with one hash on a side were dropped; what remains is compared, never trusted.
    let other = right[j].start
    if (0..<length).allSatisfy({ a[start + $0] == b[other + $0] }) { pairs.append((start, other)) }
  }
  return pairs.sorted { $0.a < $1.a }
}

/// The stretches whose hash stands once, ordered by hash.
private func singleStretches(
  _ tokens: UnsafeBufferPointer<UInt32>, length: Int
) -> [(hash: UInt64, start: Int)] {
  guard tokens.count >= length else { return [] }
  var all: [(hash: UInt64, start: Int)] = []
  all.reserveCapacity(tokens.count - length + 1)
  for start in 0...tokens.count - length {
    var hash: UInt64 = 0
    for offset in 0..<length {
      hash = (hash ^ UInt64(tokens[start + offset])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    all.append((hash, start))
  }
  all.sort { ($0.hash, $0.start) < ($1.hash, $1.start) }
  return all.indices.compactMap { index in
    let hash = all[index].hash
    let isRepeated =
      index > 0 && all[index - 1].hash == hash
      || index + 1 < all.count && all[index + 1].hash == hash
    return isRepeated ? nil : all[index]
  }
}

/// The longest chain that ascends on both sides (patience sorting); `pairs` ascend in `a`.
private func longestAscendingChain(_ pairs: [(a: Int, b: Int)]) -> [(a: Int, b: Int)] {
  var tops: [Int] = []
  var previous = [Int](repeating: -1, count: pairs.count)
  for index in pairs.indices {
    var low = 0
    var high = tops.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[tops[middle]].b < pairs[index].b { low = middle + 1 } else { high = middle }
    }
    if low > 0 { previous[index] = tops[low - 1] }
    if low == tops.count { tops.append(index) } else { tops[low] = index }
  }
  var chain: [(a: Int, b: Int)] = []
  var index = tops.last ?? -1
  while index >= 0 {
    chain.append(pairs[index])
    index = previous[index]
  }
  return chain.reversed()
}
