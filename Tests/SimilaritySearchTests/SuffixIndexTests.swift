import Execution
import Matrices
import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("The index of suffixes")
struct SuffixIndexTests {
  @Test("Postings never understate norms and weights, and norms below a bound lie behind its end")
  func posting() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let norm = Float.random(in: 0...1, using: &generator)
      let weight = Float.random(in: 0...norm, using: &generator)
      let row = Int.random(in: 0...Int(UInt32.max), using: &generator)
      let posting = SuffixIndex.Posting(row: row, weight: weight, norm: norm)
      #expect(posting.row == row)
      #expect(posting.weight >= weight * SuffixIndex.Posting.units)
      #expect(posting.weight <= weight * SuffixIndex.Posting.units + 2)
      #expect(posting.bits < SuffixIndex.Posting.end(ofNormsAtLeast: norm))
      let above = norm + 4 / SuffixIndex.Posting.units
      #expect(above >= 1 || posting.bits >= SuffixIndex.Posting.end(ofNormsAtLeast: above))
    }
    let one = SuffixIndex.Posting(row: 7, weight: 1, norm: Float(1).nextUp)
    #expect(one.bits < SuffixIndex.Posting.end(ofNormsAtLeast: Float(1).nextUp))
    #expect(one.bits >= SuffixIndex.Posting.end(ofNormsAtLeast: 1.5))
  }

  @Test(
    "The end of the postings at least as long as a bound, at both ends of the units",
    arguments: [0.4, 1, 1.5, 1.999, 2, 2.5, 3, 65_533, 65_534, 65_535, 65_535.5])
  func ends(units: Float) {
    let end = SuffixIndex.Posting.end(ofNormsAtLeast: units / SuffixIndex.Posting.units)
    for length in [1, 2, 3, 4, 65_532, 65_533, 65_534, 65_535] as [Float] {
      let norm = length / SuffixIndex.Posting.units
      let posting = SuffixIndex.Posting(row: 5, weight: norm, norm: norm)
      if length >= units { #expect(posting.bits < end, "\(length) units at \(units)") }
      // Norms are rounded up by up to two units, and the bound down by as much.
      if length + 4 <= units { #expect(posting.bits >= end, "\(length) units at \(units)") }
    }
  }

  @Test("Every column holds the suffixes that store it, by run and norm", arguments: [0.0, 0.3, 0.7])
  func contents(leastNorm: Double) async throws {
    let rows = zipfRows(count: 900, columns: 50, length: 12, seed: 11).unitRows()
    let distinct = DistinctRows(rows)
    let parallelism = Parallelism(threads: 3)
    let ranking = try await ColumnRanking(of: distinct, parallelism: parallelism)
    #expect(ranking.counts == rows.columnCounts())
    let counts = try await SuffixCounts(
      rows: distinct, ranking: ranking, leastNorm: leastNorm, parallelism: parallelism)
    let index = try await SuffixIndex(
      rows: distinct, ranking: ranking, counts: counts, parallelism: parallelism)
    let ranks = ranking.ranks ?? (0..<50).map { UInt32($0) }
    var expected: [[Int]] = Array(repeating: [], count: 50)
    for row in 0..<rows.rowCount {
      for position in rows.range(ofRow: row) {
        let rank = ranks[Int(rows.columns[position])]
        let squares = rows.range(ofRow: row).filter { ranks[Int(rows.columns[$0])] <= rank }
          .reduce(0) { $0 + rows.values[$1] * rows.values[$1] }
        if squares.squareRoot() >= leastNorm { expected[Int(rows.columns[position])].append(row) }
      }
    }
    #expect(leastNorm > 0.5 || expected.contains { $0.count >= SuffixIndex.longColumn })
    index.withWords { words in
      for column in 0..<50 {
        var range = index.offsets[column]..<index.offsets[column + 1]
        guard expected[column].count > 1 else {
          #expect(range.isEmpty)
          continue
        }
        var runs = [range]
        if expected[column].count >= SuffixIndex.longColumn {
          let starts = (0..<SuffixIndex.runCount).map { range.lowerBound + Int(words[range.lowerBound + $0]) }
          runs = zip(starts, starts.dropFirst() + [range.upperBound]).map { $0..<$1 }
          range = starts[0]..<range.upperBound
        }
        #expect(range.map { SuffixIndex.Posting(bits: words[$0]).row }.sorted() == expected[column])
        for (number, run) in runs.enumerated() {
          #expect(zip(run, run.dropFirst()).allSatisfy { words[$0] < words[$1] })
          #expect(
            runs.count == 1
              || run.allSatisfy { SuffixIndex.Posting(bits: words[$0]).row / index.rowsPerRun == number })
        }
      }
    }
  }

  @Test("Columns about in order of frequency are left in it, others are ranked")
  func ranking() {
    let zipf = (1...1000).map { 10_000_000 / $0 }
    #expect(ColumnRanking(counts: zipf).ranks == nil)
    var disturbed = zipf
    disturbed[3] = 1
    #expect(ColumnRanking(counts: disturbed).ranks == nil)
    let ranks = ColumnRanking(counts: zipf.reversed()).ranks
    #expect(ranks?.first == 999 && ranks?.last == 0)
    #expect(ColumnRanking(counts: []).ranks == nil)
    #expect(ColumnRanking(counts: [5]).ranks == nil)
  }
}
