import AnalysisModel
import Testing

@testable import Baselines

@Suite("What is new since a baseline: by identity, never by number")
struct BaselineComparisonTests {
  private let before = SampleReport(
    texts: [("a", "one"), ("b", "one"), ("c", "two"), ("d", "two"), ("e", "three")],
    families: [[0, 1], [2, 3]], templates: [[0, 2, 4]],
    passages: [("rain fell", [0, 1]), ("snow lay", [2, 2, 3])])

  private func compare(_ now: SampleReport) throws -> BaselineComparison {
    try Baseline(of: before.report, settings: [:]).comparison(with: now.report, path: "known.baseline")
  }

  private func expectBalance(_ comparison: BaselineComparison, _ now: SampleReport) {
    for kind in FindingKind.allCases {
      let known = comparison.knownCount(kind)
      #expect(now.report.count(kind) == known + comparison.newCount(kind), "\(kind)")
      // A known passage that turned up elsewhere is among the new ones.
      let grown = zip(comparison.newPlaces, now.passages).count {
        !$0.isEmpty && $0.count < $1.documents.count
      }
      #expect(
        before.report.count(kind) == known + comparison.goneCount(kind) + (kind == .passage ? grown : 0),
        "\(kind)")
    }
  }

  @Test func nothingIsNewInTheSameReport() throws {
    let comparison = try compare(before)
    for kind in FindingKind.allCases {
      #expect(comparison.newCount(kind) == 0)
      #expect(comparison.knownCount(kind) == before.report.count(kind))
    }
    #expect(comparison.gone.isEmpty)
    var report = before.report
    report.baseline = comparison
    #expect(report.newFindings.count(.duplicate) == 0)
    #expect(report.newFindings.duplicates?.templates.isEmpty == true)
    #expect(report.newFindings.count(.passage) == 0)
  }

  @Test func neitherOrderNorNumbersNorStrangersMatter() throws {
    var now = before
    now.texts = [("new", "stranger")] + before.texts.reversed()
    // e d c b a at 1…5
    now.families = [[2, 3], [4, 5]]
    now.templates = [[1, 3, 5]]
    now.passages = [("Snow — lay", [2, 3, 3]), ("RAIN fell.", [4, 5])]
    let comparison = try compare(now)
    #expect(FindingKind.allCases.allSatisfy { comparison.newCount($0) == 0 })
    #expect(comparison.gone.isEmpty)
  }

  @Test func aCopyMoreIsExactlyWhatIsNew() throws {
    var now = before
    now.texts.append(("f", "one"))
    now.families[0].append(5)
    var report = now.report
    report.baseline = try compare(now)
    #expect(report.baseline?.newMembers == [[1], []])
    let families = try #require(report.newFindings.duplicates?.families)
    #expect(families.map(\.number) == [1])
    #expect(families.first?.representative == 0)
    #expect(families.first?.members.map(\.document) == [5])
    expectBalance(try compare(now), now)
  }

  @Test func aSwapIsNewThoughTheCountsAreEqual() throws {
    // Trap 12: a rate hides swaps.
    var now = before
    now.texts[3] = ("f", "two")
    let comparison = try compare(now)
    #expect(comparison.newMembers == [[], [0]])
    #expect(comparison.gone.first?.documents == ["d", "c"])
    #expect(comparison.gone.first?.kind == .duplicate)
    #expect(comparison.gone.first?.verdict == .identical)
    expectBalance(comparison, now)
  }

  @Test func aTextThatBecameACopyOfAnotherIsNewUnderItsOldId() throws {
    var now = before
    now.texts[3] = ("d", "one")
    now.families = [[0, 1, 3]]
    let comparison = try compare(now)
    #expect(comparison.newMembers == [[1]])
    #expect(comparison.goneCount(.duplicate) == 1)
    expectBalance(comparison, now)
  }

  @Test func twoDocumentsThatChangeTogetherAreNew() throws {
    var now = before
    now.texts[2] = ("c", "other")
    now.texts[3] = ("d", "other")
    #expect(try compare(now).newMembers == [[], [0]])
    #expect(try compare(now).goneCount(.duplicate) == 1)
  }

  @Test func aKnownPassageInAFurtherDocumentIsNewThere() throws {
    var now = before
    now.passages[0].documents = [0, 1, 4]
    var report = now.report
    report.baseline = try compare(now)
    #expect(report.baseline?.newPlaces == [[2], []])
    let passages = try #require(report.newFindings.passages?.passages)
    // The first known place stays beside it.
    #expect(passages.map { $0.places.map(\.document) } == [[0, 4]])
    expectBalance(try compare(now), now)
  }

  @Test func aPassageMoreOftenInOneDocumentIsNewThere() throws {
    var now = before
    now.passages[1].documents = [2, 2, 2, 3]
    #expect(try compare(now).newPlaces == [[], [2]])
  }

  @Test func aPassageOfOtherWordsIsNewAndTheOldOneGone() throws {
    var now = before
    now.passages[0].text = "hail fell"
    let comparison = try compare(now)
    #expect(comparison.newPlaces == [[0, 1], []])
    #expect(comparison.gone.map(\.documents) == [["a", "b"]])
    expectBalance(comparison, now)
  }

  @Test func oneWhoJoinsATemplateIsNew() throws {
    var now = before
    now.texts.append(("f", "four"))
    now.templates[0].append(5)
    #expect(try compare(now).newTemplateDocuments == [[3]])
    expectBalance(try compare(now), now)
  }

  @Test func aBaselineOfAnotherCommandIsRefused() throws {
    var report = before.report
    report.passages = nil
    let baseline = Baseline(of: report, settings: [:])
    #expect(baseline.kinds == [.duplicate, .template])
    let error = #expect(throws: RefrainError.self) {
      try baseline.comparison(with: before.report, path: "known.baseline")
    }
    #expect(error?.path == "known.baseline")
    #expect(error?.problem.contains("no passages") == true)
    // The other way round there is nothing that could seem new.
    let comparison = try Baseline(of: before.report, settings: [:]).comparison(with: report, path: "x")
    #expect(comparison.gone.isEmpty && comparison.newPlaces.isEmpty)
  }

  @Test func settingsThatDifferAreNamed() {
    let baseline = Baseline(kinds: [], settings: ["a": "1", "b": "2", "only then": "3"])
    #expect(baseline.differences(from: ["a": "1", "b": "4", "only now": "5"]) == ["b was 2 and is 4"])
  }
}
