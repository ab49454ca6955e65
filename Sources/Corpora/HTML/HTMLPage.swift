/// What was found on a page: its blocks of text and what it says about itself.
struct HTMLPage {
  /// A paragraph, heading, item or cell.
  struct Block {
    /// Where its text stands in the page's bytes.
    var text: Range<Int>
    /// Its words, and those of them that are links.
    var words: Int
    var linkedWords: Int
    /// Whether it stands in a menu, a header, a footer or a form.
    var isFurniture: Bool
    /// Whether it stands in what is marked as the page's content.
    var isMain: Bool
  }

  /// The text of all blocks, in UTF-8.
  var bytes: [UInt8] = []
  /// In the order of the page.
  var blocks: [Block] = []
  /// What stands in `<title>`.
  var title: String?
  /// The headline, as pages tell it to those who link to them.
  var openGraphTitle: String?
  /// `article:published_time`.
  var published: String?
  /// The name of the site.
  var site: String?

  /// Takes what a `<meta>` says; of several of one kind the first counts.
  mutating func take(meta attributes: HTMLAttributes) {
    guard let name = attributes["property"] ?? attributes["name"],
      let content = attributes["content"]?.split(whereSeparator: \.isWhitespace).joined(separator: " "),
      !content.isEmpty
    else { return }
    switch name.lowercased() {
    case "og:title": openGraphTitle = openGraphTitle ?? content
    case "og:site_name": site = site ?? content
    case "article:published_time": published = published ?? content
    default: break
    }
  }
}
