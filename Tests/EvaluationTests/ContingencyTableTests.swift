import AnalysisModel
import Evaluation
import Testing

@Suite struct ContingencyTableTests {
  @Test func countsCrossingsInOrderOfFirstAppearance() {
    let table = ContingencyTable(gold: ["a", "a", "b", "a"], found: [9, 4, 4, 9])
    #expect(table.goldSizes == [3, 1])
    #expect(table.foundSizes == [2, 2])
    #expect(table.cells.map { [$0.gold, $0.found, $0.count] } == [[0, 0, 2], [0, 1, 1], [1, 1, 1]])
    #expect(table.documentCount == 4)
  }

  @Test func emptyLabellingsMakeAnEmptyTable() {
    let table = ContingencyTable(gold: [Int](), found: [Int]())
    #expect(table.cells.isEmpty && table.goldSizes.isEmpty && table.foundSizes.isEmpty)
  }

  @Test func documentsThatWereNotFoundStandAlone() {
    let gold = [(id: "x", label: "1"), (id: "y", label: "1"), (id: "z", label: "1")]
    let table = ContingencyTable(gold: gold, found: ["z": "c", "unknown": "c"])
    #expect(table.foundSizes == [1, 1, 1])
    #expect(table.goldSizes == [3])
  }

  @Test func exactMatchIgnoresNames() {
    #expect(ContingencyTable(gold: [1, 1, 2], found: ["b", "b", "a"]).isExactMatch)
    #expect(!ContingencyTable(gold: [1, 1, 2], found: [1, 2, 2]).isExactMatch)
    #expect(!ContingencyTable(gold: [1, 1, 1], found: [1, 2, 2]).isExactMatch)
  }
}
