import Execution
import TextFeatures

/// A run and all its occurrences.
struct RunOccurrences {
  /// Its length in tokens.
  var length: Int
  /// Where it starts in the region text, ascending; occurrences may overlap.
  var starts: [Int]
}

/// The runs added to complete the guarantee, each with as many places as fit without overlap.
struct CompletedRuns {
  private let region: RegionText
  private let tokens: TokenizedCorpus
  private var closed: [RepeatedRun] = []
  /// Runs that overlap themselves, with the places asked for.
  private var open: [(run: RepeatedRun, occurrences: [Int])] = []
  /// The newest open run by length and first occurrence, which tell a run.
  private var openNumbers: [[Int]: Int] = [:]
  /// The tokens inside places.
  private(set) var covered: BitSet

  init(region: RegionText, tokens: TokenizedCorpus) {
    self.region = region
    self.tokens = tokens
    covered = BitSet(capacity: region.symbols.count)
  }

  /// Adds a run of which one occurrence must be a place.
  mutating func add(_ run: RunOccurrences, including start: Int) {
    let key = [run.length, run.starts[0]]
    if let known = openNumbers[key], let widened = inserting(start, into: open[known].run) {
      open[known].run = widened
      cover(start, length: run.length)
      return
    }
    let places = fill([], from: run.starts, length: run.length)
    if openNumbers[key] == nil && places.contains(start) {
      for place in places { cover(place, length: run.length) }
      closed.append(RepeatedRun(length: run.length, starts: places))
      return
    }
    openNumbers[key] = open.count
    open.append((RepeatedRun(length: run.length, starts: [start]), run.starts))
    cover(start, length: run.length)
  }

  /// The added runs, each with all its places: no occurrence is clear of all of them.
  var runs: [RepeatedRun] {
    closed
      + open.map { run, occurrences in
        RepeatedRun(
          length: run.length, starts: fill(run.starts, from: occurrences, length: run.length))
      }
  }

  private mutating func cover(_ start: Int, length: Int) {
    for position in start..<start + length { covered.insert(position) }
  }

  /// The given places and, from left to right, every occurrence clear of them and of those before it.
  private func fill(_ places: [Int], from occurrences: [Int], length: Int) -> [Int] {
    var filled: [Int] = []
    var next = 0
    for occurrence in occurrences {
      if next < places.count && places[next] == occurrence {
        next += 1
      } else {
        if let last = filled.last, !isClear(last, occurrence, length) { continue }
        if next < places.count, !isClear(occurrence, places[next], length) { continue }
      }
      filled.append(occurrence)
    }
    return filled
  }

  /// The run with one more place; nil where that would overlap one it has.
  private func inserting(_ start: Int, into run: RepeatedRun) -> RepeatedRun? {
    var lower = 0
    var upper = run.starts.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if run.starts[middle] <= start { lower = middle + 1 } else { upper = middle }
    }
    if lower > 0, !isClear(run.starts[lower - 1], start, run.length) { return nil }
    if lower < run.starts.count, !isClear(start, run.starts[lower], run.length) { return nil }
    var run = run
    run.starts.insert(start, at: lower)
    return run
  }

  private func isClear(_ first: Int, _ second: Int, _ length: Int) -> Bool {
    region.isClear(first, second, length: length, tokens: tokens)
  }
}
