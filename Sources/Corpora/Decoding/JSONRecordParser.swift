import AnalysisModel
import CSimdJSON

/// Takes the fields of interest out of JSON objects, one line at a time.
final class JSONRecordParser {
  /// What one line held.
  struct Fields {
    fileprivate var values: [refrain_json_value]
    /// Output bytes used.
    fileprivate(set) var written = 0
    /// Lone surrogate escapes replaced.
    fileprivate(set) var surrogates = 0

    /// What a field holds and where in the output.
    subscript(field: RecordField) -> refrain_json_value { values[field.rawValue] }

    /// The fields that are there, null or not.
    var present: RecordFields {
      var present = RecordFields()
      for field in RecordField.allCases where self[field].kind != refrain_json_absent {
        present.insert(field)
      }
      return present
    }
  }

  /// Why a line gives no record.
  enum Problem: Error {
    case invalidUTF8
    case notAnObject
    case malformed(String)
  }

  private let parser: OpaquePointer
  /// What the line decoded last held.
  private(set) var fields: Fields

  init(options: InputOptions) {
    let names = RecordField.allCases.map { Array($0.name(in: options).utf8CString) }
    let ends = names.map(\.count).reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    parser = names.flatMap { $0 }.withUnsafeBufferPointer { all in
      let starts: [UnsafePointer<CChar>?] = ends.dropLast().map { all.baseAddress! + $0 }
      return refrain_json_parser_create(starts, starts.count)
    }
    fields = Fields(
      values: Array(repeating: refrain_json_value(), count: RecordField.allCases.count))
  }

  deinit { refrain_json_parser_destroy(parser) }

  /// Decodes a line into `fields`; the fields' bytes go to the output.
  ///
  /// - Parameter output: room for as many bytes as the line has.
  /// - Returns: why there are no fields; nil where there are.
  func decode(_ line: UnsafeBufferPointer<UInt8>, into output: UnsafeMutablePointer<UInt8>) -> Problem? {
    let outcome = refrain_json_decode(parser, line.baseAddress, line.count, output, &fields.values)
    fields.written = outcome.written
    fields.surrogates = outcome.surrogates
    switch outcome.status {
    case refrain_json_ok: return nil
    case refrain_json_invalid_utf8: return .invalidUTF8
    case refrain_json_not_an_object: return .notAnObject
    default: return .malformed(Self.words(for: outcome))
    }
  }

  /// simdjson's sentence without its full stop, and where the line stopped making sense.
  private static func words(for outcome: refrain_json_outcome) -> String {
    var words = outcome.message.map { String(cString: $0) } ?? "it is no JSON"
    if words.hasSuffix("."), !words.hasSuffix("etc.") { words.removeLast() }
    // SIZE_MAX, an unknown position, arrives as -1.
    return outcome.position < 0 ? words : "\(words) (at byte \(outcome.position + 1))"
  }

  /// The keys of a line that has been decoded well.
  func keys(of line: UnsafeBufferPointer<UInt8>) -> [String] {
    let keys = [UInt8](unsafeUninitializedCapacity: max(line.count, 1)) { buffer, count in
      count = refrain_json_keys(parser, line.baseAddress, line.count, buffer.baseAddress)
    }
    // Every key is followed by the separator, so an empty list is no empty key.
    return keys.isEmpty
      ? []
      : keys.dropLast().split(separator: 0xFF, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
  }
}
