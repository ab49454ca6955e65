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
    let end = DocumentSelection.shownEnd(of: text, .text)
    #expect(end % 3 == 0 && end <= DocumentSelection.textLimit && end > DocumentSelection.textLimit - 3)
    #expect(DocumentSelection.shownEnd(of: "abc", .text) == 3)
    let title = DocumentSelection.shownEnd(of: text, .title)
    #expect(title == 3 * Label.width / 2 && DocumentSelection.shownEnd(of: "abc", .title) == 3)
  }

  @Test func theHashIsWhatAContentSecurityPolicyWants() {
    // The SHA-256 of FIPS 180-4's example "abc", in Base64.
    #expect(StyleHash.sha256Base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    #expect(StyleHash.sha256Base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }
}
