import AnalysisModel
import DocumentDates
import Testing

@Suite struct FileNameTests {
  @Test(arguments: [
    ("posts/2020-10-09-title.md", "2020-10-09"),
    ("2020_10_09.txt", "2020-10-09"),
    ("20201009_x.html", "2020-10-09"),
    ("report-20201009.txt", "2020-10-09"),
    ("IMG_20201009123456.txt", "2020-10-09"),
    ("2020-10-09_2020-10-09.txt", "2020-10-09"),
  ])
  func reads(_ path: String, _ date: String) {
    let published = dating(of: "Text", path: path).published
    #expect(published?.date == PartialDate(date))
    #expect(published?.source == .fileName)
    #expect(published?.evidence == path.split(separator: "/").last.map(String.init))
  }

  @Test(arguments: [
    "", "title.md", "2020-10-09/title.md", "2020-10-01_2020-10-31.txt", "20201399.txt", "x20201009.txt",
    "123456789.txt", "2020-10-091.txt", "2020-10.md", "18201009.txt", "000_c10cd4c38319edbe.txt",
  ])
  func staysSilent(_ path: String) {
    #expect(dating(of: "Text", path: path).published == nil)
  }

  @Test func recordsDoNotInheritTheirFilesName() {
    let document = Document(id: "x", text: "Text", origin: .init(path: "2020-10-09.jsonl", record: 1))
    #expect(DateFinder().dates(of: [document]).datings[0].published == nil)
  }

  @Test func dateLinesComeFirst() {
    #expect(dating(of: "October 8, 2020\nText", path: "2020-10-09.txt").published?.source == .dateLine)
  }
}
