import AnalysisModel
import Evaluation
import TestSupport
import Testing

@Suite struct ClusterAgreementTests {
  // Gold {0,1,2} {3,4,5}, found {0,1} {2,3} {4,5}.
  let table = ContingencyTable(gold: [0, 0, 0, 1, 1, 1], found: [0, 0, 1, 1, 2, 2])

  @Test func bCubedByHand() {
    // Precision: four documents 1, two ½. Recall: four documents ⅔, two ⅓.
    #expect(abs(table.bCubed.precision - 5.0 / 6) < 1e-15)
    #expect(abs(table.bCubed.recall - 5.0 / 9) < 1e-15)
    #expect(abs(table.bCubed.f1 - 2.0 / 3) < 1e-15)
  }

  @Test func pairsByHand() {
    // Together in both: 01 and 45; found: 01, 23, 45; gold: three in each triangle.
    #expect(table.pairCounts.together == 2)
    #expect(table.pairCounts.all == 15)
    #expect(abs(table.pairwise.precision - 2.0 / 3) < 1e-15)
    #expect(abs(table.pairwise.recall - 1.0 / 3) < 1e-15)
    // (2 − 18/15) / (4.5 − 18/15)
    #expect(abs(table.adjustedRandIndex - 0.8 / 3.3) < 1e-15)
  }

  @Test func adjustedRandIndexOfHalvesAgainstCrossedHalves() {
    let crossed = ContingencyTable(gold: [0, 0, 1, 1], found: [0, 1, 0, 1])
    #expect(crossed.adjustedRandIndex == -0.5)
  }

  @Test func aMillionDocumentsDoNotOverflow() {
    let gold = (0..<1_000_000).map { $0 / 500_000 }
    let table = ContingencyTable(gold: gold, found: gold.map { 1 - $0 })
    #expect(table.adjustedRandIndex == 1)
    #expect(table.bCubed.f1 == 1)
    let undivided = ContingencyTable(gold: gold, found: gold.map { _ in 0 })
    #expect(undivided.adjustedRandIndex == 0)
    #expect(undivided.bCubed.precision == 0.5)
  }

  @Test func emptyLabellingsAgree() {
    let agreement = ClusterAgreement(ContingencyTable(gold: [Int](), found: [Int]()))
    #expect(agreement.bCubed.f1 == 1)
    #expect(agreement.adjustedRandIndex == 1)
    #expect(agreement.pairwise.f1 == 0)
    #expect(agreement.clusterCountRatio == nil)
  }

  @Test func singletonsHoldNoPairs() {
    let agreement = ClusterAgreement(ContingencyTable(gold: [0, 1, 2], found: [0, 1, 2]))
    #expect(agreement.bCubed.f1 == 1)
    #expect(agreement.pairwise == PrecisionRecall(precision: 0, recall: 0))
    #expect(agreement.adjustedRandIndex == 1)
    #expect(agreement.information.adjustedMutualInformation == 1)
    #expect(agreement.clusterCountRatio == 1)
  }

  @Test func measuresEqualTheirDefinitionsOnRandomLabels() {
    for seed in UInt64(1)...20 {
      var random = SeededGenerator(seed: seed)
      let n = Int(random.next() % 40) + 1
      let gold = (0..<n).map { _ in Int(random.next() % 5) }
      let found = (0..<n).map { _ in Int(random.next() % 7) }
      let table = ContingencyTable(gold: gold, found: found)
      var precision = 0.0
      var recall = 0.0
      var together = 0
      for i in 0..<n {
        let cluster = (0..<n).filter { found[$0] == found[i] }
        let label = (0..<n).filter { gold[$0] == gold[i] }
        let both = Double(Set(cluster).intersection(label).count)
        precision += both / Double(cluster.count) / Double(n)
        recall += both / Double(label.count) / Double(n)
        together += (0..<i).filter { found[$0] == found[i] && gold[$0] == gold[i] }.count
      }
      #expect(abs(table.bCubed.precision - precision) < 1e-12, "seed \(seed)")
      #expect(abs(table.bCubed.recall - recall) < 1e-12, "seed \(seed)")
      #expect(table.pairCounts.together == together, "seed \(seed)")
    }
  }
}
