import AnalysisModel
import Baselines
import Testing

@testable import Reporting

/// The sample of copies as the run after a baseline: one copy, one place of a known passage and one passage are new,
/// one finding of each kind is gone, and one gate of two is exceeded.
enum BaselineSample {
  static func report() throws -> AnalysisReport {
    var report = try CopiesSample.report()
    report.baseline = try earlier().comparison(with: report, path: "known.baseline")
    report.gates = [
      Gate.failOn(.new).outcome(for: report),
      Gate.maximumDuplicates(.share(try #require(DecimalFraction("25%")))).outcome(for: report),
    ]
    return report
  }

  /// What was known before.
  static func earlier() throws -> Baseline {
    var report = try CopiesSample.report()
    report.duplicates?.families[0].members.removeLast()
    report.passages?.passages.remove(at: 3)
    report.passages?.passages[2].places.removeLast()
    var baseline = Baseline(of: report, settings: [:])
    let gone = ["keeper", "gone"].map { DocumentIdentity(id: $0, content: String(repeating: "0", count: 32)) }
    baseline.families.append(.init(documents: gone, verdicts: [.sameText]))
    baseline.passages[String(repeating: "f", count: 32)] = ["gone": 1, "keeper": 1]
    return baseline
  }
}
