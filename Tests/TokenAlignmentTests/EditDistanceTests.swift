import TestSupport
import Testing

@testable import TokenAlignment

@Suite struct EditDistanceTests {
  /// The distance by the full table.
  private func plainDistance(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(diagonal + (x == y ? 0 : 1), above + 1, row[j] + 1)
        diagonal = above
      }
    }
    return row[b.count]
  }

  /// The distance is given for exactly those limits that it fits.
  private func check(_ a: [UInt32], _ b: [UInt32], _ note: String) {
    let expected = plainDistance(a, b)
    let limits = [
      0, expected / 2, expected - 1, expected, expected + 1, expected + 7, 2 * expected, a.count + b.count,
    ]
    for limit in limits where limit >= 0 {
      #expect(
        EditDistance.distance(a, b, limit: limit) == (expected <= limit ? expected : nil),
        "\(note), limit \(limit), distance \(expected)")
    }
  }

  private func random(_ count: Int, _ letters: UInt32, _ random: inout SeededGenerator) -> [UInt32] {
    (0..<count).map { _ in UInt32.random(in: 0..<letters, using: &random) &* 397 }
  }

  /// Replaces, inserts and deletes symbols.
  private func noisy(
    _ text: [UInt32], edits: Int, _ letters: UInt32, _ random: inout SeededGenerator
  ) -> [UInt32] {
    var text = text
    for _ in 0..<edits {
      let place = Int.random(in: 0...text.count, using: &random)
      let symbol = UInt32.random(in: 0..<letters, using: &random) &* 397
      switch Int.random(in: 0..<3, using: &random) {
      case 0: text.insert(symbol, at: place)
      case 1 where place < text.count: text.remove(at: place)
      default: if place < text.count { text[place] = symbol }
      }
    }
    return text
  }

  @Test(arguments: 0..<200)
  func shortSequences(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let letters = UInt32.random(in: 1...6, using: &generator)
    let a = random(Int.random(in: 0...20, using: &generator), letters, &generator)
    let b = random(Int.random(in: 0...20, using: &generator), letters, &generator)
    check(a, b, "seed \(seed)")
  }

  @Test(arguments: 0..<60)
  func longSequences(seed: Int) {
    var generator = SeededGenerator(seed: seed + 1000)
    let letters = UInt32.random(in: 2...40, using: &generator)
    let a = random(Int.random(in: 100...700, using: &generator), letters, &generator)
    let edits = Int.random(in: 0...120, using: &generator)
    check(a, noisy(a, edits: edits, letters, &generator), "seed \(seed)")
    // Stretches at one end or the other move the way off the main diagonal.
    let stretch = random(Int.random(in: 60...140, using: &generator), letters, &generator)
    let changed = noisy(a, edits: edits / 4, letters, &generator)
    check(a, stretch + changed, "seed \(seed), begun later")
    check(changed + stretch, a, "seed \(seed), ended later")
    check(stretch + a, changed + stretch, "seed \(seed), moved")
  }

  @Test(arguments: 0..<20)
  func unrelatedSequences(seed: Int) {
    var generator = SeededGenerator(seed: seed + 2000)
    let a = random(Int.random(in: 1...400, using: &generator), 26, &generator)
    let b = random(Int.random(in: 1...400, using: &generator), 26, &generator)
    check(a, b, "seed \(seed)")
  }

  @Test(arguments: [63, 64, 65, 127, 128, 129, 192])
  func lengthsAtTheBordersOfBlocks(count: Int) {
    var generator = SeededGenerator(seed: count)
    for edits in [1, 2, 30, 64, 90] {
      // Different ends, so that nothing is set aside.
      let a = [1] + random(count - 2, 4, &generator) + [2]
      let b = [3] + noisy(Array(a.dropFirst().dropLast()), edits: edits, 4, &generator) + [4]
      check(a, b, "\(count) symbols, \(edits) edits")
    }
  }

  /// 100,000 symbols with 2 % of edits, and two unrelated texts of that length: by a full table each would
  /// take 10 billion steps.
  @Test func longTextsAreCheap() {
    var generator = SeededGenerator(seed: 7)
    let a = random(100_000, 60, &generator)
    let b = noisy(a, edits: 2000, 60, &generator)
    let distance = EditDistance.distance(a, b, limit: 15_000)
    #expect(distance.map { (1800...2000).contains($0) } == true)
    #expect(EditDistance.distance(a, random(100_000, 60, &generator), limit: 15_000) == nil)
  }
}
