import AnalysisModel

extension Gate {
  /// Whether a report exceeds this gate; with a baseline only what is new counts.
  ///
  /// Shares are decided in integers: a limit of 5% is exceeded by 6 of 100 documents and not by 5.
  ///
  /// - Precondition: the report holds the findings that the gate counts; for `.new` it has a baseline.
  public func outcome(for report: AnalysisReport) -> GateOutcome {
    let documents = report.corpus.documents.count
    let found = count(in: report)
    let isExceeded =
      switch self {
      case .failOn: found > 0
      case .maximumPassages(let limit), .maximumDuplicates(.count(let limit)): found > limit
      case .maximumDuplicates(.share(let limit)):
        found * limit.denominator > documents * limit.numerator
      }
    return GateOutcome(
      gate: self, found: found, documents: documents, countsNewOnly: report.baseline != nil,
      isExceeded: isExceeded)
  }

  private func count(in report: AnalysisReport) -> Int {
    switch self {
    case .failOn(.new):
      precondition(report.baseline != nil, "nothing is new without a baseline")
      return report.newFindings.count(.duplicate) + report.newFindings.count(.passage)
    case .failOn(.duplicates), .maximumDuplicates:
      precondition(report.duplicates != nil, "\(self) counts duplicates, and none were looked for")
      return report.newFindings.count(.duplicate)
    case .failOn(.passages), .maximumPassages:
      precondition(report.passages != nil, "\(self) counts passages, and none were looked for")
      return report.newFindings.count(.passage)
    case .failOn(.identical): return Self.count(.identical, in: report)
    case .failOn(.sameText): return Self.count(.sameText, in: report)
    case .failOn(.nearCopy): return Self.count(.nearCopy, in: report)
    case .failOn(.contained): return Self.count(.contained, in: report)
    }
  }

  private static func count(_ verdict: DuplicateVerdict, in report: AnalysisReport) -> Int {
    precondition(report.duplicates != nil, "duplicates are to be counted, and none were looked for")
    return (report.newFindings.duplicates?.families ?? []).reduce(0) {
      $0 + $1.members.count { $0.verdict == verdict }
    }
  }
}
