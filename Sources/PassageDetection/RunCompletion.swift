import Execution
import TextFeatures

/// Makes the guarantee good where the selection of maximal runs alone does not.
///
/// Two things leave tokens out: text that repeats itself, whose occurrences overlap so that some are passed
/// over, and runs passed over because they add too little to the longer ones they begin. For every token that
/// is due and not covered, a run around it is added with all its places.
///
/// That is the run that reaches furthest to the right, extended as far as it goes on both sides, where its
/// places are few. Where they are many, it is a window of m tokens, extended while all its occurrences go on
/// alike. Every token begins one window and every window is added once, so all these places together are no
/// more than the tokens, but for occurrences that overlap.
struct RunCompletion {
  let region: RegionText
  let tokens: TokenizedCorpus
  let suffixes: [Int32]
  let commonPrefixes: [Int32]
  let minimumLength: Int
  /// Up to so many places the longest run is added.
  static let fewPlaces = 100

  /// The runs to add so that every due token lies in a place of `runs` or of these.
  ///
  /// O(n) where nothing is missing.
  func missing(from runs: [RepeatedRun], selection: RunSelection) throws -> [RepeatedRun] {
    let due = dueWindows()
    let gaps = uncovered(due: due, runs: runs)
    if gaps.isEmpty { return [] }

    var ranks = [Int32](repeating: 0, count: suffixes.count)
    for (rank, suffix) in suffixes.enumerated() { ranks[Int(suffix)] = Int32(rank) }
    var added = CompletedRuns(region: region, tokens: tokens)
    for (step, gap) in gaps.enumerated() where !added.covered.contains(gap) {
      if step & 0xFF == 0 { try Task.checkCancellation() }
      guard let window = (max(gap - minimumLength + 1, 0)...gap).last(where: due.contains) else {
        preconditionFailure("token \(gap) of the region text is due, but no window around it is")
      }
      let pair = extend(window, twin: twin(of: window, rank: Int(ranks[window])))
      if let few = fewOccurrences(
        of: pair, rank: Int(ranks[pair.start]), selection: selection)
      {
        added.add(few, including: pair.start)
      } else {
        let (common, start) = commonRun(around: window, rank: Int(ranks[window]))
        added.add(common, including: start)
      }
    }
    return added.runs
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

  /// Another place of a due window: a neighbour in suffix order, which shares the most, else half a periodic
  /// stretch away, else the first or the last.
  private func twin(of window: Int, rank: Int) -> Int {
    let above = rank > 0 ? Int(commonPrefixes[rank]) : 0
    let below = rank + 1 < suffixes.count ? Int(commonPrefixes[rank + 1]) : 0
    var neighbours = [(rank - 1, above), (rank + 1, below)]
    if below > above { neighbours.reverse() }
    for (neighbour, shared) in neighbours where shared >= minimumLength {
      let twin = Int(suffixes[neighbour])
      if isClear(min(twin, window), max(twin, window), minimumLength) { return twin }
    }
    for (neighbour, shared) in neighbours where shared >= minimumLength {
      if let twin = halfOfPeriodicStretch(endingWith: window, period: window - Int(suffixes[neighbour])) {
        return twin
      }
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

  /// The place that lets a window at the end of a periodic stretch grow to half of the stretch.
  private func halfOfPeriodicStretch(endingWith window: Int, period: Int) -> Int? {
    if period <= 0 || period >= minimumLength { return nil }
    var start = window
    while start > 0, region.symbols[start - 1] == region.symbols[start - 1 + period] { start -= 1 }
    let distance = (window + minimumLength - start) / 2 / period * period
    let twin = window - distance
    return distance > 0 && isClear(twin, window, minimumLength) ? twin : nil
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

  /// All occurrences of a run; nil where they stand for many places.
  private func fewOccurrences(of pair: Pair, rank: Int, selection: RunSelection) -> RunOccurrences? {
    var lower = rank
    var upper = rank + 1
    var places = region.weight(of: pair.start)
    // At most so many occurrences overlap one place.
    let limit = Self.fewPlaces * pair.length
    while places <= limit && lower > 0 && commonPrefixes[lower] >= pair.length {
      lower -= 1
      places += region.weight(of: Int(suffixes[lower]))
    }
    while places <= limit && upper < suffixes.count && commonPrefixes[upper] >= pair.length {
      places += region.weight(of: Int(suffixes[upper]))
      upper += 1
    }
    if places > limit { return nil }
    let starts = suffixes[lower..<upper].map { Int($0) }.sorted()
    if places > Self.fewPlaces {
      let clear = selection.clearPlaces(among: starts, length: pair.length)
      if clear.reduce(0, { $0 + region.weight(of: $1) }) > Self.fewPlaces { return nil }
    }
    return RunOccurrences(length: pair.length, starts: starts)
  }

  /// The run that all occurrences of a window share, and where it starts around this one.
  ///
  /// It is the window itself where more would leave no second place clear of this one.
  private func commonRun(around window: Int, rank: Int) -> (run: RunOccurrences, start: Int) {
    var lower = rank
    var upper = rank + 1
    var right = Int.max
    while lower > 0 && commonPrefixes[lower] >= minimumLength {
      right = min(right, Int(commonPrefixes[lower]))
      lower -= 1
    }
    while upper < suffixes.count && commonPrefixes[upper] >= minimumLength {
      right = min(right, Int(commonPrefixes[upper]))
      upper += 1
    }
    let starts = suffixes[lower..<upper].map { Int($0) }.sorted()
    let first = starts[0]
    let last = starts[starts.count - 1]
    func isClearOfSome(from left: Int, length: Int) -> Bool {
      isClear(first - left, window - left, length) || isClear(window - left, last - left, length)
    }
    if !isClearOfSome(from: 0, length: right) {
      return (RunOccurrences(length: minimumLength, starts: starts), window)
    }
    var left = 0
    while first > left, case let symbol = region.symbols[first - left - 1],
      starts.allSatisfy({ region.symbols[$0 - left - 1] == symbol }),
      isClearOfSome(from: left + 1, length: right + left + 1)
    {
      left += 1
    }
    return (RunOccurrences(length: right + left, starts: starts.map { $0 - left }), window - left)
  }

  private func isClear(_ first: Int, _ second: Int, _ length: Int) -> Bool {
    region.isClear(first, second, length: length, tokens: tokens)
  }
}
