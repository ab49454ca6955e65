import AnalysisModel
import Execution
import Matrices
import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("Pruned pairs against brute force")
struct PrunedPairsTests {
  private static let thresholds = [0.1, 0.3, 0.5, 0.8, 0.95, 1]

  @Test("Columns of more rows than a run is long, on one, two and three threads", arguments: thresholds)
  func longColumns(threshold: Double) async throws {
    for seed in 1...2 {
      // Few columns and many rows: most columns are kept in runs.
      let rows = zipfRows(count: 700, columns: 60, length: 6, seed: UInt64(seed), signed: seed == 2)
      try await check(rows, threshold, seed: seed)
    }
  }

  @Test("Columns in an order of their own, as foreign vectors have them", arguments: thresholds)
  func unrankedColumns(threshold: Double) async throws {
    var generator = SeededGenerator(seed: 14)
    let rows = zipfRows(count: 300, columns: 200, length: 25, seed: 14)
    let places = (0..<200).shuffled(using: &generator).map(UInt32.init)
    let shuffled = (0..<300).map { row in
      Dictionary(
        uniqueKeysWithValues: rows.range(ofRow: row).map { (places[Int(rows.columns[$0])], rows.values[$0]) })
    }
    try await check(sparseRows(shuffled, columnCount: 200), threshold, seed: 14)
  }

  @Test("One value a row, a column that all rows store, equal rows and rows of zeros", arguments: thresholds)
  func extremes(threshold: Double) async throws {
    var rows: [[UInt32: Double]] = []
    for row in 0..<400 {
      switch row % 8 {
      case 0: rows.append([UInt32(row % 40): 2])
      case 1: rows.append([0: 50, UInt32(row % 7 + 1): 1])
      case 2: rows.append([0: 1, UInt32(row % 90 + 1): 3, UInt32(row % 31 + 100): -1])
      case 3: rows.append([0: 1, 5: 1, 9: Double(row % 3)])
      case 4: rows.append([:])
      case 5: rows.append([3: 0, 4: 0])
      case 6: rows.append([0: -1, 5: -1, 9: -2])
      default: rows.append([0: 1e-9, UInt32(row % 11 + 1): 1, 139: 1e-7])
      }
    }
    try await check(sparseRows(rows, columnCount: 140), threshold, seed: 0)
  }

  @Test("Scores at the threshold to the last of nine decimals", arguments: [0.6, 0.8, 0.96])
  func atTheThreshold(threshold: Double) async throws {
    // (3, 4)/5, (4, 3)/5, (1, 0), (24, 7)/25 …: cosines with few decimals, many of them equal to a threshold.
    let legs: [(Double, Double)] = [(3, 4), (4, 3), (1, 0), (0, 1), (24, 7), (7, 24)]
    let rows = (0..<240).map { row -> [UInt32: Double] in
      let (a, b) = legs[row % legs.count]
      let place = UInt32(row / 24) * 2
      return [place: a, place + 1: b].filter { $0.value != 0 }
    }
    try await check(sparseRows(rows, columnCount: 20), threshold, seed: 0)
  }

  @Test("Thresholds around one unit of the norms that the index keeps", arguments: [1.2e-5, 2e-5, 4e-5])
  func tinyThresholds(threshold: Double) async throws {
    try await check(zipfRows(count: 150, columns: 400, length: 3, seed: 8), threshold, seed: 8)
  }

  private func check(_ rows: SparseRows, _ threshold: Double, seed: Int) async throws {
    let unit = rows.unitRows()
    var expected: [SimilarPair] = []
    for a in 0..<rows.rowCount {
      expected += (a + 1..<max(a + 1, rows.rowCount)).map {
        SimilarPair(a: a, b: $0, score: mergeScore(a, unit, $0, unit))
      }.filter { $0.score >= threshold }.sorted { ($1.score, $0.b) < ($0.score, $1.b) }
    }
    for threads in 1...3 {
      var search = CosineSearch(rows: rows, parallelism: Parallelism(threads: threads))
      search.plan = .pruned
      let found = try await search.pairs(atLeast: threshold)
      #expect(found == expected, "seed \(seed), \(threads) threads")
    }
  }
}
