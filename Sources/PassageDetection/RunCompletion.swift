import TextFeatures

/// Makes the guarantee good where the selection of maximal runs alone does not.
///
/// Two things leave tokens out: text that repeats itself, whose occurrences overlap so that some are passed
/// over, and runs passed over because they add too little to the longer ones they begin. For every token that
/// is due and not covered, the run around it is taken that reaches furthest to the right, extended as far as
/// it goes on both sides, together with the run's other places.
struct RunCompletion {
  let region: RegionText
  let tokens: TokenizedCorpus
  let suffixes: [Int32]
  let commonPrefixes: [Int32]
  let minimumLength: Int
  /// Above so many occurrences an added run lists the places it adds and one other.
  static let listedOccurrences = 100

  /// The runs to add so that every due token lies in a place of `runs` or of these.
  ///
  /// O(n) where nothing is missing.
  func missing(from runs: [RepeatedRun], selection: RunSelection) -> [RepeatedRun] {
    let due = dueWindows()
    let gaps = uncovered(due: due, runs: runs)
    if gaps.isEmpty { return [] }

    var ranks = [Int32](repeating: 0, count: suffixes.count)
    for (rank, suffix) in suffixes.enumerated() { ranks[Int(suffix)] = Int32(rank) }
    var added: [RepeatedRun] = []
    var numberOfText: [ArraySlice<Int32>: Int] = [:]
    var filled = BitSet(capacity: suffixes.count)
    for gap in gaps where !filled.contains(gap) {
      guard let window = (max(gap - minimumLength + 1, 0)...gap).last(where: due.contains) else {
        preconditionFailure("token \(gap) of the region text is due, but no window around it is")
      }
      let pair = extend(window, twin: twin(of: window, rank: Int(ranks[window])))
      let text = region.symbols[pair.start..<pair.start + pair.length]
      var starts = [pair.start]
      if let known = numberOfText[text], let widened = inserting(pair.start, into: added[known]) {
        added[known] = widened
      } else {
        let all = occurrences(of: pair, rank: Int(ranks[pair.start]))
        starts = selection.clearPlaces(among: all, length: pair.length)
        if !starts.contains(pair.start) { starts = [pair.start, pair.twin].sorted() }
        numberOfText[text] = added.count
        added.append(RepeatedRun(length: pair.length, starts: starts))
      }
      for start in starts {
        for position in start..<start + pair.length { filled.insert(position) }
      }
    }
    return added
  }

  /// The run with one more place; nil where that would overlap one it has.
  private func inserting(_ start: Int, into run: RepeatedRun) -> RepeatedRun? {
    let next = run.starts.firstIndex { $0 > start } ?? run.starts.endIndex
    if next > 0, !isClear(run.starts[next - 1], start, run.length) { return nil }
    if next < run.starts.endIndex, !isClear(start, run.starts[next], run.length) { return nil }
    var run = run
    run.starts.insert(start, at: next)
    return run
  }

  private struct Pair {
    var start: Int
    var twin: Int
    var length: Int
  }

  /// The windows of m tokens that stand at a second place which does not overlap them.
  private func dueWindows() -> BitSet {
    var due = BitSet(capacity: suffixes.count + 1)
    forEachWindowGroup { group, first, last in
      for suffix in suffixes[group] {
        let start = Int(suffix)
        if isClear(first, start, minimumLength) || isClear(start, last, minimumLength) { due.insert(start) }
      }
    }
    return due
  }

  /// Calls `body` with every set of equal windows, its first and its last member.
  private func forEachWindowGroup(_ body: (_ ranks: Range<Int>, _ first: Int, _ last: Int) -> Void) {
    var rank = 0
    while rank < suffixes.count {
      var first = Int(suffixes[rank])
      var last = first
      var end = rank + 1
      while end < suffixes.count && commonPrefixes[end] >= minimumLength {
        first = min(first, Int(suffixes[end]))
        last = max(last, Int(suffixes[end]))
        end += 1
      }
      if end - rank > 1 { body(rank..<end, first, last) }
      rank = end
    }
  }

  /// The tokens of due windows that no place holds, ascending.
  private func uncovered(due: BitSet, runs: [RepeatedRun]) -> [Int] {
    var depth = [Int32](repeating: 0, count: suffixes.count + 1)
    for run in runs {
      for start in run.starts {
        depth[start] += 1
        depth[start + run.length] -= 1
      }
    }
    var gaps: [Int] = []
    var covered: Int32 = 0
    var dueUntil = 0
    for position in 0..<suffixes.count {
      covered += depth[position]
      if due.contains(position) { dueUntil = position + minimumLength }
      if covered == 0 && position < dueUntil { gaps.append(position) }
    }
    return gaps
  }

  /// Another place of a due window: a neighbour in suffix order, which shares the most, else the first or
  /// the last.
  private func twin(of window: Int, rank: Int) -> Int {
    let above = rank > 0 ? Int(commonPrefixes[rank]) : 0
    let below = rank + 1 < suffixes.count ? Int(commonPrefixes[rank + 1]) : 0
    var neighbours = [(rank - 1, above), (rank + 1, below)]
    if below > above { neighbours.reverse() }
    for (neighbour, shared) in neighbours where shared >= minimumLength {
      let twin = Int(suffixes[neighbour])
      if isClear(min(twin, window), max(twin, window), minimumLength) { return twin }
    }
    var first = window
    var last = window
    var next = rank
    while next > 0 && commonPrefixes[next] >= minimumLength { next -= 1 }
    repeat {
      first = min(first, Int(suffixes[next]))
      last = max(last, Int(suffixes[next]))
      next += 1
    } while next < suffixes.count && commonPrefixes[next] >= minimumLength
    return isClear(first, window, minimumLength) ? first : last
  }

  /// Extends two equal windows to the right, then to the left, while they stay equal and clear of each other.
  private func extend(_ window: Int, twin: Int) -> Pair {
    var pair = Pair(start: window, twin: twin, length: minimumLength)
    let symbols = region.symbols
    func stillClear(_ pair: Pair) -> Bool {
      isClear(min(pair.start, pair.twin), max(pair.start, pair.twin), pair.length)
    }
    while symbols[pair.start + pair.length] == symbols[pair.twin + pair.length] {
      pair.length += 1
      if !stillClear(pair) {
        pair.length -= 1
        break
      }
    }
    while pair.start > 0, pair.twin > 0, symbols[pair.start - 1] == symbols[pair.twin - 1] {
      let longer = Pair(start: pair.start - 1, twin: pair.twin - 1, length: pair.length + 1)
      if !stillClear(longer) { break }
      pair = longer
    }
    return pair
  }

  /// All occurrences of a run, ascending; none where they are too many to list.
  private func occurrences(of pair: Pair, rank: Int) -> [Int] {
    var lower = rank
    var upper = rank + 1
    let limit = Self.listedOccurrences
    while lower > 0 && upper - lower <= limit && commonPrefixes[lower] >= pair.length { lower -= 1 }
    while upper < suffixes.count && upper - lower <= limit && commonPrefixes[upper] >= pair.length {
      upper += 1
    }
    if upper - lower > limit { return [] }
    return suffixes[lower..<upper].map { Int($0) }.sorted()
  }

  private func isClear(_ first: Int, _ second: Int, _ length: Int) -> Bool {
    region.isClear(first, second, length: length, tokens: tokens)
  }
}
