import AnalysisModel
import Foundation
import TestSupport
import Testing

@testable import Corpora

@Suite struct HTMLTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func page(_ source: String) async throws -> Document {
    try #require(try await read(try folder.write("a.html", source)).documents.first)
  }

  /// The text of a fragment in which nothing is boilerplate, since the page says so.
  private func text(_ fragment: String) async throws -> String {
    let more = "And ten more words so that this is a text worth having."
    return try await page("<main>\(fragment)<p>\(more)</main>").text.string
      .replacing("\n\(more)", with: "")
  }

  private static let paragraphs = [
    "The ferry between the two islands has been out of service since Tuesday evening, when a storm tore "
      + "loose the landing stage on the northern shore and damaged its engine.",
    "Some four hundred people are waiting for a way home, among them two school classes that had been on a "
      + "trip.",
    "The harbour master said that a replacement would arrive before the weekend if the wind went down as "
      + "forecast.",
  ]

  @Test func ofANewsPageTheArticleIsLeft() async throws {
    let document = try await page(
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
      <title>Ferry out of service &ndash; The Island Post</title>
      <meta property="og:title" content="Ferry out of &quot;service&quot;">
      <meta property="og:site_name" content="The Island Post">
      <meta property="article:published_time" content="2024-03-01T09:30:00Z">
      <style>p { color: red }</style><script>var text = "<p>not text</p>";</script></head>
      <body><header><a href="/"><img alt="logo"></a> <span>Independent since 1911, read by everyone who lives
      on one of the islands or has ever wanted to.</span></header>
      <nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav>
      <div class="menu"><a href="/a">All about the weather on the islands</a> |
      <a href="/b">Tides and moon</a></div>
      <div class="story"><h1>Ferry out of &#34;service&#34;</h1><p class="by">By Ada Quill</p>
      <p>\(Self.paragraphs[0])</p><figure><img src="x.jpg">
      <figcaption>The landing stage.</figcaption></figure>
      <p>\(Self.paragraphs[1]) <a href="/trip">The trip</a> was to last a week.</p>
      <aside><p>Subscribe to our letter and read the news of both islands every morning before anyone
      else.</p></aside><p hidden>A hidden paragraph that has more than sixteen words in it and would else be taken
      for some content.</p><p style="Display : none">Another hidden one that has more than sixteen words in it and
      would be taken for it.</p>
      <p>\(Self.paragraphs[2])</p></div>
      <div class="related"><ul><li><a href="/1">Storm warning for the northern shore and beyond</a></li>
      <li><a href="/2">Why the old landing stage was never repaired in time</a></li></ul></div>
      <form><label>Search all that was ever written in this paper, from its first day on, for a word of yours:
      <input name="q"></label><button>Go</button></form>
      <footer>© 1911–2024 The Island Post. All rights reserved, no part may be copied without a written
      permission.</footer><noscript>Please turn on the scripts in your browser, without which this page is not what
      it could be</noscript></body></html>
      """)
    #expect(
      document.text.string == """
        By Ada Quill
        \(Self.paragraphs[0])
        The landing stage.
        \(Self.paragraphs[1]) The trip was to last a week.
        \(Self.paragraphs[2])
        """)
    #expect(document.title?.string == "Ferry out of \"service\"" && document.source == "The Island Post")
    #expect(document.declaredDate == Document.DeclaredDate(text: "2024-03-01T09:30:00Z", evidence: "meta"))
    #expect(document.id == "a.html" && document.origin.record == nil)
  }

  @Test func theHeaderOfAnArticleIsNoneOfThePage() async throws {
    let document = try await page(
      """
      <body><header><p>Site header with quite a number of words in it, more than sixteen, so that only
      its place tells.</p></header><article><header><h1>Headline</h1><time>1 March 2024</time></header>
      <p>Short one.</p><p>\(Self.paragraphs[0])</p><ul><li><a href="x">Read on about it</a></ul></article>
      """)
    #expect(document.text.string == "Headline\n1 March 2024\nShort one.\n\(Self.paragraphs[0])")
  }

  @Test(arguments: [
    ("a <b>b</b>c<i> d </i>\n\t e", "a bc d e"), ("a<br>b<br/><br>  c<br>", "a\nb\nc"),
    ("<p>a<p>b<div>c</div>d", "a\nb\nc\nd"), ("<ul><li>a<li>b <b>c</b></ul>", "a\nb c"),
    ("<table><tr><td>a<td>b<tr><th>c</table>", "a\nb\nc"),
    ("&lt;p&gt; &amp;amp; &eacute;&#233;&#x1F600;", "<p> &amp; éé😀"),
    ("a &nosuch; b & c", "a &nosuch; b & c"), ("a<!-- <p>no</p> -->b", "ab"),
    ("<pre>\n  x\n\n    y  \n</pre>z", "  x\n\n    y\nz"), ("<pre>a<br>b <b>c\n</b> d</pre>", "a\nb c\n d"),
    ("<pre>a\r\nb</pre>", "a\nb"), ("a&nbsp;b", "a\u{A0}b"), ("<p>***</p>a<p> </p><hr>b", "a\nb"),
    ("<svg><title>no</title><text>no</text></svg>a", "a"), ("<x-card>a</x-card><x-card>b</x-card>", "ab"),
    ("<span hidden>no</span>a<template>no</template>", "a"),
    ("<button>no</button>a<select><option>no</select>", "a"),
    ("<div role=navigation>no</div>a", "a"), ("</p></div></b>a</i>", "a"), ("<b><p>a</b>b</p>c", "ab\nc"),
  ])
  func textIsAsABrowserShowsIt(fragment: String, expected: String) async throws {
    #expect(try await text(fragment) == expected)
  }

  @Test(arguments: [
    ("Hello world", "Hello world"), ("<title>T</title>", ""), ("", ""), ("<p>one<p>two", "one\ntwo"),
    ("<frameset><frame src=x></frameset>", ""), ("no tags & no < body", "no tags & no < body"),
    ("<body style='visibility:hidden'>shown by a script", "shown by a script"),
  ])
  func whereNearlyNothingWouldRemainAllIsKept(source: String, expected: String) async throws {
    #expect(try await page(source).text.string == expected)
  }

  @Test func aListOfLinksAndAFormAroundAPageAreRead() async throws {
    let names = (0..<20).map { "Entry number \($0)" }
    let list = try await page(
      "<nav><a href=x>Home</a></nav><ul>" + names.map { "<li><a href=x>\($0)</a>" }.joined() + "</ul>")
    #expect(list.text.string == names.joined(separator: "\n"))
    let form = try await page(
      "<form><div><a href=x>Home</a> <a href=y>News</a></div>"
        + "<p>\(Self.paragraphs[0])<p>\(Self.paragraphs[1])</form>")
    #expect(form.text.string == Self.paragraphs[0] + "\n" + Self.paragraphs[1])
  }

  @Test(
    arguments: [
      ("<title>\n A  title \n</title>", "A title"), ("<title>A</title><title>B</title>", "A"),
      ("<svg><title>no</title></svg><p>x", nil),
      ("<title></title><meta property='og:title' content=' '>", nil),
      ("<meta name=og:title content='A &amp; B'><title>C</title>", "A & B"),
    ] as [(String, String?)])
  func titles(source: String, expected: String?) async throws {
    #expect(try await page(source).title?.string == expected)
  }

  @Test(
    arguments: [
      ("<meta charset=windows-1251>", [0xCF, 0xF0, 0xE8], "При"),
      (
        "<META HTTP-EQUIV=Content-Type CONTENT=\"text/html; charset=ISO-8859-1\">", [0x93, 0xE9, 0x94], "“é”"
      ),
      ("<?xml version=\"1.0\" encoding=\"iso-8859-15\"?>", [0xA4], "€"),
      ("<meta charset='no-such'>", [0xE9], "é"),
      ("<meta charset=latin1>", [0xC3, 0xA9], "é"), ("<meta charset=utf-16>", [0xC3, 0xA9], "é"),
      ("<meta charset=shift_jis>", [0x95, 0x5C], "表"),
    ] as [(String, [UInt8], String)])
  func encodingsThatAPageStates(head: String, bytes: [UInt8], expected: String) async throws {
    let path = try folder.write("a.html", Array("\(head)<p>text x".utf8) + bytes + Array("</p>".utf8))
    #expect(try await read(path).texts == ["text x\(expected)"])
  }

  @Test(.timeLimit(.minutes(5))) func hostilePagesAreReadWithoutACrash() async throws {
    let depth = 100_000
    let words = "words at the bottom of it all that are to be found in the end"
    for opening in ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<a href=x>"] {
      let closing = opening == "<div>" ? "</div>" : ""
      let source =
        String(repeating: opening, count: depth) + words + String(repeating: closing, count: depth)
      #expect(try await page(source).text.string == words, "\(opening)")
    }
    let lists = [
      "<!--" + String(repeating: "-", count: 1 << 20), "<" + String(repeating: "a", count: 1 << 20),
      "<p " + String(repeating: "x=y ", count: 1 << 18), String(repeating: "&", count: 1 << 20),
      "<script>" + String(repeating: "</", count: 1 << 19), "<pre>" + String(repeating: "\n", count: 1 << 20),
      "<img src='data:" + String(repeating: "A", count: 11_000_000) + "'>\(words)",
    ]
    for source in lists { _ = try await page(source) }
    #expect(try await page(lists[6]).text.string == words)
  }

  @Test func aPageOfTenMegabytesIsReadWhole() async throws {
    let count = 60_000
    let source = (0..<count).map { "<p>\($0) \(Self.paragraphs[0])</p>\n" }.joined()
    #expect(source.utf8.count > 10_000_000)
    let lines = try await page("<body>" + source).text.string.split(separator: "\n")
    #expect(lines.count == count && lines[count - 1] == "\(count - 1) \(Self.paragraphs[0])")
  }

  @Test func pagesAreTheSameOnAnyNumberOfThreads() async throws {
    for number in 0..<200 {
      let paragraph = Self.paragraphs[number % 3]
      try folder.write("\(number).html", "<title>\(number)</title><p>\(paragraph)<div>\(number)")
    }
    let one = try await read(folder.path, threads: 1)
    #expect(one.documents.count == 200)
    for _ in 0..<3 { #expect(try await read(folder.path, threads: 4).documents == one.documents) }
  }
}

@Suite struct BoilerplateFilterTests {
  /// Blocks of so many words, of which so many are links.
  private func blocks(_ counts: [(words: Int, linked: Int)], isMain: Bool = false) -> [HTMLPage.Block] {
    counts.enumerated().map { index, count in
      HTMLPage.Block(
        text: index..<index + 1, words: count.words, linkedWords: count.linked, isFurniture: false,
        isMain: isMain)
    }
  }

  private func kept(_ counts: [(words: Int, linked: Int)], isMain: Bool = false) -> [Int] {
    BoilerplateFilter.content(of: blocks(counts, isMain: isMain)).map(\.text.lowerBound)
  }

  @Test func theCutsAreThoseOfThePaper() {
    // A third of links is content still, more is not.
    #expect(kept([(30, 10), (30, 11), (30, 0)]) == [0, 2])
    // Of short blocks the neighbours decide: what follows has 16 words, what came before 5.
    #expect(kept([(3, 0), (16, 0), (3, 0), (20, 0)]) == [0, 2, 3])
    #expect(kept([(3, 0), (15, 0), (60, 0)]) == [1, 2])
    #expect(kept([(60, 0), (4, 0), (4, 0), (3, 0)]) == [0, 1])
    #expect(kept([(60, 0), (5, 0), (4, 0), (3, 0)]) == [0, 1, 2])
    // After links a block must be longer.
    #expect(kept([(9, 5), (40, 0), (17, 0), (3, 0)]) == [1, 2, 3])
    #expect(kept([(9, 6), (40, 0), (17, 0), (3, 0)]) == [2, 3])
    #expect(kept([(9, 6), (41, 0), (3, 0), (3, 0)]) == [1, 2])
    #expect(kept([(9, 6), (3, 0), (18, 0)]) == [1, 2])
  }

  @Test func whatAPageMarksAsItsContentNeedsNoLength() {
    #expect(kept([(5, 0), (2, 0), (4, 2), (6, 0)], isMain: true) == [0, 1, 3])
  }

  @Test(arguments: [
    ("", 0), ("one", 1), ("  one, two – 3 |  * ", 3), ("it's e-mail", 2), ("été déjà", 2),
    ("你好世界", 2), ("你好世", 2),
    ("日本語 and", 3), ("สวัสดี", 3), ("안녕 하세요", 2), ("a\u{A0}b", 2),
  ])
  func words(text: String, count: Int) {
    #expect(WordEstimate.count(Array(text.utf8)[...]) == count)
  }
}
