import AnalysisModel
import Evaluation
import Testing

@Suite("Verdicts beside the expected ones")
struct VerdictConfusionTests {
  /// r represents i (identical), s (same text), n (near copy), c (contained) and f (facts); t, u, v are one
  /// template; o represents p.
  private static let families = JudgedFile(
    path: "found",
    records: [
      ("r", "r", "representative"), ("i", "r", "identical"), ("s", "r", "same-text"), ("n", "r", "near-copy"),
      ("c", "r", "contained"), ("f", "r", "near-copy"), ("o", "o", "representative"), ("p", "o", "near-copy"),
    ].enumerated().map { line, member in
      FamilyRecord(
        id: member.0, representative: member.1, verdict: member.2, factsDiffer: member.0 == "f",
        line: line + 1)
    })

  private static let templates = JudgedFile(
    path: "found",
    records: ["t", "u", "v"].map { LabelledRecord(id: $0, label: "1", line: 1) })

  private func confusion(_ expected: [ExpectedVerdict]) throws -> VerdictConfusion {
    try VerdictConfusion.judging(
      gold: JudgedFile(path: "gold", records: expected), families: Self.families, templates: Self.templates)
  }

  @Test(
    "Every outcome",
    arguments: [
      ("i", "r", "identical"), ("r", "i", "identical"), ("s", "r", "same-text"), ("s", "i", "same-text"),
      ("i", "s", "same-text"), ("n", "r", "near-copy"), ("r", "n", "near-copy"), ("n", "i", "near-copy"),
      ("i", "n", "near-copy"), ("c", "r", "contained"), ("r", "c", "contained"), ("n", "c", "same-family"),
      ("t", "v", "template"), ("t", "r", "related"), ("x", "y", "related"), ("p", "r", "elsewhere"),
      ("r", "p", "related"),
    ])
  func outcomes(_ id: String, _ original: String, _ outcome: String) throws {
    let result = try confusion([ExpectedVerdict(id: id, original: original, verdict: "template", line: 1)])
    let row = try #require(VerdictConfusion.Outcome.allCases.firstIndex(of: .template))
    let column = try #require(result.counts[row].firstIndex(of: 1))
    #expect(VerdictConfusion.Outcome.allCases[column].rawValue == outcome)
    #expect(result.rightCount == (outcome == "template" ? 1 : 0))
    #expect(result.mistakes.count == 1 - result.rightCount)
  }

  @Test("The contained document must be the right one, where one is named")
  func direction() throws {
    let result = try confusion([
      ExpectedVerdict(id: "c", original: "r", verdict: "contained", contained: "c", line: 1),
      ExpectedVerdict(id: "r", original: "c", verdict: "contained", contained: "c", line: 2),
      ExpectedVerdict(id: "c", original: "r", verdict: "contained", contained: "r", line: 3),
    ])
    #expect(result.rightCount == 2)
    #expect(result.mistakes.map(\.found) == [.reversed])
  }

  @Test("Other accepted verdicts are right, kinds are counted, marks of facts are counted among near copies")
  func accepted() throws {
    let result = try confusion([
      ExpectedVerdict(
        id: "c", original: "r", verdict: "near-copy", accepted: ["contained"], kind: "trimmed", line: 1),
      ExpectedVerdict(
        id: "n", original: "r", verdict: "near-copy", factsDiffer: true, kind: "facts", line: 2),
      ExpectedVerdict(
        id: "f", original: "r", verdict: "near-copy", factsDiffer: true, kind: "facts", line: 3),
      ExpectedVerdict(
        id: "x", original: "r", verdict: "near-copy", factsDiffer: true, kind: "facts", line: 4),
    ])
    #expect(result.rightCount == 3 && result.caseCount == 4)
    #expect(result.kinds.map(\.name) == ["trimmed", "facts"])
    #expect(result.kinds.map(\.rightCount) == [1, 2] && result.kinds.map(\.caseCount) == [1, 3])
    #expect(result.factsExpected == 2 && result.factsFound == 1)
    #expect(result.counts.joined().reduce(0, +) == 4)
  }

  @Test("Siblings of a template that were removed are named, each once")
  func removedSiblings() throws {
    let result = try confusion([
      ExpectedVerdict(id: "n", original: "r", verdict: "template", line: 1),
      ExpectedVerdict(id: "n", original: "i", verdict: "template", line: 2),
      ExpectedVerdict(id: "t", original: "u", verdict: "template", line: 3),
      ExpectedVerdict(id: "s", original: "r", verdict: "same-text", line: 4),
    ])
    #expect(result.removedSiblings == ["n", "i"])
    #expect(result.rightCount == 2)
  }

  @Test("A verdict that is none is refused with its line")
  func unknown() {
    do {
      _ = try confusion([ExpectedVerdict(id: "a", original: "b", verdict: "elsewhere", line: 7)])
      Issue.record("accepted")
    } catch {
      let error = error as? RefrainError
      #expect(error?.line == 7 && error?.problem.contains("elsewhere") == true)
    }
  }
}
