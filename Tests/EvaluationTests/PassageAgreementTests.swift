import AnalysisModel
import Evaluation
import TestSupport
import Testing

private func passage(_ a: Range<Int>, _ b: Range<Int>, in documents: String = "s1") -> PassageCase {
  PassageCase(pair: .init(a: documents, b: "source"), a: a, b: b)
}

@Suite struct PassageAgreementTests {
  @Test func anExactDetectionScoresOne() {
    let cases = [passage(0..<10, 100..<120), passage(30..<40, 0..<10, in: "s2")]
    let agreement = PassageAgreement(gold: cases, detections: cases)
    #expect(agreement.plagdet == 1)
    #expect(agreement.granularity == 1)
    #expect(agreement.caseCount == 2 && agreement.detectionCount == 2)
  }

  @Test func overlapsCountOnBothSidesTogether() {
    // 5 of 10 and 10 of 10 characters covered; of the detection 15 of 30.
    let agreement = PassageAgreement(
      gold: [passage(0..<10, 0..<10)], detections: [passage(5..<15, 0..<20)])
    #expect(agreement.coverage == PrecisionRecall(precision: 0.5, recall: 0.75))
    #expect(abs(agreement.plagdet - 0.6) < 1e-15)
  }

  @Test func aCaseFoundInPiecesCostsGranularity() {
    let agreement = PassageAgreement(
      gold: [passage(0..<10, 0..<10), passage(50..<60, 50..<60)],
      detections: [passage(0..<5, 0..<5), passage(5..<10, 5..<10), passage(4..<6, 4..<6)])
    #expect(agreement.granularity == 3)
    #expect(agreement.coverage == PrecisionRecall(precision: 1, recall: 0.5))
    #expect(abs(agreement.plagdet - 2.0 / 3 / 2) < 1e-15)
  }

  @Test func overlapInOneDocumentOnlyIsNone() {
    let agreement = PassageAgreement(
      gold: [passage(0..<10, 0..<10)],
      detections: [passage(0..<10, 10..<20), passage(0..<10, 0..<10, in: "s2")])
    #expect(agreement.coverage == PrecisionRecall(precision: 0, recall: 0))
    #expect(agreement.plagdet == 0)
  }

  @Test func nothingIsNeverDividedBy() {
    let some = [passage(0..<10, 0..<10)]
    let empty = passage(3..<3, 3..<3)
    #expect(PassageAgreement(gold: [], detections: []).plagdet == 0)
    #expect(PassageAgreement(gold: some, detections: []).plagdet == 0)
    #expect(PassageAgreement(gold: [], detections: some).plagdet == 0)
    #expect(PassageAgreement(gold: [empty], detections: some).plagdet == 0)
  }

  @Test func coverageEqualsMarkedCharacters() {
    for seed in UInt64(1)...30 {
      var random = SeededGenerator(seed: seed)
      func passages() -> [PassageCase] {
        (0..<Int(random.next() % 8)).map { _ in
          let a = Int(random.next() % 40)
          let b = Int(random.next() % 40)
          return passage(a..<a + 1 + Int(random.next() % 20), b..<b + 1 + Int(random.next() % 20))
        }
      }
      let gold = passages()
      let detections = passages()
      let recalls = gold.map { item in
        let met = detections.filter { $0.a.overlaps(item.a) && $0.b.overlaps(item.b) }
        let a = item.a.filter { place in met.contains { $0.a.contains(place) } }.count
        let b = item.b.filter { place in met.contains { $0.b.contains(place) } }.count
        return Double(a + b) / Double(item.a.count + item.b.count)
      }
      let recall = recalls.isEmpty ? 0 : recalls.reduce(0, +) / Double(recalls.count)
      let agreement = PassageAgreement(gold: gold, detections: detections)
      #expect(abs(agreement.coverage.recall - recall) < 1e-12, "seed \(seed)")
    }
  }
}
