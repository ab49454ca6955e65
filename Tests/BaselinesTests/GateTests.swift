import AnalysisModel
import Testing

@testable import Baselines

@Suite("Gates are exceeded past their limit, never at it")
struct GateTests {
  private let sample = SampleReport(
    texts: (0..<10).map { ("\($0)", "\($0)") }, families: [[0, 1, 2], [3, 4]], templates: [[5, 6, 7]],
    passages: [("rain", [0, 1]), ("snow", [2, 3])], verdict: .nearCopy)

  @Test(arguments: [
    (Gate.Limit.count(3), false), (.count(2), true), (.count(0), true),
    (.share(DecimalFraction("30%")!), false), (.share(DecimalFraction("29.9999999%")!), true),
    (.share(DecimalFraction("1")!), false), (.share(DecimalFraction("0")!), true),
  ])
  func duplicates(_ limit: Gate.Limit, _ isExceeded: Bool) {
    let outcome = Gate.maximumDuplicates(limit).outcome(for: sample.report)
    // Three of ten; representatives and template groups do not count.
    #expect(outcome.found == 3)
    #expect(outcome.documents == 10)
    #expect(outcome.isExceeded == isExceeded)
    #expect(!outcome.countsNewOnly)
  }

  @Test(arguments: [(1, true), (2, false)])
  func passages(_ limit: Int, _ isExceeded: Bool) {
    #expect(Gate.maximumPassages(limit).outcome(for: sample.report).isExceeded == isExceeded)
  }

  @Test(arguments: Gate.Target.allCases.filter { $0 != .new })
  func targets(_ target: Gate.Target) {
    let counts: [Gate.Target: Int] = [.duplicates: 3, .nearCopy: 3, .passages: 2]
    let outcome = Gate.failOn(target).outcome(for: sample.report)
    #expect(outcome.found == counts[target] ?? 0)
    #expect(outcome.isExceeded == (outcome.found > 0))
  }

  @Test func withABaselineOnlyWhatIsNewCounts() throws {
    var known = sample
    known.families = [[0, 1]]
    known.passages = [("rain", [0, 1])]
    known.templates = []
    var report = sample.report
    report.baseline = try Baseline(of: known.report, settings: [:]).comparison(with: report, path: "x")
    let expected: [(Gate, Int)] = [
      (.failOn(.duplicates), 2), (.failOn(.nearCopy), 2), (.failOn(.passages), 1), (.failOn(.new), 3),
      (.maximumDuplicates(.count(2)), 2), (.maximumPassages(0), 1),
    ]
    for (gate, found) in expected {
      let outcome = gate.outcome(for: report)
      #expect(outcome.found == found, "\(gate)")
      #expect(outcome.countsNewOnly)
    }
    // Nothing but a template group is new: no gate minds.
    known = sample
    known.templates = []
    report.baseline = try Baseline(of: known.report, settings: [:]).comparison(with: report, path: "x")
    #expect(report.baseline?.newCount(.template) == 2)
    for target in Gate.Target.allCases { #expect(!Gate.failOn(target).outcome(for: report).isExceeded) }
  }

  @Test func ofNoDocumentsNoShareIsTooMuch() {
    let outcome = Gate.maximumDuplicates(.share(DecimalFraction("0")!)).outcome(
      for: SampleReport(texts: []).report)
    #expect(!outcome.isExceeded)
  }

  @Test(arguments: [
    ("12", Gate.Limit.count(12)), ("0", .count(0)), ("5%", .share(DecimalFraction("5%")!)),
    ("0.05", .share(DecimalFraction("0.05")!)), ("1.0", .share(DecimalFraction("1.0")!)),
  ])
  func limits(_ text: String, _ limit: Gate.Limit) {
    #expect(Gate.Limit(text) == limit)
  }

  @Test(arguments: ["", "-1", "5 %", "101%", "1.5", "a", "99999999999999999999", "+3"])
  func noLimits(_ text: String) {
    #expect(Gate.Limit(text) == nil)
  }
}
