import AnalysisModel
import Testing

@testable import Clustering

@Suite struct HeadlineTests {
  @Test(arguments: [
    (
      "# *New efforts underway to resume talks*\n\nCity, January 2 -- Text.",
      "New efforts underway to resume talks"
    ),
    (
      "Search\n\nGAZA WAR\n\nRivals stress 'unity' at talks\n\nText follows.",
      "Rivals stress 'unity' at talks"
    ),
    ("2 MIN READ\r\nDelegation flies to Moscow for talks\r\nText.", "Delegation flies to Moscow for talks"),
    ("Four words make it", "Four words make it"),
  ])
  func isFound(text: String, headline: String) {
    #expect(Headline.find(in: UTF8Text(text)) == headline)
  }

  @Test(arguments: [
    "", "\n \n", "Short link:", "Delegations came together for a meeting.\nAnother sentence stands here.",
    "Published on 9 10 2020", "see https://example.org/a for all of it",
    String(repeating: "running text ", count: 20) + "\nA line that looks like one",
    String(repeating: "menu\n", count: 12) + "A headline that comes too late",
  ])
  func isNotMadeUp(text: String) {
    #expect(Headline.find(in: UTF8Text(text)) == nil)
  }
}
