import AnalysisModel
import Evaluation
import TestSupport
import Testing

@Suite("Families beside labels")
struct DuplicateEvaluationTests {
  static func gold(_ labels: [(String, String)]) -> JudgedFile<LabelledRecord> {
    JudgedFile(
      path: "gold.jsonl",
      records: labels.enumerated().map { LabelledRecord(id: $1.0, label: $1.1, line: $0 + 1) })
  }

  static func found(_ members: [(String, String)]) -> JudgedFile<FamilyRecord> {
    JudgedFile(
      path: "found.jsonl",
      records: members.enumerated().map { FamilyRecord(id: $1.0, representative: $1.1, line: $0 + 1) })
  }

  /// Four records: A three times, B twice, C twice, D once.
  private let labels = [
    ("a1", "A"), ("a2", "A"), ("a3", "A"), ("b1", "B"), ("b2", "B"), ("c1", "C"), ("c2", "C"), ("d1", "D"),
  ]

  @Test("Records, pairs and mistakes by hand")
  func byHand() throws {
    // Family of a1: a2 rightly, b1 and d1 wrongly. Family of c1: c2. a3 and b2 stay alone.
    let (evaluation, leftOut) = try DuplicateEvaluation.judging(
      gold: Self.gold(labels),
      found: Self.found([
        ("a1", "a1"), ("a2", "a1"), ("b1", "a1"), ("d1", "a1"), ("c1", "c1"), ("c2", "c1"),
      ]), missing: .stop)
    #expect(leftOut.isEmpty)
    #expect(evaluation.documentCount == 8 && evaluation.labelCount == 4 && evaluation.familyCount == 2)
    #expect(
      evaluation.records == DuplicateAgreement(rightlyRemoved: 2, wronglyRemoved: 2, redundant: 4))
    #expect(evaluation.records.f1 == 0.5)
    // Found: 6 pairs in the first family, 1 in the second; right: a1a2 and c1c2; gold: 3 + 1 + 1.
    #expect(evaluation.pairs == PairCounts(together: 2, found: 7, gold: 5, all: 28))
    #expect(
      evaluation.mixedFamilies == [
        .init(
          representative: "a1", label: "A", rightlyRemoved: 1,
          strangers: [.init(id: "b1", label: "B"), .init(id: "d1", label: "D")])
      ])
    #expect(
      evaluation.tornLabels == [
        .init(
          label: "A", missed: 1,
          parts: [
            .init(id: "a1", removedFor: nil, rightlyRemoved: 1),
            .init(id: "a3", removedFor: nil, rightlyRemoved: 0),
          ]),
        .init(
          label: "B", missed: 1,
          parts: [
            .init(id: "b1", removedFor: "a1", rightlyRemoved: 0),
            .init(id: "b2", removedFor: nil, rightlyRemoved: 0),
          ]),
      ])
  }

  @Test("No family at all: everything was missed, nothing wrongly removed")
  func nothingFound() throws {
    let (evaluation, _) = try DuplicateEvaluation.judging(
      gold: Self.gold(labels), found: Self.found([]), missing: .stop)
    #expect(evaluation.records.missed == 4 && evaluation.records.removed == 0)
    #expect(evaluation.tornLabels.map(\.label) == ["A", "B", "C"])
    #expect(evaluation.tornLabels.map(\.missed) == [2, 1, 1])
  }

  @Test("Documents without a label stop the comparison, or are left out and named")
  func unlabelled() throws {
    let found = Self.found([("a1", "a1"), ("x", "a1"), ("y", "a1"), ("a2", "a1"), ("z", "z"), ("b1", "z")])
    do {
      _ = try DuplicateEvaluation.judging(gold: Self.gold(labels), found: found, missing: .stop)
      Issue.record("unknown ids were accepted")
    } catch {
      #expect(error.path == "found.jsonl" && error.line == 2)
      #expect(
        error.problem.contains("3 documents of the families have no label in gold.jsonl: ‘x’, ‘y’, ‘z’"))
      #expect(error.remedy?.contains("--missing ignore") == true)
    }
    let (evaluation, leftOut) = try DuplicateEvaluation.judging(
      gold: Self.gold(labels), found: found, missing: .ignore)
    #expect(leftOut.map(\.count) == [3] && leftOut[0].examples == ["x", "y", "z"])
    // b1 was removed for z, which nobody can judge: it counts as kept.
    #expect(evaluation.records == DuplicateAgreement(rightlyRemoved: 1, wronglyRemoved: 0, redundant: 4))
  }

  @Test("Where no id is known the files do not belong together, whatever the policy")
  func nothingFits() {
    #expect(throws: RefrainError.self) {
      try DuplicateEvaluation.judging(
        gold: Self.gold(labels), found: Self.found([("x", "x"), ("y", "x")]), missing: .ignore)
    }
  }

  @Test(
    "Files that no search has written are refused with their line",
    arguments: [
      ([("a1", "a1"), ("a2", "a1"), ("a2", "a1")], 3, "line 2 already"),
      ([("a1", "a2"), ("a2", "a3"), ("a3", "a3")], 1, "line 2 puts it under ‘a3’"),
      ([("a2", "a1")], 1, "‘a1’ has no line"),
    ] as [([(String, String)], Int, String)])
  func broken(_ members: [(String, String)], _ line: Int, _ words: String) {
    do {
      _ = try DuplicateEvaluation.judging(
        gold: Self.gold(labels), found: Self.found(members), missing: .stop)
      Issue.record("accepted")
    } catch {
      #expect(error.line == line && error.path == "found.jsonl")
      #expect(error.problem.contains(words), "\(error.problem)")
    }
  }

  @Test("A repeated id in the gold file is refused")
  func repeatedGold() {
    #expect(throws: RefrainError.self) {
      try DuplicateEvaluation.judging(
        gold: Self.gold([("a", "A"), ("a", "A")]), found: Self.found([]), missing: .ignore)
    }
  }

  @Test("Random families: counts equal plain loops over documents and pairs", arguments: UInt64(1)...25)
  func plainLoops(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int(random.next() % 60) + 2
    let labels = (0..<count).map { ("d\($0)", "\(random.next() % 12)") }
    var representatives = Array(0..<count)
    for document in 1..<count where random.next() % 2 == 0 {
      let target = Int(random.next() % UInt64(document))
      representatives[document] = representatives[target]
    }
    let members = representatives.enumerated().map { ("d\($0)", "d\($1)") }
    let (evaluation, _) = try DuplicateEvaluation.judging(
      gold: Self.gold(labels), found: Self.found(members), missing: .stop)
    var right = 0
    var wrong = 0
    var pairs = (together: 0, found: 0, gold: 0)
    for a in 0..<count {
      if representatives[a] != a {
        if labels[a].1 == labels[representatives[a]].1 { right += 1 } else { wrong += 1 }
      }
      for b in 0..<a {
        let same = labels[a].1 == labels[b].1
        let family = representatives[a] == representatives[b]
        pairs.together += same && family ? 1 : 0
        pairs.found += family ? 1 : 0
        pairs.gold += same ? 1 : 0
      }
    }
    #expect(
      evaluation.records.rightlyRemoved == right && evaluation.records.wronglyRemoved == wrong, "seed \(seed)"
    )
    #expect(
      evaluation.pairs
        == PairCounts(
          together: pairs.together, found: pairs.found, gold: pairs.gold, all: count * (count - 1) / 2),
      "seed \(seed)")
    // Every mistake is listed once.
    #expect(evaluation.mixedFamilies.reduce(0) { $0 + $1.strangers.count } == wrong, "seed \(seed)")
    #expect(evaluation.tornLabels.reduce(0) { $0 + $1.missed } == evaluation.records.missed, "seed \(seed)")
    #expect(evaluation.records.f1 - evaluation.records.removal.f1 < 1e-12, "seed \(seed)")
  }
}
