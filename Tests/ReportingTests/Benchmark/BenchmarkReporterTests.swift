import AnalysisModel
import Foundation
import Testing

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct BenchmarkReporterTests {
  private func text(_ format: BenchmarkFormat, _ run: BenchmarkRun = BenchmarkSample.run) throws -> String {
    String(
      decoding: try BenchmarkReporters.reporter(for: format)
        .render(.run(run), context: ReportContext(version: "1.2.3")), as: UTF8.self)
  }

  @Test("A saved run reads back as it was")
  func savedRun() throws {
    let decoded = try JSONDecoder().decode(BenchmarkRun.self, from: Data(try text(.json).utf8))
    #expect(decoded == BenchmarkSample.run)
  }

  @Test("No line of the terminal is wider than it", arguments: [40, 60, 80, 100])
  func width(_ width: Int) throws {
    for findings in [BenchmarkFindings.run(BenchmarkSample.run), .comparison(BenchmarkSample.comparison)] {
      let bytes = BenchmarkTerminalReporter()
        .render(findings, context: ReportContext(version: "1.2.3", width: width))
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= width, "\(line)")
      }
    }
  }

  @Test("Names out of files stay text", arguments: [BenchmarkFormat.html, .svg])
  func hostileNames(_ format: BenchmarkFormat) throws {
    var run = BenchmarkSample.run
    run.machine.cpu = "<script>alert(1)</script>\u{1B}[31m"
    run.corpus.paths = ["\"><img src=x onerror=alert(1)>"]
    run.notes = ["</style><script>"]
    let text = try text(format, run)
    #expect(!text.contains("<script") && !text.contains("<img") && !text.contains("\u{1B}"))
  }

  @Test("The plot is well-formed XML without a script, with a line and an exponent for every stage")
  func plot() throws {
    let svg = try text(.svg)
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse(), "\(parser.parserError as Any)")
    #expect(!svg.contains("<script"))
    #expect(svg.matches(of: #/class="line s\d"/#).count == BenchmarkSample.run.scaling.count)
    for label in ["documents", "seconds (median)", "pairs ≥ 0.5", "1.50", "0.82"] {
      #expect(svg.contains(">\(label)<"), "\(label)")
    }
    #expect(svg.contains("prefers-color-scheme: dark"))
  }

  @Test("The page names every line of the plot below it, for narrow screens")
  func legend() throws {
    let page = try text(.html)
    let entries = page.matches(of: #/<span>exponent [^<]+<\/span>/#)
    #expect(entries.count == BenchmarkSample.run.scaling.count)
    #expect(page.contains("<span>tokenize</span> <span>exponent 0.82 ± .01</span>"))
    #expect(page.contains("<div class=\"figure\" tabindex=\"0\""))
  }

  @Test("Vectors have columns, not terms")
  func vectors() throws {
    var run = BenchmarkSample.run
    run.corpus.features = ""
    let text = try text(.terminal, run)
    #expect(text.contains("10,000 vectors") && text.contains("68,690 columns"))
    #expect(try self.text(.svg, run).contains(">vectors<"))
  }

  @Test("Without scaling there is nothing to plot, and the page has no drawing")
  func withoutScaling() throws {
    var run = BenchmarkSample.run
    run.scaling = []
    #expect(throws: RefrainError.self) { try text(.svg, run) }
    #expect(try !text(.html, run).contains("class=\"scaling\""))
    #expect(throws: RefrainError.self) {
      try BenchmarkSVGReporter().render(
        .comparison(BenchmarkSample.comparison), context: ReportContext(version: "1"))
    }
  }

  @Test(
    "Numbers have three significant digits",
    arguments: [
      (0.0, "0"), (0.000_012_34, "0.000012"), (0.04714, "0.0471"), (0.9996, "1.00"), (9.996, "10.0"),
      (1.234, "1.23"), (99.96, "100"), (123.4, "123"), (1234.5, "1,235"),
    ])
  func numbers(_ value: Double, _ text: String) {
    #expect(BenchmarkWording.number(value) == text)
  }

  @Test(
    "Times take the unit that fits, in eight columns at most",
    arguments: [
      (0.000_012, "12.0 µs"), (0.000_5, "500 µs"), (0.000_999_6, "1.00 ms"), (0.0617, "61.7 ms"),
      (0.9996, "1.00 s "),
    ])
  func times(_ seconds: Double, _ text: String) {
    let times = BenchmarkWording.times(TimeSpread(minimum: seconds, median: seconds, maximum: seconds))
    #expect(times.median == text)
  }

  @Test("A corpus without words has no rate")
  func withoutWords() throws {
    var run = BenchmarkSample.run
    run.stages[1].megabytesPerSecond = 0
    #expect(try text(.terminal, run).contains("– MB/s"))
    #expect(try !text(.markdown, run).contains("| 0 |"))
  }

  @Test(
    "Amounts and sizes have units",
    arguments: [
      (999.0, "999"), (1_000, "1.00 k"), (425_000, "425 k"), (38_123_456, "38.1 M"), (1.2e9, "1.20 G"),
    ])
  func amounts(_ value: Double, _ text: String) {
    #expect(BenchmarkWording.amount(value) == text)
  }
}
