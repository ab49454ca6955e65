import AnalysisModel
import TestSupport
import Testing

@testable import Reporting

/// Every format of every part, byte for byte.
@Suite struct GoldenTests {
  static let combinations = ReporterRegistry.all.flatMap { reporter in
    ReportPart.allCases.filter { (try? reporter.check($0)) != nil }.map { (reporter.format, $0) }
  }

  @Test(arguments: combinations)
  func seeds(_ format: OutputFormat, _ part: ReportPart) throws {
    try check(SeedsSample.report(), "seeds", ["seeds"], format, part)
  }

  @Test(arguments: combinations.filter { $0.0 != .html || $0.1 == .report })
  func copies(_ format: OutputFormat, _ part: ReportPart) throws {
    try check(CopiesSample.report(), "copies", ["news.jsonl", "it's here"], format, part)
  }

  @Test(arguments: OutputFormat.allCases.filter { ![.csv, .html].contains($0) })
  func sinceABaseline(_ format: OutputFormat) throws {
    try check(BaselineSample.report(), "baseline", ["news.jsonl"], format, .report)
  }

  @Test(arguments: [40, 200])
  func terminalWidths(_ width: Int) throws {
    let context = ReportContext(version: "1.2.3", inputs: ["seeds"], width: width)
    let bytes = TerminalReporter().render(
      try SeedsSample.report(), part: .report, context: context)
    try GoldenFiles(target: "ReportingTests").check(bytes, against: "seeds.report.\(width).txt")
  }

  @Test func terminalColour() throws {
    let context = ReportContext(version: "1.2.3", inputs: ["news.jsonl"], usesColour: true)
    let bytes = TerminalReporter().render(
      try CopiesSample.report(), part: .report, context: context)
    try GoldenFiles(target: "ReportingTests").check(bytes, against: "copies.report.colour.txt")
  }

  private func check(
    _ report: AnalysisReport, _ name: String, _ inputs: [String], _ format: OutputFormat,
    _ part: ReportPart
  ) throws {
    let context = ReportContext(version: "1.2.3", inputs: inputs)
    let bytes = try ReporterRegistry.reporter(for: format).render(
      report, part: part, context: context)
    let isOnlyFormat = OutputFormat(pathExtension: format.pathExtension) == format
    let suffix = (isOnlyFormat ? "" : "\(format.rawValue).") + format.pathExtension
    try GoldenFiles(target: "ReportingTests").check(bytes, against: "\(name).\(part.rawValue).\(suffix)")
  }
}
