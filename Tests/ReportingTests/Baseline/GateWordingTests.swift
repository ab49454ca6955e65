import AnalysisModel
import Testing

@testable import Reporting

@Suite struct GateWordingTests {
  private func describe(
    _ gate: Gate, _ found: Int, of documents: Int = 100, newOnly: Bool = false
  ) -> String {
    GateWording.describe(
      GateOutcome(
        gate: gate, found: found, documents: documents, countsNewOnly: newOnly, isExceeded: true))
  }

  @Test func gateFigureAndLimit() throws {
    let share = Gate.Limit.share(try #require(DecimalFraction("5%")))
    #expect(
      describe(.maximumDuplicates(share), 6)
        == "--max-duplicates 5%: 6 of 100 documents are duplicates (6%), at most 5% allowed")
    #expect(
      describe(.maximumDuplicates(.count(1200)), 1201, of: 5000, newOnly: true)
        == "--max-duplicates 1200: 1,201 of 5,000 documents are new duplicates (24%), at most 1,200 allowed")
    #expect(
      describe(.failOn(.nearCopy), 1)
        == "--fail-on near-copy: 1 of 100 documents is a duplicate (near-copy), none allowed")
    #expect(describe(.failOn(.new), 2, newOnly: true) == "--fail-on new: 2 findings are new, none allowed")
    #expect(
      describe(.maximumPassages(3), 4)
        == "--max-passages 3: 4 passages stand more than once, at most 3 allowed")
    #expect(
      describe(.maximumPassages(0), 1, newOnly: true)
        == "--max-passages 0: 1 new passage stands more than once, none allowed")
  }

  @Test(arguments: [
    ("5%", "5%"), ("0.05", "5%"), ("0.5", "50%"), ("1.0", "100%"), ("0.125%", "0.125%"), ("0.001", "0.1%"),
    ("12.50%", "12.5%"), ("0", "0%"), ("0.000000001", "0.0000001%"),
  ])
  func sharesAreSpelledAsPercentages(_ typed: String, _ spelled: String) throws {
    let gate = Gate.maximumDuplicates(.share(try #require(DecimalFraction(typed))))
    #expect(GateWording.option(gate) == "--max-duplicates \(spelled)")
  }
}
