import Testing

@testable import Reporting

@Suite struct OutputFormatTests {
  @Test func extensionsLeadBackToTheirFormats() {
    // The summary for GitHub shares the extension of Markdown.
    for format in OutputFormat.allCases {
      #expect(OutputFormat(pathExtension: format.pathExtension) == (format == .github ? .markdown : format))
    }
    #expect(OutputFormat(pathExtension: "NDJSON") == .jsonl)
    #expect(OutputFormat(pathExtension: "htm") == .html)
    #expect(OutputFormat(pathExtension: "pdf") == nil)
    #expect(OutputFormat(pathExtension: "") == nil)
  }

  @Test func registryHasEveryFormatOnceInOrder() {
    #expect(ReporterRegistry.all.map(\.format) == OutputFormat.allCases)
    for format in OutputFormat.allCases {
      #expect(ReporterRegistry.helpText.contains("\(format.rawValue) ("))
    }
  }
}
