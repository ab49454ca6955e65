import Matrices
import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("Equal rows and their groups")
struct IdenticalRowsTests {
  @Test("Groups are those of comparing every row with every other", arguments: [0, 1, 2, 50, 300])
  func groups(count: Int) {
    let rows = zipfRows(count: count, columns: 20, length: 3, seed: UInt64(count) + 1)
    let keys = (0..<count).map { row in
      rows.range(ofRow: row).map { [Double(rows.columns[$0]), rows.values[$0]] }
    }
    var expected: [[Int]] = []
    for row in 0..<count {
      if let group = expected.firstIndex(where: { keys[$0[0]] == keys[row] }) {
        expected[group].append(row)
      } else {
        expected.append([row])
      }
    }
    let identical = IdenticalRows(of: rows)
    #expect(identical.groups.map(Array.init) == expected)
    #expect(identical.areAllDistinct == (expected.count == count))
    for row in 0..<count { #expect(expected[identical.groups.group(of: row)].contains(row)) }
    let distinct = DistinctRows(rows, identical: identical)
    #expect(distinct.count == expected.count)
    #expect(distinct.selected() == rows.selecting(expected.map { $0[0] }))
    #expect(distinct.pieces.flatMap { Array($0) } == Array(0..<expected.count))
  }

  @Test("Zero has two bit patterns that are equal; distinct rows store nothing about groups")
  func signedZero() {
    let rows = SparseRows(
      rowOffsets: [0, 2, 4, 5], columns: [0, 1, 0, 1, 0], values: [1, 0, 1, -0.0, 1], columnCount: 2)
    #expect(IdenticalRows(of: rows).groups.map(Array.init) == [[0, 1], [2]])
    let distinct = IdenticalRows(of: rows.selecting([0, 2]))
    #expect(distinct.areAllDistinct && distinct.groups.map(Array.init) == [[0], [1]])
    #expect(Array(distinct.groups[1].after(0)) == [1] && distinct.groups[1].after(1).isEmpty)
  }
}
