import AnalysisModel
import Testing

@Suite struct PlaceResolverTests {
  private func place(of part: String, in text: String) throws -> Place {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    let start = try #require((0...bytes.count - wanted.count).first { bytes[$0...].starts(with: wanted) })
    var resolver = PlaceResolver(document: 3, field: .text, text: UTF8Text(text))
    return resolver.place(of: start..<start + wanted.count)
  }

  @Test func charactersOfEveryLengthAreCounted() throws {
    let place = try place(of: "x😀y", in: "aé漢😀|x😀y")
    #expect(place.document == 3 && place.field == .text)
    #expect(place.bytes == 11..<17)
    #expect(place.characters == 5..<8)
    #expect(place.utf16 == 6..<10)
    #expect(place.line == 1 && place.column == 6)
    #expect(place.offsets(in: .bytes) == place.bytes)
    #expect(place.offsets(in: .characters) == place.characters)
    #expect(place.offsets(in: .utf16) == place.utf16)
  }

  @Test func combiningMarksCountByThemselves() throws {
    #expect(try place(of: "x", in: "e\u{301}x").column == 3)
  }

  @Test(arguments: [
    ("a\nb\nX", 3, 1), ("a\rb\rX", 3, 1), ("a\r\nb\r\nX", 3, 1), ("\n\r\n\r\rX", 5, 1), ("a\n\nbX", 3, 2),
    ("a\u{2028}X", 1, 3), ("X", 1, 1), ("é\r\néX", 2, 2),
  ])
  func linesEndWithAnyOfThreeEnds(text: String, line: Int, column: Int) throws {
    let place = try place(of: "X", in: text)
    #expect(place.line == line && place.column == column)
  }

  @Test func aCarriageReturnAndItsLineFeedAreOneEnd() {
    // A place may start between the two; the line ends after the second.
    var resolver = PlaceResolver(document: 0, field: .title, text: "a\r\nb")
    #expect(resolver.place(of: 2..<3).line == 1)
    #expect(resolver.place(of: 3..<4).line == 2)
    #expect(resolver.place(of: 3..<4).column == 1)
  }

  @Test func emptyPlacesAndEmptyTexts() {
    var empty = PlaceResolver(document: 0, field: .text, text: "")
    let place = empty.place(of: 0..<0)
    #expect(place.characters == 0..<0 && place.line == 1 && place.column == 1)
    var text = PlaceResolver(document: 0, field: .text, text: "é\n")
    #expect(text.place(of: 3..<3).line == 2)
  }

  @Test func anyOrderGivesWhatOneAtATimeGives() {
    let text = UTF8Text(String(repeating: "aé漢😀\r\nb\n", count: 5))
    let borders = Array(
      text.string.unicodeScalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + UTF8.width($1)) })
    var shared = PlaceResolver(document: 0, field: .text, text: text)
    for (from, to) in [(10, 20), (3, 4), (3, 30), (12, 12), (0, borders.count - 1), (5, 6)] {
      var fresh = PlaceResolver(document: 0, field: .text, text: text)
      let range = borders[from]..<borders[to]
      #expect(shared.place(of: range) == fresh.place(of: range))
      #expect(shared.place(of: range).characters == from..<to)
    }
  }

  @Test func aSliceCountsFromItsOwnStart() {
    let whole = UTF8Text("skip\nme\nfirst\nX")
    var resolver = PlaceResolver(document: 0, field: .text, text: whole[8..<15])
    let place = resolver.place(of: 6..<7)
    #expect(place.line == 2 && place.characters == 6..<7)
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { UTF8.encode(scalar)?.count ?? 0 }
}
