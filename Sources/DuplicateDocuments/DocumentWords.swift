import AnalysisModel
import TextFeatures

/// The tokens of one document as they are written there.
struct DocumentWords {
  let document: Document
  let fields: ComparedFields
  /// The positions of the document's tokens that take part.
  let positions: Range<Int>
  /// The position of the text's first token, after the title's.
  let border: Int
  private let index: Int

  init(_ document: Document, index: Int, fields: ComparedFields) {
    self.document = document
    self.fields = fields
    self.index = index
    positions = fields.positions(of: index)
    border = fields.titlePositions(of: index).upperBound
  }

  /// The token ids, title first.
  var ids: ArraySlice<UInt32> { fields.tokens.ids[positions] }

  /// How many of the tokens belong to the title.
  var titleCount: Int { border - positions.lowerBound }

  /// The id of a token; offsets count from the document's first token.
  func token(_ offset: Int) -> UInt32 { fields.tokens.ids[positions.lowerBound + offset] }

  /// The ids of a stretch of tokens.
  func tokens(_ offsets: Range<Int>) -> ArraySlice<UInt32> {
    fields.tokens.ids[
      positions.lowerBound + offsets.lowerBound..<positions.lowerBound + offsets.upperBound]
  }

  /// The offset of the first token of the field that a token stands in.
  func fieldStart(of offset: Int) -> Int { offset < titleCount ? 0 : titleCount }

  /// The offset after the last token of the field that a token stands in.
  func fieldEnd(of offset: Int) -> Int { offset < titleCount ? titleCount : positions.count }

  /// Where a stretch of tokens of one field stands.
  ///
  /// - Precondition: the stretch is not empty.
  func place(_ offsets: Range<Int>) -> Place {
    let first = positions.lowerBound + offsets.lowerBound
    let field: DocumentField = first < border ? .title : .text
    let start = fields.tokens.bytes(at: first).lowerBound
    let end = fields.tokens.bytes(at: positions.lowerBound + offsets.upperBound - 1).upperBound
    var resolver = PlaceResolver(document: index, field: field, text: document.text(of: field))
    return resolver.place(of: start..<end)
  }

  /// A token as written; offsets count from the document's first token.
  func word(_ offset: Int) -> String {
    spelling(positions.lowerBound + offset..<positions.lowerBound + offset + 1)
  }

  /// A stretch of tokens of one field as written, with what stands between them; white space becomes one
  /// space. Of a stretch of more than `limit` tokens only the first and the last are given, with "…" between.
  func phrase(_ offsets: Range<Int>, limit: Int) -> String {
    if offsets.isEmpty { return "" }
    let range = positions.lowerBound + offsets.lowerBound..<positions.lowerBound + offsets.upperBound
    if range.count > limit {
      let head = range.prefix(limit - limit / 3)
      let tail = range.suffix(limit / 3)
      return spelling(head) + " … " + spelling(tail)
    }
    return spelling(range)
  }

  private func spelling(_ range: Range<Int>) -> String {
    let field: DocumentField = range.lowerBound < border ? .title : .text
    let start = fields.tokens.bytes(at: range.lowerBound).lowerBound
    let end = fields.tokens.bytes(at: range.upperBound - 1).upperBound
    let text = document.text(of: field)[start..<end].string
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a token is a number, a name or a date: the rule of `FactWords`.
  func isFact(_ offset: Int) -> Bool {
    let word = word(offset)
    if FactWords.isNumberOrDate(word) { return true }
    guard FactWords.isCapitalised(word) else { return false }
    let position = positions.lowerBound + offset
    if isEvidentName(position) { return true }
    let id = fields.tokens.ids[position]
    return (border..<positions.upperBound).contains { other in
      fields.tokens.ids[other] == id && other != position && isEvidentName(other)
    }
  }

  /// Whether a token has a capital where mostly names have one.
  private func isEvidentName(_ position: Int) -> Bool {
    guard FactWords.isCapitalised(word(position - positions.lowerBound)),
      !(position < border && isHeadlineCased)
    else { return false }
    if !startsSentence(position) { return true }
    let next = position + 1
    guard next < positions.upperBound, next != border else { return false }
    return FactWords.isCapitalised(word(next - positions.lowerBound))
  }

  /// Whether no long word of the title begins with a small letter.
  var isHeadlineCased: Bool {
    !(0..<border - positions.lowerBound).contains { FactWords.isLongAndSmall(word($0)) }
  }

  /// Whether nothing, a line end or a full stop stands before a token, quotation marks and brackets aside.
  func startsSentence(_ position: Int) -> Bool {
    if position == positions.lowerBound || position == border { return true }
    let field: DocumentField = position < border ? .title : .text
    let start = fields.tokens.bytes(at: position).lowerBound
    let previous = fields.tokens.bytes(at: position - 1).upperBound
    guard previous < start else { return false }
    return document.text(of: field)[previous..<start].bytes.contains { sentenceEnds.contains($0) }
  }
}

/// Bytes that end a sentence or a line. A dot after an abbreviation is taken for an end too: then a name may
/// be missed, never invented.
private let sentenceEnds: Set<UInt8> = Set(".!?:\n".utf8)
