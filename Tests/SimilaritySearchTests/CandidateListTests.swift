import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("Candidates for the k nearest")
struct CandidateListTests {
  @Test("Nothing within two margins of the k-th best is dropped, however many tie")
  func keepsTies() {
    var list = CandidateList(k: 2, margin: 0.01, floor: 0)
    for row in 0..<1000 { list.add(row, row.isMultiple(of: 3) ? 0.5 : 0.485) }
    #expect(list.candidates.count == 1000)
  }

  @Test("A crowded list keeps the k best by exact score, then row, and lets in whoever may be better")
  func settles() {
    var list = CandidateList(k: 3, margin: 0.01, floor: 0)
    for row in (0..<400).reversed() { list.add(row, 0.5) }
    #expect(list.isCrowded)
    list.settle(scale: 1) { $0 == 250 ? 0.504 : 0.496 }
    #expect(list.candidates.map(\.row) == [250, 0, 1])
    #expect(list.bound < 0.486 && list.bound > 0.4859)
    list.add(500, 0.4861)
    #expect(list.candidates.map(\.row).contains(500))
  }

  @Test("What has fallen behind is dropped")
  func dropsTheRest() {
    var list = CandidateList(k: 2, margin: 0.001, floor: 0)
    for row in 0..<10_000 { list.add(row, Float(row) / 10_000) }
    #expect(list.candidates.map(\.row).contains(9998) && list.candidates.map(\.row).contains(9999))
    #expect(list.candidates.count < 40)
  }

  @Test("The bound never passes the k-th best less two margins", arguments: [1, 3, 50])
  func bound(k: Int) {
    var generator = SeededGenerator(seed: UInt64(k))
    var list = CandidateList(k: k, margin: 0.01, floor: -1)
    var scores: [Float] = []
    for row in 0..<500 {
      let score = Float.random(in: 0...1, using: &generator)
      scores.append(score)
      list.add(row, score)
      let best = scores.sorted(by: >)
      if best.count < k {
        #expect(list.bound == -1)
      } else {
        #expect(list.bound <= best[k - 1] - 0.02)
        let kept = Set(list.candidates.map { Int($0.row) })
        for (row, score) in scores.enumerated() where score > best[k - 1] - 0.02 {
          #expect(kept.contains(row), "k \(k), row \(row)")
        }
      }
    }
  }
}
