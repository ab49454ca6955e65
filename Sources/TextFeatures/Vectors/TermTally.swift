/// Counts the terms of one document after another.
struct TermTally: ~Copyable {
  /// The document that held the term last, where in that document's row the term stands, and how many
  /// documents held it.
  struct Mark: BitwiseCopyable {
    var document: UInt32 = .max
    var position: UInt32 = 0
    var documents: UInt32 = 0
  }

  private var marks = GrowingBuffer<Mark>(capacity: 1 << 12)
  private var row = GrowingBuffer<TermCount>(capacity: 1 << 10)
  private var document: UInt32 = 0

  /// Counts terms of the document at hand.
  ///
  /// - Parameter termCount: all terms are below it.
  @inline(__always)
  mutating func count(_ terms: UnsafeBufferPointer<UInt32>, termCount: Int) {
    marks.extend(to: termCount, with: Mark())
    row.reserve(terms.count)
    var size = row.count
    let entries = row.base
    for term in terms {
      // Without branches, for whether a word has stood in a text before cannot be foretold.
      let mark = marks[Int(term)]
      let isNew = mark.document != document
      let position = isNew ? size : Int(mark.position)
      let before = isNew ? 0 : entries[position].count
      entries[position] = TermCount(term: term, count: before + 1)
      size += isNew ? 1 : 0
      marks[Int(term)] = Mark(
        document: document, position: UInt32(truncatingIfNeeded: position),
        documents: mark.documents + (isNew ? 1 : 0))
    }
    row.setCount(size)
  }

  /// Hands over the counts of the document at hand; what is counted next belongs to the next one.
  mutating func endDocument(into rows: inout TermCountRows) {
    rows.append(row.elements)
    row.setCount(0)
    document += 1
  }

  /// For every term, how many documents held it.
  var documentFrequencies: [UInt32] { marks.elements.map(\.documents) }
}
