import Matrices
import Testing

@testable import SimilaritySearch

@Suite("Choosing and pruning")
struct PairProposerTests {
  @Test("Every pair that meets the threshold is proposed by both plans", arguments: [0.2, 0.5, 0.9])
  func completeness(threshold: Double) {
    let rows = zipfRows(count: 150, columns: 90, length: 25, seed: 8).unitRows()
    for plan in PairProposer.Plan.allCases {
      let proposer = PairProposer(rows: rows, threshold: threshold, plan: plan)
      for strip in 0..<proposer.strips.count {
        for (row, others) in zip(proposer.strips[strip], proposer.proposals(ofStrip: strip)) {
          #expect(others == others.sorted() && others.allSatisfy { $0 > row })
          for other in row + 1..<150 where mergeScore(row, rows, other, rows) >= threshold {
            #expect(others.contains(other), "\(row), \(other)")
          }
        }
      }
    }
  }

  @Test("What two rows share outside both suffixes is bounded by their prefix norms")
  func bounds() {
    let rows = zipfRows(count: 120, columns: 60, length: 30, seed: 4, signed: true).unitRows()
    let split = PrefixSplit(rows: rows, threshold: 0.6)
    for a in 0..<120 {
      #expect(Double(split.prefixNorms[a]) <= 0.6 * PrefixSplit.prefixShare * 1.000_001)
      for b in 0..<120 where a != b {
        var rest = 0.0
        for i in rows.range(ofRow: a) {
          for j in rows.range(ofRow: b) where rows.columns[i] == rows.columns[j] {
            if !(split.isSuffix[i] && split.isSuffix[j]) { rest += rows.values[i] * rows.values[j] }
          }
        }
        #expect(rest <= Double(split.bound(a, b)))
      }
    }
  }

  @Test("Dense rows go to tiles, rare words at a high threshold are pruned")
  func choice() {
    var dense: [[UInt32: Double]] = []
    for row in 0..<200 {
      var values: [UInt32: Double] = [:]
      for column in 0..<64 { values[UInt32(column)] = Double((row * 7 + column * 3) % 11 + 1) }
      dense.append(values)
    }
    let denseRows = sparseRows(dense, columnCount: 64).unitRows()
    if case .pruned = PairProposer(rows: denseRows, threshold: 0.8) {
      Issue.record("dense rows were pruned")
    }
    var rare: [[UInt32: Double]] = []
    for row in 0..<200 {
      var values: [UInt32: Double] = [0: 0.1]
      values[UInt32(row / 2 + 1)] = 1
      values[UInt32(row % 90 + 1), default: 0] += 0.5
      rare.append(values)
    }
    let rareRows = sparseRows(rare, columnCount: 200).unitRows()
    if case .tiles = PairProposer(rows: rareRows, threshold: 0.8) {
      Issue.record("rare words were not pruned")
    }
  }
}
