import AnalysisModel
import Testing

@testable import Reporting

@Suite struct LabelTests {
  @Test func shortTextsStayWhole() {
    #expect(Label.of("two\n words ") == "two words" && Label.ofID("a/b.txt") == "a/b.txt")
    #expect(Label.of(UTF8Text("漢字")) == "漢字" && Label.of("") == "")
    #expect(Label.of(String(repeating: "x", count: Label.width)).hasSuffix("x"))
  }

  @Test(arguments: [121, 959, 960, 961, 3_840, 3_849, 100_000])
  func longTextsAreCutToTheWidth(_ count: Int) {
    for sign in ["x", "漢", "é", "👩‍👩‍👧", " ", "e\u{301}"] {
      let text = String(repeating: sign, count: count) + "end"
      let texts = [Label.of(text), Label.of(UTF8Text(text)), Label.ofID(text)]
      #expect(texts.allSatisfy { DisplayWidth.of($0) <= Label.width && !$0.contains("\u{FFFD}") })
      #expect(texts[0] == texts[1])
      guard sign != " " else { continue }
      #expect(texts[0].hasSuffix("…") && texts[2].hasSuffix("end") && texts[2].contains("…"))
    }
  }

  @Test func oneCharacterWithoutEndIsCutToo() {
    let text = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(Label.of(text).utf8.count < 2_000 && Label.ofID(text).utf8.count < 4_000)
    #expect(Excerpt.of(text, width: 60).utf8.count < 2_000)
  }

  @Test func theBytesShownEndOnABorder() {
    for sign in ["x", "漢", "é", "👩‍👩‍👧"] {
      let text = UTF8Text(String(repeating: sign, count: 500))
      let count = Label.shownBytes(of: text)
      #expect(count < text.count && count % sign.utf8.count == 0)
      #expect(DisplayWidth.of(text[0..<count].string) == Label.width)
    }
    #expect(Label.shownBytes(of: "short") == 5 && Label.shownBytes(of: "") == 0)
  }
}
