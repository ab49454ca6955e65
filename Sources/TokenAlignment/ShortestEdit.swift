/// A run of equal tokens: where it starts on either side and how long it is.
struct CommonRun: Equatable {
  var a: Int
  var b: Int
  var count: Int
}

/// The matched runs of a shortest edit script, or nil when it needs more than `editLimit` edits.
///
/// Myers' greedy algorithm: `furthest[k]` is how far along `a` a path of d edits on diagonal k (k = position
/// in a − position in b) can come. All frontiers are kept, d + 1 numbers for d edits, and walked back.
func shortestEditRuns(
  _ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>, editLimit: Int
) -> [CommonRun]? {
  let limit = min(editLimit, a.count + b.count)
  if abs(a.count - b.count) > limit { return nil }
  var trace: [Int32] = []
  // Diagonal k is stored at k + limit + 1; the border cells are never reached by a path.
  var furthest = [Int](repeating: -1, count: 2 * limit + 3)
  let centre = limit + 1
  furthest[centre + 1] = 0
  for edits in 0...limit {
    for k in stride(from: -edits, through: edits, by: 2) {
      let below = furthest[centre + k + 1]
      let left = furthest[centre + k - 1]
      var x = k == -edits || (k != edits && left < below) ? below : left + 1
      while x < a.count, x - k < b.count, x >= k, a[x] == b[x - k] { x += 1 }
      furthest[centre + k] = x
      trace.append(Int32(clamping: x))
      if x >= a.count && x - k >= b.count {
        return walkBack(trace, edits: edits, diagonal: k, endA: a.count)
      }
    }
  }
  return nil
}

/// Follows the frontiers from the end to the start and collects the diagonal steps.
private func walkBack(_ trace: [Int32], edits: Int, diagonal: Int, endA: Int) -> [CommonRun] {
  // The frontier of d edits starts at d(d + 1)/2 and holds the diagonals −d, −d + 2 … d.
  func reach(_ d: Int, _ k: Int) -> Int { Int(trace[d * (d + 1) / 2 + (k + d) / 2]) }
  var runs: [CommonRun] = []
  var x = endA
  var k = diagonal
  for d in stride(from: edits, through: 1, by: -1) {
    let isInsertion = k == -d || (k != d && reach(d - 1, k - 1) < reach(d - 1, k + 1))
    let previous = isInsertion ? k + 1 : k - 1
    let before = reach(d - 1, previous)
    let start = isInsertion ? before : before + 1
    if x > start { runs.append(CommonRun(a: start, b: start - k, count: x - start)) }
    x = before
    k = previous
  }
  if x > 0 { runs.append(CommonRun(a: 0, b: 0, count: x)) }
  return runs.reversed()
}
