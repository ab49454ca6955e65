import AnalysisModel
import TextFeatures

/// Turns stretches of a document's tokens into places; cheapest when they ascend.
struct TokenPlaces {
  private let fields: ComparedFields
  private let start: Int
  private let border: Int
  private var title: PlaceResolver
  private var text: PlaceResolver

  /// - Parameters:
  ///   - index: the document's index among the tokens.
  ///   - name: the index that places give it.
  init(_ document: Document, index: Int, name: Int, fields: ComparedFields) {
    self.fields = fields
    start = fields.positions(of: index).lowerBound
    border = fields.titlePositions(of: index).upperBound
    title = PlaceResolver(document: name, field: .title, text: document.text(of: .title))
    text = PlaceResolver(document: name, field: .text, text: document.text)
  }

  /// The place of some tokens of one field; nil of none.
  ///
  /// - Parameter offsets: count from the document's first token.
  mutating func place(of offsets: Range<Int>) -> Place? {
    guard !offsets.isEmpty else { return nil }
    let first = start + offsets.lowerBound
    let last = start + offsets.upperBound - 1
    let bytes = fields.tokens.bytes(at: first).lowerBound..<fields.tokens.bytes(at: last).upperBound
    return first < border ? title.place(of: bytes) : text.place(of: bytes)
  }
}
