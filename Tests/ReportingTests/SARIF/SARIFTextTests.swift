import AnalysisModel
import Testing

@testable import Reporting

@Suite struct SARIFTextTests {
  @Test(arguments: [
    ("news.jsonl", "news.jsonl"), ("./a/b c.txt", "a/b%20c.txt"), ("a//b.txt", "a/b.txt"),
    ("c:d.txt", "c%3Ad.txt"), ("100%.txt", "100%25.txt"), ("ä#?.txt", "%C3%A4%23%3F.txt"),
    ("/data/a.txt", "file:///data/a.txt"), ("../a.txt", "../a.txt"), (".", "."),
  ])
  func uris(_ path: String, _ uri: String) {
    #expect(SARIFText.uri(ofPath: path) == uri)
  }

  @Test(arguments: ["", "-"])
  func whatIsNoFileHasNoURI(_ path: String) {
    #expect(SARIFText.uri(ofPath: path) == nil)
  }

  @Test(arguments: [
    ("[a](1)", "\\[a\\](1)"), ("{0} \\", "{{0}} \\\\"), ("two\nlines", "two lines"), ("\u{1B}[1m", "␛\\[1m"),
  ])
  func textIsNeitherLinkNorPlaceholder(_ text: String, _ plain: String) {
    #expect(SARIFText.plain(text) == plain)
  }

  @Test func aRegionEndsJustPastItsPlace() throws {
    let text = "One\r\ntwo\rthree\nfour 橋 end"
    let corpus = Corpus(documents: [
      Document(id: "a", text: UTF8Text(text), origin: .init(path: "a.txt", bytes: 0..<text.utf8.count))
    ])
    func region(_ needle: String) throws -> SARIFRegion {
      SARIFRegion(of: corpus.documents[0], place: try places(of: needle, in: corpus, document: 0)[0])
    }
    #expect(
      try region("two\rthree\nfour 橋")
        == .text(startLine: 2, startColumn: 1, endLine: 4, endColumn: 7, characters: 5..<21))
    #expect(
      try region("ne\r\ntw")
        == .text(startLine: 1, startColumn: 2, endLine: 2, endColumn: 3, characters: 1..<7))
    #expect(
      try region("橋 end")
        == .text(startLine: 4, startColumn: 6, endLine: 4, endColumn: 11, characters: 20..<25))
  }

  @Test func whereTheFileIsNotTheTextThereAreOnlyLines() throws {
    var document = Document(id: "a", text: "some text", origin: .init(path: "a.md", bytes: 0..<40))
    let place = Place(
      document: 0, field: .text, bytes: 0..<4, characters: 0..<4, utf16: 0..<4, line: 1, column: 1)
    #expect(SARIFRegion(of: document, place: place) == .line(1), "below front matter")
    document.origin = .init(path: "a.jsonl", record: 3, line: 5, bytes: 0..<9)
    #expect(SARIFRegion(of: document, place: place) == .line(5))
    #expect(SARIFRegion(of: document, place: nil) == .line(5))
  }
}
