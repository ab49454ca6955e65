/// The encoding that a page of HTML or XHTML states near its start.
enum StatedEncoding {
  /// As much as the HTML standard has browsers look at ("prescan a byte stream to determine its encoding").
  private static let inspected = 1024

  /// The encoding of `<meta charset="…">`, `<meta http-equiv=… content="…; charset=…">` or
  /// `<?xml … encoding="…"?>`, whichever comes first; nil where there is none, or none that exists.
  ///
  /// A page that states UTF-16 in letters of one byte is not in UTF-16, and what states UTF-7 is an attack;
  /// both count as nothing.
  static func find(in page: some Collection<UInt8>) -> TextEncoding? {
    let start = String(decoding: page.prefix(inspected).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
      .lowercased()
    let pattern = /<(?:meta\s[^>]*?\bcharset|\?xml\s[^>]*?\bencoding)\s*=\s*["']?\s*([a-z0-9_.:+-]+)/
    guard let label = start.firstMatch(of: pattern)?.1, let encoding = TextEncoding(label: String(label)),
      !encoding.isWide, !encoding.name.hasPrefix("UTF-7")
    else { return nil }
    return encoding
  }
}
