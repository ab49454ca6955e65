import AnalysisModel
import Reporting
import Testing

@Suite("What checking pairs against brute force has shown, in words")
struct VerificationWordingTests {
  private var passed: Verification {
    var verification = Verification()
    verification.rowCount = 200
    verification.expectedCount = 1234
    verification.foundCount = 1234
    return verification
  }

  private func failure(_ verification: Verification) -> String? {
    VerificationWording(verification, noun: "document", count: 5_000)
      .failure(idOfA: { "a\($0)" }, idOfB: { "b\($0)" })?.description
  }

  @Test("Success is one line")
  func success() {
    #expect(
      VerificationWording(passed, noun: "document", count: 5_000).summary
        == "verified 200 documents against brute force: recall 1.000000 (1,234 of 1,234 pairs), no false pair, largest score error 0"
    )
    #expect(failure(passed) == nil)
  }

  @Test("All are said to be all; where no pair counts there is no recall")
  func borders() {
    #expect(
      VerificationWording(passed, noun: "document", count: 200).summary.hasPrefix(
        "verified all 200 documents against brute force: recall 1.000000 ("))
    var none = Verification()
    none.rowCount = 3
    let summary = VerificationWording(none, noun: "vector", count: 9).summary
    #expect(
      summary
        == "verified 3 vectors against brute force: none of their pairs counts, so only the absence of false pairs was tested: no false pair"
    )
    none.wrongCount = 1
    none.wrong = [SimilarPair(a: 1, b: 2, score: 0.5)]
    #expect(failure(none)?.contains("1 false pair") == true)
  }

  @Test("Recall is cut, not rounded: a million less one is not all")
  func recall() {
    var verification = passed
    verification.expectedCount = 10_000_000
    verification.foundCount = 9_999_999
    #expect(
      VerificationWording(verification, noun: "vector", count: 5_000).summary
        .contains("recall 0.999999 (9,999,999 of"))
    verification.foundCount = 0
    #expect(
      VerificationWording(verification, noun: "vector", count: 5_000).summary.contains("recall 0.000000"))
  }

  @Test("A failure names the first missing, wrong or wrongly scored pair")
  func failures() {
    var missing = passed
    missing.foundCount = 1233
    missing.missing = [SimilarPair(a: 3, b: 7, score: 0.75)]
    #expect(failure(missing)?.contains("‘a3’ – ‘b7’ with score 0.75 is missing") == true)
    var wrong = passed
    wrong.wrongCount = 2
    wrong.wrong = [SimilarPair(a: 1, b: 2, score: 0.5)]
    #expect(failure(wrong)?.contains("‘a1’ – ‘b2’ with score 0.5 is wrong") == true)
    #expect(failure(wrong)?.contains("2 false pairs") == true)
    var scored = passed
    scored.wronglyScored = SimilarPair(a: 4, b: 5, score: 0.5)
    #expect(failure(scored)?.contains("score 0.5 of ‘a4’ – ‘b5’ is wrong") == true)
  }
}
