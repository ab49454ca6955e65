import AnalysisModel
import Testing

@testable import Reporting

@Suite struct HTMLTextTests {
  @Test func escapesByScalarAndNotByCharacter() {
    // A combining mark makes one character of quote and mark; browsers still see the quote.
    #expect(
      HTMLText.escape("\"\u{301}<\u{338}'\u{301}&\u{301}").unicodeScalars.elementsEqual(
        "&quot;\u{301}&lt;\u{338}&#39;\u{301}&amp;\u{301}".unicodeScalars))
    #expect(HTMLText.escape("a\u{1B}\u{202E}\u{0}") == "a␛\u{FFFD}␀")
    #expect(
      HTMLText.escapeBody("x\u{202E}\n\u{0}<")
        == "x<span class=\"control\">U+202E</span>\n<span class=\"control\">U+0000</span>&lt;")
  }

  private func mark(_ bytes: Range<Int>, _ passage: Int, linked: Bool = true) -> HighlightedText.Mark {
    HighlightedText.Mark(
      bytes: bytes, passage: passage, anchor: "passage-\(passage)-place-1", isLinked: linked)
  }

  @Test func marksNestAndOverlap() {
    let html = HighlightedText.markup(
      of: "abcdefgh", upTo: 8, marks: [mark(0..<6, 1), mark(2..<4, 2), mark(5..<8, 3, linked: false)])
    let reference = { (n: Int) in
      "<a class=\"ref\" id=\"passage-\(n)-place-1\" href=\"#passage-\(n)\" aria-label=\"Passage \(n)\">\(n)</a>"
    }
    #expect(
      html == reference(1) + "<mark class=\"depth1\">ab</mark>" + reference(2)
        + "<mark class=\"depth2\">cd</mark><mark class=\"depth1\">e</mark>"
        + "<span class=\"ref\" id=\"passage-3-place-1\">3</span><mark class=\"depth2\">f</mark>"
        + "<mark class=\"depth1\">gh</mark>")
  }

  @Test func theTextItselfIsUntouchedByMarks() {
    let text: UTF8Text = "漢字 <b> & ünï 👩‍👩‍👧 end"
    let html = HighlightedText.markup(of: text, upTo: text.count, marks: [mark(0..<3, 1), mark(3..<11, 2)])
    var stripped = ""
    var inTag = false
    for character in html.replacing(#/<(a|span) class="ref".*?<\/(a|span)>/#, with: "") {
      if character == "<" { inTag = true }
      if !inTag { stripped.append(character) }
      if character == ">" { inTag = false }
    }
    #expect(stripped == HTMLText.escape(text.string))
  }

  @Test func textIsCutOnCharacterBorders() {
    let text = UTF8Text(String(repeating: "漢", count: 200_000))
    let end = DocumentSelection.shownEnd(of: text)
    #expect(end % 3 == 0 && end <= DocumentSelection.textLimit && end > DocumentSelection.textLimit - 3)
    #expect(DocumentSelection.shownEnd(of: "abc") == 3)
  }

  @Test func hashesAreThoseOfTheStandard() {
    func hex(_ bytes: [UInt8]) -> String {
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    #expect(
      hex(SHA256.hash(Array("abc".utf8)))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hex(SHA256.hash([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    // 55, 56 and 64 bytes are the borders of the padding.
    #expect(
      hex(SHA256.hash(Array(repeating: 0x61, count: 55)))
        == "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318")
    #expect(
      hex(SHA256.hash(Array(repeating: 0x61, count: 56)))
        == "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a")
    #expect(
      hex(SHA256.hash(Array(repeating: 0x61, count: 64)))
        == "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb")
    #expect(["", "f", "fo", "foo"].map { Base64.encode(Array($0.utf8)) } == ["", "Zg==", "Zm8=", "Zm9v"])
  }
}
