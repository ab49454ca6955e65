import Testing

@testable import Reporting

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a␛[31mb"), ("nul\u{0}", "nul␀"), ("del\u{7F}", "del␡"),
    ("csi\u{9B}2J", "csi\u{FFFD}2J"), ("\u{202E}abc", "\u{FFFD}abc"), ("\u{2066}x", "\u{FFFD}x"),
    ("  two\r\n\t words\u{2028}here ", "two words here"), ("e\u{301}", "e\u{301}"), ("", ""),
  ])
  func hazardsBecomeSignsAndSpaceFolds(_ text: String, _ line: String) {
    #expect(VisibleText.line(text).unicodeScalars.elementsEqual(line.unicodeScalars))
  }

  @Test(arguments: [
    ("abc", 3), ("日本", 4), ("한글", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("✔\u{FE0F}", 2), ("ｱ", 1),
    ("Ａ", 2), ("\u{200B}", 0), ("中a", 3),
  ])
  func widthsAreThoseOfATerminal(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func wrapsAtSpacesAndInsideLongWords() {
    #expect(TextLayout.wrap("one two three", width: 7) == ["one two", "three"])
    #expect(TextLayout.wrap("abcdefgh ij", width: 3) == ["abc", "def", "gh", "ij"])
    #expect(TextLayout.wrap("議会は月曜日", width: 5) == ["議会", "は月", "曜日"])
    #expect(TextLayout.wrap("", width: 5) == [])
    let word = String(repeating: "x漢", count: 50_000)
    let lines = TextLayout.wrap("a \(word) b", width: 30)
    #expect(lines.count == 5_002 && lines.first == "a" && lines.last == "b")
    #expect(lines.dropFirst().dropLast().joined() == word)
    for width in 1...20 {
      for line in TextLayout.wrap("some words and 漢字の長い行 together", width: max(width, 2)) {
        #expect(DisplayWidth.of(line) <= max(width, 2))
      }
    }
  }

  @Test func cutsAtTheEndOrInside() {
    #expect(TextLayout.truncated("abcdef", width: 4) == "abc…")
    #expect(TextLayout.truncated("abcd", width: 4) == "abcd")
    #expect(TextLayout.truncatedInside("abcdefghij", width: 5) == "ab…ij")
    #expect(TextLayout.padded("日", width: 4) == "日  ")
  }

  @Test func excerptsKeepBothEnds() {
    let long =
      "The first words of it " + String(repeating: "and many more ", count: 1000) + "until the very end"
    let excerpt = Excerpt.of(long, width: 60)
    #expect(excerpt.hasPrefix("The first words") && excerpt.hasSuffix("the very end"))
    #expect(excerpt.contains(" … ") && DisplayWidth.of(excerpt) <= 60)
    #expect(Excerpt.of("short\ntext", width: 60) == "short text")
    let unspaced = String(repeating: "議会", count: 200)
    let cut = Excerpt.of(unspaced, width: 40)
    #expect(DisplayWidth.of(cut) <= 40 && DisplayWidth.of(cut) > 30)
  }
}
