import AnalysisModel
import CSimdJSON

/// Reads one JSON record at a time: decodes it, repairs it where that helps, and checks its fields.
struct JSONRecordReader {
  private let options: InputOptions
  private let parser: JSONRecordParser

  init(options: InputOptions) {
    self.options = options
    parser = JSONRecordParser(options: options)
  }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - room: where the texts of a block go; has room for the line past `used`.
  ///   - used: how much of the room is taken; grows by what this record needs.
  func read(
    _ line: UnsafeBufferPointer<UInt8>, at place: RecordPlace, into room: UnsafeMutablePointer<UInt8>,
    used: inout Int
  ) throws(RefrainError) -> JSONRecordDraft {
    switch parser.decode(line, into: room + used) {
    case nil:
      let start = used
      let draft = try draft(of: line, at: place, decoded: room + start) {
        .shared(start + $0.lowerBound..<start + $0.upperBound)
      }
      used += parser.fields.written
      return draft
    case .invalidUTF8: return try readRepaired(line, at: place)
    case let problem?: throw error(problem, in: line, at: place)
    }
  }

  /// Reads a line that is no UTF-8. Repairing may lengthen it, so its texts get an array of their own.
  private func readRepaired(
    _ line: UnsafeBufferPointer<UInt8>, at place: RecordPlace
  ) throws(RefrainError) -> JSONRecordDraft {
    let (repaired, places) = UTF8Repair.repaired(line)
    var problem: JSONRecordParser.Problem?
    let texts = [UInt8](unsafeUninitializedCapacity: repaired.count) { output, count in
      repaired.withUnsafeBufferPointer { line in
        problem = output.baseAddress.map { parser.decode(line, into: $0) } ?? .notAnObject
      }
      if problem == nil { count = parser.fields.written }
    }
    if let problem { throw error(problem, in: line, at: place) }
    typealias Outcome = Result<JSONRecordDraft, RefrainError>
    let outcome = repaired.withUnsafeBufferPointer { line -> Outcome in
      texts.withUnsafeBufferPointer { decoded -> Outcome in
        do throws(RefrainError) {
          return .success(
            try draft(of: line, at: place, decoded: decoded.baseAddress) { .own(texts[$0]) })
        } catch {
          return .failure(error)
        }
      }
    }
    var record = try outcome.get()
    record.notes.insert(
      DecodingNote(record: place.record, kind: .repair, message: UTF8Repair.note(places: places)), at: 0)
    return record
  }

  /// Checks the fields of the line decoded last.
  ///
  /// - Parameters:
  ///   - decoded: the output of the parser.
  ///   - text: makes a text of a range of the output.
  private func draft(
    of line: UnsafeBufferPointer<UInt8>, at place: RecordPlace, decoded: UnsafePointer<UInt8>?,
    text: (Range<Int>) -> JSONRecordDraft.Text
  ) throws(RefrainError) -> JSONRecordDraft {
    let fields = parser.fields
    func range(_ field: RecordField) throws(RefrainError) -> Range<Int>? {
      let value = fields[field]
      switch value.kind {
      case refrain_json_absent, refrain_json_null: return nil
      case refrain_json_string, refrain_json_number: return value.start..<value.start + value.length
      default:
        throw place.error(
          "the field ‘\(field.name(in: options))’ is \(Self.name(of: value.kind)), not a string",
          remedy: "\(field.option) NAME with another field, or --on-error skip")
      }
    }
    func string(_ field: RecordField) throws(RefrainError) -> String? {
      guard let range = try range(field) else { return nil }
      return String(
        decoding: UnsafeBufferPointer(
          rebasing: UnsafeBufferPointer(start: decoded, count: fields.written)[range]),
        as: UTF8.self)
    }
    let evidence = options.dateField
    return JSONRecordDraft(
      id: try string(.id), title: try range(.title).map(text), text: text(try textRange(in: line, at: place)),
      date: try string(.date).map { Document.DeclaredDate(text: $0, evidence: evidence) },
      source: try string(.source), place: place,
      fieldsSeen: fields.present,
      notes: surrogateNotes(fields.surrogates, record: place.record))
  }

  /// Where the text stands in the output; it must be there and be a string.
  private func textRange(
    in line: UnsafeBufferPointer<UInt8>, at place: RecordPlace
  ) throws(RefrainError) -> Range<Int> {
    let value = parser.fields[.text]
    if value.kind == refrain_json_string { return value.start..<value.start + value.length }
    let name = options.textField
    if value.kind == refrain_json_absent {
      throw place.error(
        "the record has no field ‘\(name)’; it has \(FieldList.spelled(parser.keys(of: line)))",
        remedy: "--text-field NAME with the field that holds the text, or --on-error skip")
    }
    throw place.error(
      "the text field ‘\(name)’ is \(Self.name(of: value.kind)), not a string",
      remedy: "--text-field NAME with a field that holds strings, or --on-error skip")
  }

  private func surrogateNotes(_ count: Int, record: Int) -> [DecodingNote] {
    if count == 0 { return [] }
    let escapes = count == 1 ? "1 lone surrogate escape was" : "\(count) lone surrogate escapes were"
    return [DecodingNote(record: record, kind: .repair, message: "\(escapes) replaced by U+FFFD")]
  }

  private func error(
    _ problem: JSONRecordParser.Problem, in line: UnsafeBufferPointer<UInt8>, at place: RecordPlace
  ) -> RefrainError {
    let first = line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    var remedy = RecordPlace.correctOrSkip
    if first == UInt8(ascii: "[") {
      remedy = "jq -c '.[]' \(place.path), which turns an array into one object a line"
    } else if first == UInt8(ascii: "{"), line.count == 1 {
      remedy = "jq -c . \(place.path), which writes one object a line"
    }
    switch problem {
    case .malformed(let message): return place.error("malformed JSON: \(message)", remedy: remedy)
    case .invalidUTF8: return place.error("the line is no UTF-8", remedy: remedy)
    case .notAnObject: return place.error("the line is JSON, but no object", remedy: remedy)
    }
  }

  private static func name(of kind: refrain_json_kind) -> String {
    switch kind {
    case refrain_json_null: "null"
    case refrain_json_number: "a number"
    case refrain_json_boolean: "true or false"
    case refrain_json_array: "an array"
    case refrain_json_object: "an object"
    default: "a string"
    }
  }
}
