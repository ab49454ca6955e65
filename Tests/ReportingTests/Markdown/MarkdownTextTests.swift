import Testing

@testable import Reporting

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("a|b", "a\\|b"), ("*bold* _em_ ~x~", "\\*bold\\* \\_em\\_ \\~x\\~"), ("<b>", "&lt;b&gt;"),
    ("@someone #12", "&#64;someone \\#12"), ("https://x.y", "https&#58;//x.y"),
    ("see: this", "see: this"), ("www.x.y", "www&#46;x.y"), ("[a](b)", "\\[a\\](b)"),
    ("- no list", "\\- no list"), ("well-known", "well-known"), ("two\nlines", "two lines"),
    ("back\\slash `code`", "back\\\\slash \\`code\\`"),
  ])
  func textStaysText(_ text: String, _ markdown: String) {
    #expect(MarkdownText.inline(text) == markdown)
  }

  @Test(arguments: [
    ("id", "`id`"), ("a|b", "`a\\|b`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("``x", "``` ``x ```"),
    ("", ""),
  ])
  func codeFencesAreLongerThanWhatTheyHold(_ text: String, _ markdown: String) {
    #expect(MarkdownText.code(text) == markdown)
  }
}
