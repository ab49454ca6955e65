import AnalysisModel
import Testing

@testable import Reporting

/// Nothing out of a document may act in any format for people.
@Suite struct HostileDocumentTests {
  private let context = ReportContext(version: "1.2.3", inputs: ["<script>", "a\u{1B}b"])

  private func text(_ format: OutputFormat) throws -> String {
    let bytes = try ReporterRegistry.reporter(for: format).render(
      try CopiesSample.report(), part: .report, context: context)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [OutputFormat.terminal, .markdown, .html, .github])
  func noControlReachesAReader(_ format: OutputFormat) throws {
    let hazards = try text(format).unicodeScalars.filter {
      VisibleText.isHazardous($0) && $0 != "\n" && $0 != "\r" && $0 != "\t"
    }
    #expect(hazards.isEmpty)
  }

  @Test func thePageHoldsNoElementOfADocument() throws {
    let html = try text(.html)
    let elements = Set(html.matches(of: #/<([a-zA-Z!][a-zA-Z0-9]*)/#).map { String($0.1) })
    #expect(elements.isDisjoint(with: ["script", "img", "iframe", "object", "i", "form", "base"]))
    // The page itself says <b> for numbers only.
    #expect(!html.contains("<b>\u{FFFD}x"))
    #expect(html.contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("{{{mustache}}}"))
  }

  @Test func noAttributeComesFromADocument() throws {
    let html = try text(.html)
    let attributes = Set(
      html.matches(of: #/<[a-z][^<>]*>/#).flatMap { tag in
        tag.0.matches(of: #/\s([a-z:\-]+)=/#).map { String($0.1) }
      })
    #expect(attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "style" && $0 != "src" })
    #expect(!html.matches(of: #/https?:/#).contains { _ in true })
  }

  @Test func thePolicyAdmitsTheStyleSheetOnly() throws {
    let html = try text(.html)
    let style = try #require(html.firstMatch(of: #/<style>((?s:.)*?)</style>/#)?.1)
    let hash = StyleHash.sha256Base64(String(style))
    #expect(html.contains("content=\"default-src 'none'; style-src 'sha256-\(hash)';"))
  }

  @Test func everyLinkLeadsToAnIdOnThePage() throws {
    for report in [try SeedsSample.report(), try CopiesSample.report()] {
      for part in ReportPart.allCases {
        let html = String(
          decoding: try HTMLReporter().render(report, part: part, context: context), as: UTF8.self)
        let ids = html.matches(of: #/\sid="([^"]+)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "ids are unique")
        let targets = Set(html.matches(of: #/href="#([^"]*)"/#).map { String($0.1) })
        #expect(targets.isSubset(of: ids), "\(targets.subtracting(ids)) lead nowhere")
      }
    }
  }
}
