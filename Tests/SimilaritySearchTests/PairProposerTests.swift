import Execution
import Matrices
import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("Choosing and pruning")
struct PairProposerTests {
  private static let twoThreads = Parallelism(threads: 2)

  @Test("Every pair that meets the threshold is proposed by both plans", arguments: [0.2, 0.5, 0.9])
  func completeness(threshold: Double) async throws {
    let rows = zipfRows(count: 150, columns: 90, length: 25, seed: 8).unitRows()
    for plan in PairProposer.Plan.allCases {
      let proposer = try await PairProposer(
        rows: DistinctRows(rows), threshold: threshold, plan: plan, parallelism: Self.twoThreads)
      for strip in 0..<proposer.strips.count {
        for (row, others) in zip(proposer.strips[strip], proposer.proposals(ofStrip: strip)) {
          #expect(Set(others).count == others.count && others.allSatisfy { $0 > row })
          for other in row + 1..<150 where mergeScore(row, rows, other, rows) >= threshold {
            #expect(others.contains(other), "\(row), \(other)")
          }
        }
      }
    }
  }

  @Test("Pruning proposes few pairs that fail")
  func selectivity() async throws {
    let rows = zipfRows(count: 400, columns: 900, length: 30, seed: 5).unitRows()
    let proposer = try await PairProposer(
      rows: DistinctRows(rows), threshold: 0.8, plan: .pruned, parallelism: Self.twoThreads)
    let proposed = (0..<proposer.strips.count).reduce(0) {
      $0 + proposer.proposals(ofStrip: $1).reduce(0) { $0 + $1.count }
    }
    #expect(proposed < 400 * 399 / 2 / 20)
  }

  @Test("Dense rows go to tiles, rare words at a high threshold are pruned")
  func choice() async throws {
    var dense: [[UInt32: Double]] = []
    for row in 0..<200 {
      var values: [UInt32: Double] = [:]
      for column in 0..<64 { values[UInt32(column)] = Double((row * 7 + column * 3) % 11 + 1) }
      dense.append(values)
    }
    let denseRows = DistinctRows(sparseRows(dense, columnCount: 64).unitRows())
    if case .pruned = try await PairProposer(
      rows: denseRows, threshold: 0.8, parallelism: Self.twoThreads)
    {
      Issue.record("dense rows were pruned")
    }
    var rare: [[UInt32: Double]] = []
    for row in 0..<200 {
      var values: [UInt32: Double] = [0: 0.1]
      values[UInt32(row / 2 + 1)] = 1
      values[UInt32(row % 90 + 1), default: 0] += 0.5
      rare.append(values)
    }
    let rareRows = DistinctRows(sparseRows(rare, columnCount: 200).unitRows())
    if case .tiles = try await PairProposer(
      rows: rareRows, threshold: 0.8, parallelism: Self.twoThreads)
    {
      Issue.record("rare words were not pruned")
    }
  }

  @Test("Rows too long for the margin of error go to tiles even where pruning is asked for")
  func marginTooWide() async throws {
    let long = Dictionary(uniqueKeysWithValues: (0..<40_000).map { (UInt32($0), 1.0) })
    let rows = DistinctRows(sparseRows([long, long, [0: 1]], columnCount: 40_000).unitRows())
    if case .pruned = try await PairProposer(
      rows: rows, threshold: 0.01, plan: .pruned, parallelism: Self.twoThreads)
    {
      Issue.record("a margin of 0.002 was taken for less than what must be gathered")
    }
  }
}
