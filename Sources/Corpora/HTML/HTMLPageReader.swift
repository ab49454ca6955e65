import AnalysisModel

/// Makes a document of a page.
enum HTMLPageReader {
  /// The evidence of a date that a page gives.
  private static let dateEvidence = "meta"

  /// Replaces the source of a page by its text, one line a block, and fills in what the page says about
  /// itself.
  ///
  /// - Throws: `RefrainError` for a page that is larger than 2 GiB.
  static func read(into record: inout DecodedRecord, path: String) throws(RefrainError) {
    guard record.text.count <= HTMLParser.largestPage else {
      throw RefrainError(
        "the page is larger than 2 GiB", path: path, remedy: "split it, or --on-error skip to leave it out")
    }
    let collector = HTMLTextCollector()
    record.text.bytes.withUnsafeBufferPointer { HTMLParser.parse($0, into: collector) }
    let page = collector.finish()
    var text: [UInt8] = []
    text.reserveCapacity(page.bytes.count + page.blocks.count)
    for block in BoilerplateFilter.content(of: page.blocks) {
      if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
      text += page.bytes[block.text]
    }
    record.text = UTF8Text(validated: wellFormed(text))
    // Sites add their name to the title, not to the headline that others link to.
    if let title = [page.openGraphTitle, page.title].compactMap(\.self).first(where: { !$0.isEmpty }) {
      record.title = UTF8Text(title)
    }
    record.date = page.published.map { Document.DeclaredDate(text: $0, evidence: dateEvidence) }
    record.source = page.site
  }

  /// What libxml2 hands over is UTF-8; that texts are is too much relied upon not to be checked.
  private static func wellFormed(_ text: [UInt8]) -> ArraySlice<UInt8> {
    text.withUnsafeBufferPointer { UTF8Repair.isValid($0) ? text[...] : UTF8Repair.repaired($0).bytes[...] }
  }
}
