/// Gathers the text of a page, block by block, from what the parser reports.
///
/// White space runs together as a browser shows it; `<br>` starts a new line inside a block, and `<pre>`
/// keeps its lines. Blocks without a word are no blocks.
final class HTMLTextCollector {
  private struct OpenElement {
    var name: String
    var traits: HTMLTraits
  }

  private(set) var page = HTMLPage()
  private var open: [OpenElement] = []
  private var blockStart = 0
  private var lineStart = 0
  /// Whether white space was met that only shows if something follows it on the line.
  private var owesSpace = false
  /// The links of the block at hand.
  private var links: [Range<Int>] = []
  private var linkStart = 0
  private var titleIsComplete = false

  private var traits: HTMLTraits { open.last?.traits ?? [] }

  /// An element starts.
  func start(_ name: String, _ attributes: HTMLAttributes) {
    if name == "meta" { page.take(meta: attributes) }
    if name == "br" { breakLine() }
    let inner = HTMLElement.traits(of: name, attributes, inside: traits)
    cross(to: inner, isBlock: inner.contains(.block))
    open.append(OpenElement(name: name, traits: inner))
  }

  /// An element ends. Those that were left open inside it end too; an end without a start is nothing.
  func end(_ name: String) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    if isTitle { titleIsComplete = true }
    let outer = index > 0 ? open[index - 1].traits : []
    cross(to: outer, isBlock: open[index...].contains { $0.traits.contains(.block) })
    open.removeSubrange(index...)
  }

  /// Text is met, in whole characters of UTF-8.
  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    if traits.contains(.unread) {
      if isTitle { page.title = (page.title ?? "") + String(decoding: text, as: UTF8.self) }
    } else if traits.contains(.preformatted) {
      appendAsItStands(text)
    } else {
      append(text)
    }
  }

  /// The page, once everything has been reported.
  func finish() -> HTMLPage {
    endBlock()
    page.title = page.title.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return page
  }

  /// Pictures have titles, too, and some pages a second one.
  private var isTitle: Bool {
    !titleIsComplete && open.count > 1 && open[open.count - 1].name == "title"
      && open[open.count - 2].name == "head"
  }

  /// Goes from the traits at hand to others.
  private func cross(to next: HTMLTraits, isBlock: Bool) {
    let changes = traits.symmetricDifference(next)
    if isBlock || !changes.isDisjoint(with: [.furniture, .preformatted, .main]) { endBlock() }
    guard changes.contains(.link) else { return }
    if next.contains(.link) { linkStart = page.bytes.count } else { endLink() }
  }

  private func endLink() {
    if linkStart < page.bytes.count { links.append(linkStart..<page.bytes.count) }
    linkStart = page.bytes.count
  }

  private func breakLine() {
    // In running text an empty line shows nothing.
    let isEmptyLine = page.bytes.count == lineStart && !traits.contains(.preformatted)
    if traits.contains(.unread) || isEmptyLine { return }
    page.bytes.append(UInt8(ascii: "\n"))
    lineStart = page.bytes.count
    owesSpace = false
  }

  private func append(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < text.count {
      if Self.isSpace(text[position]) {
        owesSpace = true
        position += 1
        continue
      }
      let start = position
      while position < text.count, !Self.isSpace(text[position]) { position += 1 }
      if owesSpace, page.bytes.count > lineStart { page.bytes.append(UInt8(ascii: " ")) }
      owesSpace = false
      page.bytes.append(contentsOf: text[start..<position])
    }
  }

  /// A line end right after `<pre>` is not part of the text.
  private func appendAsItStands(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text where byte != UInt8(ascii: "\r") {
      if byte == UInt8(ascii: "\n"), page.bytes.count == blockStart { continue }
      page.bytes.append(byte)
    }
    lineStart = page.bytes.count
  }

  private func endBlock() {
    if traits.contains(.link) { endLink() }
    while page.bytes.count > blockStart, let last = page.bytes.last, Self.isSpace(last) {
      page.bytes.removeLast()
    }
    let text = blockStart..<page.bytes.count
    let words = WordEstimate.count(page.bytes[text])
    if words > 0 {
      let linked = links.reduce(0) { $0 + WordEstimate.count(page.bytes[$1.clamped(to: text)]) }
      page.blocks.append(
        HTMLPage.Block(
          text: text, words: words, linkedWords: min(words, linked),
          isFurniture: traits.contains(.furniture), isMain: traits.contains(.main)))
    } else {
      page.bytes.removeSubrange(text)
    }
    blockStart = page.bytes.count
    lineStart = blockStart
    linkStart = blockStart
    owesSpace = false
    links = []
  }

  /// The white space of HTML: not the space that does not break.
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
