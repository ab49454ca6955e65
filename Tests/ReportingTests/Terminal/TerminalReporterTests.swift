import AnalysisModel
import Testing

@testable import Reporting

@Suite struct TerminalReporterTests {
  @Test(arguments: [40, 60, 80, 132, 200])
  func linesKeepToTheWidth(_ width: Int) throws {
    let context = ReportContext(version: "1", inputs: ["x"], width: width)
    for report in [try SeedsSample.report(), try CopiesSample.report()] {
      let text = String(
        decoding: TerminalReporter().render(report, part: .report, context: context), as: UTF8.self)
      // Commands are to be copied and addresses to be clicked: neither may be broken.
      let long = text.split(separator: "\n").filter {
        DisplayWidth.of($0) > width && !$0.hasPrefix("  refrain") && !$0.contains(".txt:")
          && !$0.contains(">:1:1")
      }
      #expect(long.isEmpty)
    }
  }

  @Test func colourAddsStylesAndNothingElse() throws {
    func render(_ colour: Bool) throws -> String {
      let context = ReportContext(version: "1", inputs: ["x"], usesColour: colour)
      return String(
        decoding: TerminalReporter().render(
          try CopiesSample.report(), part: .report, context: context), as: UTF8.self)
    }
    let styled = try render(true)
    #expect(styled.contains("\u{1B}[1m"))
    #expect(styled.replacing(#/\u{1B}\[\d+m/#, with: "") == (try render(false)))
  }

  @Test(arguments: [1, 2, 12, 13, 40, 41])
  func picturesGrowAndGiveWay(_ count: Int) throws {
    let documents = (0..<count).map { Document(id: "document-\($0)", text: "x") }
    let report = AnalysisReport(
      configuration: Configuration(), corpus: Corpus(documents: documents), tokenCount: count,
      similarity: SimilarityOverview(
        unit: .documents, order: Array(0..<count), cells: Array(repeating: 0.3, count: count * count),
        closestPairs: []))
    let text = String(
      decoding: TerminalReporter().render(
        report, part: .report, context: ReportContext(version: "1")), as: UTF8.self)
    #expect(text.contains("▒.30") == (2...12).contains(count))
    #expect(text.contains("▒▒▒▒▒▒▒▒▒▒") == (13...40).contains(count))
    #expect(text.contains("the HTML report draws them") == (count > 40))
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 80 })
  }
}
