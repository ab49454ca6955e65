import AnalysisModel
import Evaluation
import Testing

@Suite struct DuplicateAgreementTests {
  @Test func removalsAreRightWhereLabelsAgree() {
    // 0, 1, 2 are one record, 3 and 4 another; 1 was removed for 0, 4 for 0.
    let agreement = DuplicateAgreement(gold: ["a", "a", "a", "b", "b"], representatives: [0, 0, 2, 3, 0])
    #expect(agreement.rightlyRemoved == 1 && agreement.wronglyRemoved == 1)
    #expect(agreement.redundant == 3)
    #expect(agreement.removal == PrecisionRecall(precision: 0.5, recall: 1.0 / 3))
  }

  @Test func nothingToRemove() {
    let perfect = DuplicateAgreement(gold: [1, 2], representatives: [0, 1])
    #expect(perfect.removal.f1 == 1)
    #expect(DuplicateAgreement(gold: [1, 2], representatives: [0, 0]).removal.f1 == 0)
    #expect(DuplicateAgreement(gold: [1, 1], representatives: [0, 1]).removal.f1 == 0)
    #expect(DuplicateAgreement(gold: [Int](), representatives: []).removal.f1 == 1)
  }
}
