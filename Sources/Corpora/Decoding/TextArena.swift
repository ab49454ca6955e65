import AnalysisModel

/// Collects the texts of CSV rows in a few large arrays.
struct TextArena {
  /// A row whose texts lie in the array that is being filled.
  private struct Draft {
    var id: String?
    var title: Range<Int>?
    var text: Range<Int>
    var date: Document.DeclaredDate?
    var source: String?
    var place: RecordPlace
  }

  /// An array past this size is closed, so that growing never copies much.
  private static let closingSize = 1 << 22

  private var bytes: [UInt8] = []
  private var drafts: [Draft] = []
  private var records: [DecodedRecord] = []

  /// Adds a row. Empty cells of optional fields count as absent.
  mutating func add(
    row: CSVRowParser, columns: CSVColumns, decoder: TextDecoder, place: RecordPlace, evidence: String,
    notes: inout [DecodingNote]
  ) {
    var illFormedPlaces = 0
    var nuls = 0
    func decoded(_ field: RecordField) -> ArraySlice<UInt8> {
      guard let column = columns[field] else { return [] }
      let cell = decoder.decode(row[column])
      illFormedPlaces += cell.illFormedPlaces
      nuls += cell.nuls
      return cell.bytes
    }
    func string(_ field: RecordField) -> String? {
      let cell = decoded(field)
      return cell.isEmpty ? nil : String(decoding: cell, as: UTF8.self)
    }
    let title = decoded(.title)
    drafts.append(
      Draft(
        id: string(.id), title: title.isEmpty ? nil : append(title), text: append(decoded(.text)),
        date: string(.date).map { Document.DeclaredDate(text: $0, evidence: evidence) },
        source: string(.source), place: place))
    notes += decoder.notes(illFormedPlaces: illFormedPlaces, nuls: nuls)
      .map { DecodingNote(record: place.record, kind: .repair, message: $0) }
    if bytes.count >= Self.closingSize { close() }
  }

  /// All rows as records.
  mutating func finish() -> [DecodedRecord] {
    close()
    return records
  }

  private mutating func append(_ cell: ArraySlice<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: cell)
    return start..<bytes.count
  }

  private mutating func close() {
    for draft in drafts {
      records.append(
        DecodedRecord(
          id: draft.id, title: draft.title.map { UTF8Text(validated: bytes[$0]) },
          text: UTF8Text(validated: bytes[draft.text]), date: draft.date, source: draft.source,
          record: draft.place.record, line: draft.place.line, bytes: draft.place.bytes))
    }
    drafts = []
    bytes = []
  }
}
