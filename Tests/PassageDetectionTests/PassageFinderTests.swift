import AnalysisModel
import Execution
import PassageDetection
import Testing
import TextFeatures

/// Borders, grouping, lines, scripts and sizes.
struct PassageFinderTests {
  @Test func findsNothingInNothing() async throws {
    let none = try await find(in: [])
    #expect(none == PassageFindings(passages: [], repeatedTokens: [], documentTokens: []))
    let empty = try await find(in: [Document(id: "a", text: ""), Document(id: "b", text: " \n ")])
    #expect(empty == PassageFindings(passages: [], repeatedTokens: [0, 0], documentTokens: [0, 0]))
  }

  @Test func needsAllTheTokens() async throws {
    try await MarkedText(texts: ["one two three", "one two three"]).expectOnePassage()
    try await MarkedText(texts: ["x «one two three four»", "«one two three four» y"]).expectOnePassage()
  }

  @Test func crossesNoDocumentBorder() async throws {
    try await MarkedText(texts: ["one two", "three four", "one two", "three four"]).expectOnePassage()
  }

  @Test func crossesNoTitleBorder() async throws {
    try await MarkedText(titles: ["one two", "a"], texts: ["three four", "one two three four"])
      .expectOnePassage()
    try await MarkedText(titles: ["x «one two three four»", "a"], texts: ["b", "c «one two three four»"])
      .expectOnePassage()
  }

  @Test func groupsAllPlaces() async throws {
    try await MarkedText(texts: [
      "a «one two three four» b", "c «ONE two three four» d «one two three four»", "«One Two Three Four» e",
    ]).expectOnePassage()
  }

  @Test func nestsOnlyWhereThatAddsPlaces() async throws {
    let held = try await MarkedText(texts: ["a one two three four five b", "c one two three four five d"])
      .passages()
    #expect(held.map(\.text) == ["one two three four five"])
    let nested = try await MarkedText(
      texts: ["a one two three four five b", "c one two three four five d", "e one two three four f"]
    ).passages()
    #expect(nested.map(\.text) == ["one two three four five", "one two three four"])
    #expect(nested.map(\.places.count) == [2, 3])
  }

  @Test func findsShortWholeLines() async throws {
    try await MarkedText(texts: ["«Big news of today»\ntext", "more\r\n«Big news of today»\r\nother"])
      .expectOnePassage(minimumTokens: 12)
    // A line, but not as a whole.
    try await MarkedText(texts: ["Big news of today\n", "Big news of today is\n"])
      .expectOnePassage(minimumTokens: 12)
    // One token short.
    try await MarkedText(texts: ["News of today\n", "News of today\n"]).expectOnePassage(minimumTokens: 12)
  }

  @Test func takesATitleForALine() async throws {
    let text = MarkedText(titles: ["«Big news of today»"], texts: ["x\n«Big news of today»\ny"])
    try await text.expectOnePassage(minimumTokens: 12)
    let passages = try await text.passages(minimumTokens: 12)
    #expect(passages.map(\.isLine) == [true] && passages.map(\.kind) == [.internal])
  }

  @Test func leavesLinesOutThatALongerPassageHolds() async throws {
    let lines = "Big news of today\none two three four five six seven eight"
    let passages = try await MarkedText(texts: ["a\n\(lines)\nb", "c\n\(lines)\nd"]).passages(
      minimumTokens: 12)
    #expect(passages.map(\.text) == [lines] && passages.map(\.isLine) == [false])
  }

  @Test func placesChineseBigramsOnCharacterBorders() async throws {
    // Bigrams share characters: neither may a place end inside one nor may neighbours share one.
    try await MarkedText(texts: ["甲乙«春夏秋冬东»丙", "丁«春夏秋冬东»戊己"]).expectOnePassage()
    let twice = try await MarkedText(texts: ["春夏秋冬东春夏秋冬东"]).passages()
    #expect(twice.flatMap(\.places).map(\.bytes) == [0..<15, 15..<30])
    #expect(twice.flatMap(\.places).map(\.characters) == [0..<5, 5..<10])
  }

  @Test func givesLinesColumnsAndUnits() async throws {
    let passages = try await MarkedText(texts: ["😀 é\none two three four", "one two three four"]).passages()
    let place = try #require(passages.first?.places.first)
    #expect(place.line == 2 && place.column == 1)
    #expect(place.bytes == 8..<26 && place.characters == 4..<22 && place.utf16 == 5..<23)
  }

  @Test func countsRepeatedTokensOnce() async throws {
    let marked = MarkedText(
      texts: ["a one two three four five b", "c one two three four five d", "e one two three four f", ""])
    var options = PassageOptions()
    options.minimumTokens = 4
    let found = try await find(in: marked.documents, options: options)
    #expect(found.repeatedTokens == [5, 5, 4, 0])
    #expect(found.documentTokens == [7, 7, 6, 0])
  }
}
