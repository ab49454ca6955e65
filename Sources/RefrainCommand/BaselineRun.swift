import Baselines
import Foundation
import Refrain
import Reporting

/// What a run that is repeated does besides finding: it compares with a baseline, writes the next one and judges.
struct BaselineRun {
  private let known: (baseline: Baseline, path: String)?
  private let next: OutputFile?
  private let gates: [Gate]
  private let settings: [String: String]

  /// Reads the baseline and opens the next one, so that what is wrong with either is found before the work.
  ///
  /// - Throws: `RefrainError` for a baseline that cannot be read, is damaged or knows nothing of what is looked for;
  ///   `ValidationError` for a gate that does not fit the command.
  init(
    _ arguments: GateArguments?, part: ReportPart, kinds: Set<FindingKind>, configuration: Configuration,
    inputs: InputGuard
  ) throws {
    gates = try arguments?.gates(of: part) ?? []
    settings = ConfigurationListing(configuration).settings(deciding: kinds)
    known = try arguments?.baseline.map { path in
      let baseline = try Self.read(path)
      try baseline.check(kinds, path: path)
      return (baseline, path)
    }
    // The baseline is no input here: it may be renewed in place, once all of it has been read.
    next = try arguments?.writeBaseline.map { try OutputFile(path: $0, inputs: inputs) }
  }

  private static func read(_ path: String) throws -> Baseline {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw RefrainError(
        "the baseline cannot be read", path: path, remedy: "--write-baseline FILE, which makes one")
    }
    return try BaselineReader.read(data, path: path)
  }

  /// The report with what is new in it and what the gates say.
  func judge(_ report: AnalysisReport) throws -> AnalysisReport {
    var report = report
    if let known {
      if let warning = BaselineWording.warning(known.baseline.differences(from: settings)) {
        report.corpus.warnings.append(DataWarning(path: known.path, message: warning))
      }
      report.baseline = try known.baseline.comparison(with: report, path: known.path)
    }
    report.gates = gates.map { $0.outcome(for: report) }
    return report
  }

  /// Writes the next baseline; the file gets its name with `commit`.
  func write(_ report: AnalysisReport) throws {
    guard let next else { return }
    try next.write(BaselineWriter.render(Baseline(of: report, settings: settings)))
    try next.flush()
  }

  /// Gives the next baseline its name.
  func commit() throws { try next?.commit() }

  /// - Throws: `GateExceeded` where a gate is.
  func check(_ report: AnalysisReport) throws {
    let exceeded = report.gates.filter(\.isExceeded)
    if !exceeded.isEmpty { throw GateExceeded(outcomes: exceeded) }
  }
}

/// More was found than a gate allows: the run did its work, and ends with status 1.
struct GateExceeded: Error {
  let outcomes: [GateOutcome]
}
