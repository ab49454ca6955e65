import AnalysisModel

/// A decoded JSON record whose texts may still lie in an array that is being filled.
struct JSONRecordDraft {
  /// A decoded string: in the array its block shares, or, for a repaired line, in one of its own.
  enum Text {
    case shared(Range<Int>)
    case own(ArraySlice<UInt8>)

    fileprivate func text(in shared: [UInt8]) -> UTF8Text {
      switch self {
      case .shared(let range): UTF8Text(validated: shared[range])
      case .own(let bytes): UTF8Text(validated: bytes)
      }
    }
  }

  var id: String?
  var title: Text?
  var text: Text
  var date: Document.DeclaredDate?
  var source: String?
  var place: RecordPlace
  var fieldsSeen: RecordFields
  var notes: [DecodingNote]

  /// The record, once the shared array is complete.
  func record(texts: [UInt8]) -> DecodedRecord {
    DecodedRecord(
      id: id, title: title?.text(in: texts), text: text.text(in: texts), date: date, source: source,
      record: place.record, line: place.line, bytes: place.bytes)
  }
}
