import TestSupport
import Testing

@testable import TokenAlignment

@Suite struct SequenceAlignerTests {
  /// The length of a longest common subsequence, by dynamic programming.
  private func longestCommon(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = x == y ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[b.count]
  }

  /// Checks everything an alignment promises but optimality.
  private func checkShape(_ alignment: SequenceAlignment, _ a: [UInt32], _ b: [UInt32]) {
    var endA = 0
    var endB = 0
    var isFirst = true
    for match in alignment.matches {
      #expect(!match.a.isEmpty && Array(a[match.a]) == Array(b[match.b]))
      #expect(match.a.lowerBound >= endA && match.b.lowerBound >= endB)
      #expect(isFirst || match.a.lowerBound > endA || match.b.lowerBound > endB)
      endA = match.a.upperBound
      endB = match.b.upperBound
      isFirst = false
    }
    #expect(endA <= a.count && endB <= b.count)
    let gapTokens = alignment.gaps.reduce(0) { $0 + $1.a.count + $1.b.count }
    #expect(gapTokens + 2 * alignment.matchedCount == a.count + b.count)
    #expect(alignment.gaps.allSatisfy { !$0.a.isEmpty || !$0.b.isEmpty })
  }

  @Test(arguments: 0..<300)
  func matchesAreOptimalWithinTheBound(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let letters = UInt32.random(in: 1...5, using: &random)
    let a = (0..<Int.random(in: 0...30, using: &random)).map { _ in
      UInt32.random(in: 0..<letters, using: &random)
    }
    let b = (0..<Int.random(in: 0...30, using: &random)).map { _ in
      UInt32.random(in: 0..<letters, using: &random)
    }
    let alignment = SequenceAligner().align(a[...], b[...])
    checkShape(alignment, a, b)
    #expect(alignment.isOptimal)
    #expect(alignment.matchedCount == longestCommon(a, b), "seed \(seed): \(a) \(b)")
  }

  @Test(arguments: 0..<60)
  func anchorsKeepTheShapeBeyondTheBound(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 1000)
    let a = (0..<200).map { _ in UInt32.random(in: 0..<60, using: &random) }
    var b = a
    for _ in 0..<40 {
      b.insert(UInt32.random(in: 0..<60, using: &random), at: Int.random(in: 0...b.count, using: &random))
      b.remove(at: Int.random(in: 0..<b.count, using: &random))
    }
    b = Array(b[100...] + b[..<100])
    let alignment = SequenceAligner(effort: 1).align(a[...], b[...])
    checkShape(alignment, a, b)
    #expect(!alignment.isOptimal)
    #expect(alignment.matchedCount <= longestCommon(a, b))
  }

  @Test func uniqueRunsBecomeAnchorsBetweenUnlikeTexts() {
    let shared: [UInt32] = Array(1_000_000..<1_000_020)
    let a = Array(0..<3000) + shared + Array(3000..<6000)
    let b = Array(10_000..<14_000) + shared + Array(14_000..<15_000)
    let alignment = SequenceAligner(effort: 1000).align(a[...], b[...])
    #expect(!alignment.isOptimal)
    #expect(alignment.matches == [.init(a: 3000..<3020, b: 4000..<4020)])
  }

  @Test func hugeUnlikeTextsCostLittle() {
    let a = (0..<100_000).map { UInt32($0 % 977) }
    let b = (0..<100_000).map { UInt32(($0 * 7 + 3) % 983) }
    let aligner = SequenceAligner()
    #expect(aligner.editLimit(forTotalLength: 200_000) == 41)
    checkShape(aligner.align(a[...], b[...]), a, b)
  }

  @Test func offsetsCountFromTheStartOfTheSlices() {
    let tokens: [UInt32] = [9, 9, 1, 2, 3, 9, 1, 5, 3, 9]
    let alignment = SequenceAligner().align(tokens[2..<5], tokens[6..<9])
    #expect(alignment.matches == [.init(a: 0..<1, b: 0..<1), .init(a: 2..<3, b: 2..<3)])
    #expect(alignment.gaps == [.init(a: 1..<2, b: 1..<2)])
  }

  @Test func emptySequences() {
    let aligner = SequenceAligner()
    #expect(aligner.align([], []).matches.isEmpty && aligner.align([], []).gaps.isEmpty)
    #expect(aligner.align([1], []).gaps == [.init(a: 0..<1, b: 0..<0)])
    #expect(aligner.align([], [1, 2]).gaps == [.init(a: 0..<0, b: 0..<2)])
    #expect(aligner.align([1, 2], [1, 2]).gaps.isEmpty)
  }
}
