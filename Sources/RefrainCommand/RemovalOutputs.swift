import Foundation
import Refrain
import Reporting

/// All that `dedup` writes: complete, or not at all.
struct RemovalOutputs {
  /// Removals turned into lines at a time.
  private static let removalsPerBatch = 4096

  private var kept: KeptOutput
  private let removed: OutputFile?
  private let rejected: OutputFile?
  private let summary: (file: OutputFile, format: OutputFormat)?

  /// Opens the outputs, so that a place that cannot be written is found before the work.
  ///
  /// - Parameters:
  ///   - paths: what is read and copied.
  ///   - runInfo: a further output, opened elsewhere.
  init(_ arguments: RemovalArguments, paths: [String], runInfo: String?, inputs: InputGuard) throws {
    kept = try KeptOutput(arguments.output ?? "-", paths: paths, inputs: inputs)
    try kept.check([arguments.rejected, arguments.removed, arguments.summary, runInfo])
    rejected = try arguments.rejected.map { try OutputFile(path: $0, inputs: inputs) }
    kept.rejected = rejected
    removed = try arguments.removed.map { try OutputFile(path: $0, inputs: inputs) }
    summary = try arguments.summary.map {
      (try OutputFile(path: $0, inputs: inputs), RemovalArguments.format(of: $0))
    }
  }

  /// Copies what is kept, writes the map and the summary, and gives all files their names.
  func write(_ report: DeduplicationReport, of reading: CorpusReading, paths: [String], _ run: Run) throws {
    var kept = kept
    try kept.prepare(for: reading, paths: paths)
    run.progress?(AnalysisProgress(stage: "writing what is kept", completed: 0))
    let account = try RecordCopier(reading).copy(keeping: report.keptDocuments, to: &kept)
    run.endProgress()
    for path in account.uncopied {
      run.note("warning: \(path): what could not be read is in none of the outputs")
    }
    if account.rejected > 0 && rejected == nil {
      run.note("note: --rejected FILE would keep the records that could not be decoded")
    }
    if let removed {
      for start in stride(from: 0, to: report.removals.count, by: Self.removalsPerBatch) {
        let end = min(start + Self.removalsPerBatch, report.removals.count)
        try removed.write(RemovalMap.lines(of: report.removals[start..<end], in: report))
      }
    }
    if let summary {
      let context = ReportContext(version: RefrainVersion.current, inputs: paths, width: 100)
      try summary.file.write(
        try DeduplicationReporter(report, context: context, isPlan: false).render(as: summary.format))
    }
    // All are written before the first one gets its name.
    let files = [removed, rejected, summary?.file].compactMap(\.self)
    try kept.flush()
    for file in files { try file.flush() }
    try kept.commit()
    for file in files { try file.commit() }
  }
}
