import TestSupport
import Testing

@testable import PassageDetection

struct PlaceIndexTests {
  @Test func agreesWithLookingAtEveryPlace() {
    for seed in 0..<100 {
      var generator = SeededGenerator(seed: seed)
      let unit = Int.random(in: 1...6, using: &generator)
      var index = PlaceIndex(extent: 200, unit: unit)
      var filed: [(range: Range<Int>, passage: Int)] = []
      for passage in 0..<30 {
        let length = Int.random(in: unit...min(unit * 20, 150), using: &generator)
        let start = Int.random(in: 0...200 - length, using: &generator)
        index.insert(start..<start + length, of: passage)
        filed.append((start..<start + length, passage))
      }
      for _ in 0..<50 {
        let start = Int.random(in: 0..<200, using: &generator)
        let range = start..<min(start + Int.random(in: 1...20, using: &generator), 200)
        var found: [Int] = []
        index.forEachPassage(around: range) { found.append($0) }
        let expected = filed.filter {
          $0.range.contains(range.lowerBound) && $0.range.upperBound >= range.upperBound
        }
        #expect(found.sorted() == expected.map(\.passage), "seed \(seed), \(range)")
      }
    }
  }

  @Test func joinsTouchingPlaces() {
    var index = PlaceIndex(extent: 100, unit: 5)
    index.insert(starts: [10, 15, 21], length: 5, of: 0)
    let across = index.somePassageHolds([12], length: 8)
    #expect(across)
    let overTheGap = index.somePassageHolds([18], length: 4)
    #expect(!overTheGap)
    let three = index.somePassageHolds([12, 18, 21], length: 2)
    #expect(three)
    let oneOutside = index.somePassageHolds([12, 19], length: 2)
    #expect(!oneOutside)
    let oneMiss = index.somePassageHolds([12, 19], length: 2, misses: 1)
    #expect(oneMiss)
  }

  @Test func wantsOnePassageToHoldAll() {
    var index = PlaceIndex(extent: 100, unit: 5)
    index.insert(starts: [10, 30], length: 10, of: 0)
    index.insert(starts: [30, 50], length: 10, of: 1)
    let apart = index.somePassageHolds([10, 50], length: 5)
    #expect(!apart)
    let together = index.somePassageHolds([32, 52], length: 5)
    #expect(together)
    let either = index.passages(holding: 1, of: [10, 30], length: 5)
    #expect(either == [0, 1])
    let both = index.passages(holding: 2, of: [10, 30], length: 5)
    #expect(both == [0])
  }

  @Test func weighsWhatARunHolds() {
    for seed in 0..<200 {
      var generator = SeededGenerator(seed: seed)
      func starts(length: Int) -> [Int] {
        var starts = [Int.random(in: 0...5, using: &generator)]
        while starts.count < 12 {
          starts.append(starts[starts.count - 1] + length + Int.random(in: 0...3, using: &generator))
        }
        return starts
      }
      let run = RepeatedRun(length: 6, starts: starts(length: 6))
      let others = starts(length: 3)
      let tokens = Set(run.starts.flatMap { $0..<$0 + 6 })
      let expected = others.filter { tokens.isSuperset(of: $0..<$0 + 3) }.reduce(0) { $0 + $1 }
      #expect(run.weightHeld(of: others, length: 3) { $0 } == expected, "seed \(seed)")
    }
  }
}
