import AnalysisModel
import TextFeatures

/// The fields that take part in the comparison, as bytes and as tokens.
struct ComparedFields: Sendable {
  let tokens: TokenizedCorpus
  let includeTitle: Bool

  /// The positions of the tokens that take part: title, then text.
  func positions(of document: Int) -> Range<Int> {
    includeTitle ? tokens.positions(of: document) : tokens.positions(of: document, .text)
  }

  /// The positions of the title's tokens, empty where titles take no part.
  func titlePositions(of document: Int) -> Range<Int> {
    let all = positions(of: document)
    return includeTitle ? tokens.positions(of: document, .title) : all.lowerBound..<all.lowerBound
  }

  /// An absent title equals an empty one.
  func byteHash(of document: Document) -> UInt64 {
    let title = includeTitle ? ContentHash.hash(of: document.text(of: .title).bytes, seed: 1) : 0
    return ContentHash.hash(of: document.text.bytes, seed: title)
  }

  func haveSameBytes(_ a: Document, _ b: Document) -> Bool {
    a.text.bytes == b.text.bytes
      && (!includeTitle || a.text(of: .title).bytes == b.text(of: .title).bytes)
  }

  func tokenHash(of document: Int) -> UInt64 {
    let title = titlePositions(of: document)
    // Documents without tokens equal none but themselves; apart, they do not crowd one slot.
    if positions(of: document).isEmpty { return ContentHash.mixed(UInt64(document)) }
    return ContentHash.hash(of: tokens.ids[positions(of: document)], seed: UInt64(title.count))
  }

  func haveSameTokens(_ a: Int, _ b: Int) -> Bool {
    let left = positions(of: a)
    guard !left.isEmpty, titlePositions(of: a).count == titlePositions(of: b).count else { return false }
    return tokens.ids[left] == tokens.ids[positions(of: b)]
  }
}
