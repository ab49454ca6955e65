import Execution
import TextFeatures

/// Chooses, longest first, which candidate runs are reported and at which places.
struct RunSelection {
  let region: RegionText
  let tokens: TokenizedCorpus
  let suffixes: [Int32]
  let minimumLength: Int

  /// The reported runs, longest first.
  ///
  /// A run is left out where all its places lie inside places of one longer reported run (touching places of
  /// which count as one stretch, so that `aaaa…` does not nest). From seventeen places on, two thirds of them
  /// are enough: a thousand texts with scattered differences share almost every run almost everywhere.
  func reported(from candidates: [RunCandidate]) throws -> [RepeatedRun] {
    let ordered = candidates.sorted { ($1.length, $0.first) < ($0.length, $1.first) }
    var index = PlaceIndex(extent: region.symbols.count, unit: minimumLength)
    var sorter = OccurrenceSorter(extent: region.symbols.count)
    var runs: [RepeatedRun] = []
    for (step, candidate) in ordered.enumerated() {
      if step & 0xFFF == 0 { try Task.checkCancellation() }
      let occurrences = sorter.ascending(suffixes[candidate.ranks])
      let starts = clearPlaces(among: occurrences, length: candidate.length)
      if starts.count < 2 { continue }
      if isHeld(starts, length: candidate.length, by: runs, index: &index) { continue }
      index.insert(starts: starts, length: candidate.length, of: runs.count)
      runs.append(RepeatedRun(length: candidate.length, starts: starts))
    }
    return runs
  }

  /// Whether one of the runs already reported holds all the places, or two thirds where there are many.
  private func isHeld(
    _ starts: [Int], length: Int, by runs: [RepeatedRun], index: inout PlaceIndex
  ) -> Bool {
    let weight = starts.reduce(0) { $0 + region.weight(of: $1) }
    let misses = weight > RunCandidates.freelyNested ? weight / 3 : 0
    if starts.count <= Self.sampledPlaces {
      return index.somePassageHolds(starts, length: length, misses: misses, weight: region.weight)
    }
    // Looking up every place is dear; a run that holds two thirds of them holds half of an even sample.
    let sample = (0..<Self.sampledPlaces).map { starts[$0 * starts.count / Self.sampledPlaces] }
    return index.passages(holding: Self.sampledPlaces / 2, of: sample, length: length).contains { holder in
      runs[holder].weightHeld(of: starts, length: length, weight: region.weight) >= weight - misses
    }
  }

  /// Up to so many places are all looked up.
  private static let sampledPlaces = 64

  /// The occurrences that do not overlap an earlier chosen one, from left to right.
  func clearPlaces(among occurrences: [Int], length: Int) -> [Int] {
    var chosen: [Int] = []
    for occurrence in occurrences {
      if let last = chosen.last, !region.isClear(last, occurrence, length: length, tokens: tokens) {
        continue
      }
      chosen.append(occurrence)
    }
    return chosen
  }
}

/// Sorts occurrences; many of them by marking, which is linear.
private struct OccurrenceSorter {
  private let extent: Int
  private var marks: BitSet

  init(extent: Int) {
    self.extent = extent
    marks = BitSet(capacity: extent)
  }

  mutating func ascending(_ suffixes: ArraySlice<Int32>) -> [Int] {
    if suffixes.count < extent / 64 { return suffixes.map { Int($0) }.sorted() }
    for suffix in suffixes { marks.insert(Int(suffix)) }
    var result: [Int] = []
    result.reserveCapacity(suffixes.count)
    marks.drain { result.append($0) }
    return result
  }
}
