import AnalysisModel
import Execution
import Matrices
import SimilaritySearch
import TestSupport
import Testing
import TextFeatures

@testable import Refrain

@Suite("The picture of who resembles whom")
struct SimilarityPictureTests {
  @Test("The closest pairs are the closest there are", arguments: [0.1, 0.6, 3.0])
  func closestPairs(spread: Double) async throws {
    for seed in 1...5 {
      var generator = SeededGenerator(seed: seed)
      var offsets = [0]
      var columns: [UInt32] = []
      var values: [Double] = []
      for row in 0..<60 {
        columns.append(UInt32(row % 4))
        values.append(1)
        for column in 4..<40 where Bool.random(using: &generator) {
          columns.append(UInt32(column))
          values.append(Double.random(in: 0...spread, using: &generator))
        }
        offsets.append(columns.count)
      }
      let rows = SparseRows(rowOffsets: offsets, columns: columns, values: values, columnCount: 40)
      let search = CosineSearch(rows: rows, parallelism: Parallelism(threads: 2))
      let all = try await search.pairs(atLeast: 1e-6)
      let expected = all.sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }.prefix(10)
      #expect(try await SimilarityPicture.closestPairs(in: search) == Array(expected), "seed \(seed)")
    }
  }

  @Test("Many documents are shown by topic, as the mean cosine between members")
  func topics() async throws {
    // 90 rows in three topics, some rows zero; small integer weights.
    var offsets = [0]
    var columns: [UInt32] = []
    var values: [Double] = []
    for row in 0..<90 {
      if row % 30 != 7 {
        for column in 0..<6 where (row * 7 + column * 5) % 4 != 0 {
          columns.append(UInt32(column + row % 3))
          values.append(Double((row + column) % 5 + 1))
        }
      }
      offsets.append(columns.count)
    }
    let rows = SparseRows(rowOffsets: offsets, columns: columns, values: values, columnCount: 8)
    let groups = (0..<3).map { group in (0..<90).filter { $0 % 3 == group } }
    let clusters = ClusterFindings(
      topics: groups.enumerated().map { index, members in
        Topic(
          number: index + 1, label: "", keywords: [], members: members, representative: members[0],
          cohesion: nil)
      }, events: [], topicRule: "", eventRule: "")
    let vectors = TermVectors(
      rows: rows, terms: Vocabulary(arena: [], offsets: [0], documentFrequencies: []))
    let picture = try await SimilarityPicture(vectors: vectors, parallelism: Parallelism(threads: 2))
      .overview(clusters: clusters, duplicates: nil, progress: nil)
    #expect(picture.unit == .topics)
    #expect(picture.order == [1, 2, 3])

    let unit = rows.unitRows()
    func cosine(_ a: Int, _ b: Int) -> Double {
      var sum = 0.0
      for i in unit.range(ofRow: a) {
        for j in unit.range(ofRow: b) where unit.columns[i] == unit.columns[j] {
          sum += unit.values[i] * unit.values[j]
        }
      }
      return sum
    }
    for a in 0..<3 {
      for b in 0..<3 {
        var sum = 0.0
        var count = 0.0
        for x in groups[a] {
          for y in groups[b] where x != y {
            sum += cosine(x, y)
            count += 1
          }
        }
        #expect(abs(picture[a, b] - sum / count) < 1e-8)
      }
    }
  }
}
