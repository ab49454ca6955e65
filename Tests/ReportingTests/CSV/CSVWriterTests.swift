import AnalysisModel
import Testing

@testable import Reporting

@Suite struct CSVWriterTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("cr\r", "\"cr\r\""), (" edge", "\" edge\""),
    ("=1+1", "=1+1"), ("日本、語", "日本、語"),
  ])
  func quotesAsRFC4180(_ field: String, _ written: String) {
    var writer = CSVWriter()
    writer.row([field, "x"])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == written + ",x\n")
  }

  @Test func aWholeReportIsRefusedWithARemedy() throws {
    let error = #expect(throws: RefrainError.self) {
      try CSVReporter().render(
        try SeedsSample.report(), part: .report, context: ReportContext(version: "1"))
    }
    #expect(error?.remedy?.contains("refrain duplicates") == true)
  }
}
