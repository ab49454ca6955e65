import Testing

@testable import Refrain

@Suite("Looking documents up by id")
struct DocumentLookupTests {
  private func lookup(_ ids: [String]) -> DocumentLookup {
    DocumentLookup(ids.map { Document(id: $0, text: "") })
  }

  @Test("An id is found where it stands")
  func found() throws {
    let lookup = lookup(["a", "b", "c"])
    #expect(try ["c", "a", "b"].map { try lookup.index(of: $0) } == [2, 0, 1])
  }

  @Test("An unknown id names the nearest, three at most")
  func nearest() throws {
    let lookup = lookup(["news-12", "sport-7", "news-21", "news-1", "x"])
    #expect(lookup.nearest(to: "news-2") == ["news-21", "news-12", "news-1"])
    let error = #expect(throws: RefrainError.self) { try lookup.index(of: "news-2") }
    #expect(error?.problem == "there is no document ‘news-2’ among the 5 read")
    #expect(error?.remedy == "‘news-21’ or ‘news-12’ or ‘news-1’")
  }

  @Test("What holds the text looked for comes first, whatever its length and case")
  func parts() {
    let lookup = lookup(["storx.txt", "articles/2024/STORM.txt#4", "a"])
    #expect(lookup.nearest(to: "storm.txt").first == "articles/2024/STORM.txt#4")
  }

  @Test("Nothing read, nothing near")
  func nothing() {
    let error = #expect(throws: RefrainError.self) { try lookup([]).index(of: "a") }
    #expect(error?.remedy == "a file or folder with documents")
  }
}
