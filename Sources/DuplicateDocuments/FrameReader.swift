import AnalysisModel
import TextFeatures

/// Reads contents as frames: whatever may be a fact is left open.
///
/// A token stays in the frame unless it is a number, a date or written with a capital. That leaves more open
/// than the facts, names at the start of a sentence for example, and takes one look at a token: equal frames
/// only propose a template.
struct FrameReader: Sendable {
  let facts: ContentFacts
  let terms: FactTerms

  /// Stands for a run of open tokens; no vocabulary has so many terms.
  static let slot = UInt32.max
  /// Stands between title and text.
  static let border = UInt32.max - 1

  /// The hash of a content's frame and how many tokens are in it.
  func hash(of content: Int) -> (hash: UInt64, words: Int) {
    var hash: UInt64 = 0
    var words = 0
    read(content) { token in
      hash = ContentHash.combine(hash, UInt64(token))
      words += token < Self.border ? 1 : 0
    }
    return (ContentHash.mixed(hash), words)
  }

  /// A content's frame: its tokens, one `slot` for every maximal run of open ones.
  func frame(of content: Int) -> [UInt32] {
    var frame: [UInt32] = []
    read(content) { frame.append($0) }
    return frame
  }

  /// Marks the terms among `candidates` that a content writes with a small letter.
  func noteSmall(_ content: Int, candidates: [Bool], found: inout Set<UInt32>) {
    let words = facts.words(of: content)
    for position in words.positions {
      let id = fields.tokens.ids[position]
      if candidates[Int(id)], !words.isCapitalised(at: position) { found.insert(id) }
    }
  }

  private var fields: ComparedFields { facts.fields }

  @inline(__always)
  private func read(_ content: Int, _ body: (UInt32) -> Void) {
    let leader = facts.contents.leaders[content]
    let document = facts.documents[leader]
    let title = fields.titlePositions(of: leader)
    if !title.isEmpty { read(title, of: document.text(of: .title), body) }
    body(Self.border)
    read(title.upperBound..<fields.positions(of: leader).upperBound, of: document.text, body)
  }

  @inline(__always)
  private func read(_ positions: Range<Int>, of text: UTF8Text, _ body: (UInt32) -> Void) {
    let tokens = fields.tokens
    text.bytes.withUnsafeBufferPointer { bytes in
      var isOpen = false
      for position in positions {
        let id = tokens.ids[position]
        if terms.contains(id) || Self.isCapital(bytes, at: Int(tokens.starts[position])) {
          if !isOpen { body(Self.slot) }
          isOpen = true
        } else {
          body(id)
          isOpen = false
        }
      }
    }
  }

  @inline(__always)
  private static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let first = bytes[start]
    if first < 0x80 { return first &- UInt8(ascii: "A") < 26 }
    let character = bytes[start...].prefix(4)
    return FactWords.isCapitalised(String(decoding: character, as: UTF8.self))
  }
}
