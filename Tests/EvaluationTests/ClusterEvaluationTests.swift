import AnalysisModel
import Evaluation
import TestSupport
import Testing

@Suite("Clusters beside labels")
struct ClusterEvaluationTests {
  private func file(_ path: String, _ labels: [(String, String)]) -> JudgedFile<LabelledRecord> {
    JudgedFile(
      path: path, records: labels.enumerated().map { LabelledRecord(id: $1.0, label: $1.1, line: $0 + 1) })
  }

  private let gold = [("a", "1"), ("b", "1"), ("c", "1"), ("d", "2"), ("e", "2")]

  @Test("What is mixed and what is torn, by hand")
  func mistakes() throws {
    let (evaluation, leftOut) = try ClusterEvaluation.judging(
      gold: file("g", gold), found: file("f", [("a", "x"), ("b", "x"), ("d", "x"), ("c", "y"), ("e", "z")]),
      level: "event", missing: .stop)
    #expect(leftOut.isEmpty && evaluation.level == "event")
    #expect(evaluation.pairs == PairCounts(together: 1, found: 3, gold: 4, all: 10))
    #expect(
      evaluation.mixedClusters == [
        .init(
          name: "x", documentCount: 3, partedPairs: 2,
          parts: [
            .init(name: "1", documentCount: 2, example: "a"),
            .init(name: "2", documentCount: 1, example: "d"),
          ])
      ])
    #expect(evaluation.tornLabels.map(\.name) == ["1", "2"])
    #expect(evaluation.tornLabels.map(\.partedPairs) == [2, 1])
    #expect(evaluation.tornLabels[0].parts.map(\.name) == ["x", "y"])
  }

  @Test("Documents that only one file has: alone, left out, or an error, as asked")
  func missing() throws {
    let found = file("f", [("a", "x"), ("b", "x"), ("stranger", "x")])
    let (evaluation, leftOut) = try ClusterEvaluation.judging(
      gold: file("g", gold), found: found, level: "topic", missing: .ignore)
    #expect(evaluation.agreement.foundClusterCount == 4 && evaluation.agreement.documentCount == 5)
    #expect(leftOut.map(\.count) == [3, 1])
    #expect(leftOut.map(\.examples) == [["c", "d", "e"], ["stranger"]])
    #expect(evaluation.tornLabels[0].parts.map(\.name) == ["x", nil])
    #expect(throws: RefrainError.self) {
      try ClusterEvaluation.judging(gold: file("g", gold), found: found, level: "topic", missing: .stop)
    }
    #expect(throws: RefrainError.self) {
      try ClusterEvaluation.judging(
        gold: file("g", gold), found: file("f", [("stranger", "x")]), level: "topic", missing: .ignore)
    }
  }

  @Test("Parted pairs add up to the pairs that the sides do not share", arguments: UInt64(1)...20)
  func partedPairs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ids = (0..<Int(random.next() % 50) + 1).map { "d\($0)" }
    let gold = file("g", ids.map { ($0, "\(random.next() % 6)") })
    let found = file("f", ids.map { ($0, "\(random.next() % 8)") })
    let (evaluation, _) = try ClusterEvaluation.judging(
      gold: gold, found: found, level: "event", missing: .stop)
    let pairs = evaluation.pairs
    #expect(
      evaluation.mixedClusters.reduce(0) { $0 + $1.partedPairs } == pairs.found - pairs.together,
      "seed \(seed)")
    #expect(
      evaluation.tornLabels.reduce(0) { $0 + $1.partedPairs } == pairs.gold - pairs.together, "seed \(seed)")
    #expect(
      evaluation.agreement
        == ClusterAgreement(
          ContingencyTable(
            gold: gold.records.map(\.label), found: found.records.map(\.label))), "seed \(seed)")
  }
}
