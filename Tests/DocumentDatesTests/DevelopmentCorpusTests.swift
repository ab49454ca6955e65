import AnalysisModel
import DocumentDates
import Foundation
import TestSupport
import Testing

private let events = ProjectFolders.sharedData.appending(path: "events")

/// Runs only where the development corpora lie beside the checkout.
@Suite(
  .enabled(
    if: ProjectFolders.sharedFile("events/events-10E.jsonl") != nil, "the development corpora are not here"))
struct DevelopmentCorpusTests {
  private func records(_ name: String) throws -> [[String: Any]] {
    try Data(contentsOf: events.appending(path: name)).split(separator: UInt8(ascii: "\n")).compactMap {
      try JSONSerialization.jsonObject(with: $0) as? [String: Any]
    }
  }

  /// With the field taken away, what the text says of itself must agree with it.
  @Test func datesInTheTextAgreeWithTheField() throws {
    var found = 0
    for name in ["events-10E.jsonl", "events-20E.jsonl", "events-handpicked.jsonl"] {
      for record in try records(name) {
        let text = try #require(record["text"] as? String)
        let field = try #require(record["date"] as? String)
        let day = try #require(declared(field).datings[0].published?.date.daysSince1970)
        guard let dated = dating(of: text).dated?.date else { continue }
        found += 1
        let years = dated.year.map { [$0] } ?? Array(1990...2030)
        let nearest = years.compactMap {
          PartialDate(year: $0, month: dated.month, day: dated.day)?.daysSince1970
        }.map { abs($0 - day) }.min()
        #expect(try #require(nearest) <= 1, "\(record["id"] ?? "?"): \(dated) against \(field)")
      }
    }
    #expect(found >= 8)
  }

  @Test func newsPagesCarryDateLines() throws {
    let found = try records("ecbplus-1-35.jsonl").filter {
      dating(of: $0["text"] as? String ?? "").published != nil
    }
    #expect(found.count >= 270)
  }
}
