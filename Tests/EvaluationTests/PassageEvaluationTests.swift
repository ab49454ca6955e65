import AnalysisModel
import Evaluation
import Testing

@Suite("Passages beside gold cases")
struct PassageEvaluationTests {
  private func record(
    _ documents: String, _ a: Range<Int>, _ b: Range<Int>, _ category: String? = nil, line: Int = 1
  ) -> PassageRecord {
    PassageRecord(
      passage: PassageCase(pair: .init(a: documents, b: "source"), a: a, b: b), category: category, line: line
    )
  }

  private var gold: JudgedFile<PassageRecord> {
    JudgedFile(
      path: "gold",
      records: [
        record("s1", 0..<10, 0..<10, "none", line: 1), record("s2", 0..<40, 0..<40, "summary", line: 2),
        record("s3", 5..<10, 5..<10, "none", line: 3),
      ])
  }

  private var found: JudgedFile<PassageRecord> {
    JudgedFile(
      path: "found",
      records: [
        record("s1", 0..<10, 0..<10, line: 1), record("s3", 50..<60, 50..<60, line: 2),
        record("s4", 0..<9, 0..<9, line: 3),
      ])
  }

  private func pairs(_ list: [(String, String)]) -> JudgedFile<ListedPair> {
    JudgedFile(
      path: "pairs",
      records: list.enumerated().map {
        ListedPair(pair: .init(a: $1.0, b: "source"), category: $1.1, line: $0 + 2)
      })
  }

  @Test("Missed cases and stray detections, longest first")
  func evidence() throws {
    let (evaluation, leftOut) = try PassageEvaluation.judging(gold: gold, found: found)
    #expect(leftOut.isEmpty && evaluation.listedPairCount == nil)
    #expect(evaluation.missed.map(\.line) == [2, 3])
    #expect(evaluation.strays.map(\.line) == [2, 3])
    #expect(
      evaluation.agreement
        == PassageAgreement(gold: gold.records.map(\.passage), detections: found.records.map(\.passage)))
  }

  @Test("Detections in pairs that are not listed are left out, and counted")
  func listedPairs() throws {
    let (evaluation, leftOut) = try PassageEvaluation.judging(
      gold: gold, found: found, pairs: pairs([("s1", "none"), ("s2", "summary"), ("s3", "none")]))
    #expect(evaluation.agreement.detectionCount == 2 && evaluation.agreement.caseCount == 3)
    #expect(leftOut.map(\.count) == [1] && leftOut[0].examples == ["s4 – source"])
  }

  @Test("A class takes its cases and, by the list, its pairs")
  func category() throws {
    let list = pairs([("s1", "none"), ("s2", "summary"), ("s3", "summary")])
    let (evaluation, leftOut) = try PassageEvaluation.judging(
      gold: gold, found: found, pairs: list, category: "none")
    #expect(evaluation.agreement.caseCount == 2 && evaluation.agreement.detectionCount == 1)
    #expect(evaluation.listedPairCount == 1 && leftOut[0].count == 2)
    let (unlisted, _) = try PassageEvaluation.judging(gold: gold, found: found, category: "none")
    #expect(unlisted.agreement.detectionCount == 3)
    do {
      _ = try PassageEvaluation.judging(gold: gold, found: found, category: "copied")
      Issue.record("an unknown class was accepted")
    } catch {
      #expect(error.problem.contains("‘copied’") && error.problem.contains("‘none’, ‘summary’"))
    }
  }
}
