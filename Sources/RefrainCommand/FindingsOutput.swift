import Foundation
import Refrain
import Reporting

/// A report on its way into one file.
struct FindingsOutput {
  let format: OutputFormat
  private let file: OutputFile
  private let context: ReportContext

  /// Opens the file.
  init(format: OutputFormat, path: String, inputs: InputGuard, context: ReportContext) throws {
    self.format = format
    self.context = context
    file = try OutputFile(path: path, inputs: inputs, keepsPartial: format == .jsonl)
  }

  /// Whether the format shows warnings about the data, and what is new since a baseline, to a person.
  var showsWarnings: Bool { [.terminal, .json, .html, .markdown, .github].contains(format) }

  /// Renders a part of the report and writes it; the file gets its name with `commit`.
  func write(_ report: AnalysisReport, part: ReportPart) throws {
    try file.write(ReporterRegistry.reporter(for: format).render(report, part: part, context: context))
    try file.flush()
  }

  /// Gives the file its name.
  func commit() throws { try file.commit() }
}
