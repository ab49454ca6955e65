import Testing

@testable import Reporting

@Suite struct StyleSheetTests {
  private let style = String(decoding: PackageResources.report_css, as: UTF8.self)

  /// A bare `1fr` is as wide as the longest line that may not break: on a phone the page would scroll sideways.
  @Test func noColumnGrowsWithItsContent() {
    let columns = style.matches(of: #/grid-template-columns:([^;}]*)/#).map { String($0.1) }
    #expect(columns.count > 4)
    for column in columns {
      let rest = column.replacing(#/minmax\(.*?1fr\)/#, with: "")
      #expect(!rest.contains("fr"), "\(column)")
    }
  }

  @Test func longWordsBreakEverywhere() {
    #expect(style.contains("overflow-wrap: anywhere"))
  }
}
