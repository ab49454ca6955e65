import AnalysisModel
import TestSupport
import Testing

@testable import Reporting

/// Every format of a run and of a comparison, byte for byte.
@Suite struct BenchmarkGoldenTests {
  private static let extensions: [BenchmarkFormat: String] = [
    .terminal: "txt", .json: "json", .csv: "csv", .markdown: "md", .html: "html", .svg: "svg",
  ]

  @Test(arguments: BenchmarkFormat.allCases)
  func run(_ format: BenchmarkFormat) throws {
    try check(.run(BenchmarkSample.run), format, "benchmark.run")
  }

  @Test(arguments: BenchmarkFormat.allCases.filter { $0 != .svg })
  func comparison(_ format: BenchmarkFormat) throws {
    try check(.comparison(BenchmarkSample.comparison), format, "benchmark.comparison")
  }

  @Test(arguments: [40, 130])
  func terminalWidths(_ width: Int) throws {
    let context = ReportContext(version: "1.2.3", width: width, usesColour: true)
    let bytes = BenchmarkTerminalReporter().render(.run(BenchmarkSample.run), context: context)
    try GoldenFiles(target: "ReportingTests").check(bytes, against: "benchmark.run.\(width).txt")
  }

  @Test func terminalWithoutUnicode() throws {
    var context = ReportContext(version: "1.2.3")
    context.usesUnicode = false
    let bytes = BenchmarkTerminalReporter().render(.run(BenchmarkSample.run), context: context)
    #expect(bytes.allSatisfy { $0 < 0x80 })
    try GoldenFiles(target: "ReportingTests").check(bytes, against: "benchmark.run.ascii.txt")
  }

  private func check(_ findings: BenchmarkFindings, _ format: BenchmarkFormat, _ name: String) throws {
    let bytes = try BenchmarkReporters.reporter(for: format)
      .render(findings, context: ReportContext(version: "1.2.3"))
    let pathExtension = try #require(Self.extensions[format])
    #expect(BenchmarkFormat(pathExtension: pathExtension) == format)
    try GoldenFiles(target: "ReportingTests").check(bytes, against: "\(name).\(pathExtension)")
  }
}
