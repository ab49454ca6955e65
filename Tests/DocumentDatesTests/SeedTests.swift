import AnalysisModel
import DocumentDates
import Foundation
import Testing

private let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "seeds")

/// The five articles as `refrain report seeds` reads them.
@Suite struct SeedTests {
  let documents: [Document]
  let datings: [DocumentDating]

  init() throws {
    documents = try FileManager.default.contentsOfDirectory(atPath: seeds.path)
      .filter { $0.hasSuffix(".txt") }.sorted()
      .map { name in
        let text = try String(contentsOf: seeds.appending(path: name), encoding: .utf8)
        return Document(id: name, text: UTF8Text(text), origin: .init(path: "seeds/" + name))
      }
    datings = DateFinder().dates(of: documents).datings
  }

  @Test func thereAreFive() { #expect(documents.count == 5) }

  @Test func articlesThatGiveNoFullDateStayUnknown() {
    #expect(datings[0] == DocumentDating())
    #expect(datings[4] == DocumentDating())
  }

  @Test func datelineWithoutYear() throws {
    let dating = datings[1]
    let dateline = try #require(dating.dateline)
    #expect(dateline.date == PartialDate(year: nil, month: 1, day: 2))
    #expect(dateline.evidence == "Gaza City, January 2 (RHC)")
    #expect(dateline.source == .dateline)
    #expect(dateline.place?.line == 15 && dateline.place?.column == 1)
    #expect(dating.published == nil && dating.notBefore == nil)
  }

  @Test func captionBoundsAnArticleWithoutDate() throws {
    let dating = datings[2]
    let bound = try #require(dating.notBefore)
    #expect(bound.date == PartialDate(year: 2024, month: 2, day: 26))
    #expect(bound.source == .caption)
    #expect(
      bound.evidence
        == "in Ramallah on Feb. 26, 2024, amid the ongoing war in the Gaza Strip. (Credit: Zain Jaafar/AFP)")
    #expect(dating.published == nil && dating.dateline == nil)
  }

  @Test func dateLineAlone() throws {
    let dating = datings[3]
    let published = try #require(dating.published)
    #expect(published.date == PartialDate(year: 2020, month: 10, day: 9))
    #expect(published.source == .dateLine)
    #expect(published.evidence == "October 9, 2020")
    #expect(published.place?.line == 7)
    #expect(dating.dateline == nil && dating.notBefore == nil)
  }

  @Test func evidenceStandsAtItsPlace() throws {
    for (index, dating) in datings.enumerated() {
      for evidence in [dating.published, dating.dateline, dating.notBefore].compactMap({ $0 }) {
        let place = try #require(evidence.place)
        #expect(place.document == index && place.field == .text)
        #expect(documents[index].text[place.bytes].string == evidence.evidence)
      }
    }
  }
}
