import CSimdJSON

/// Takes fields of any names out of JSON objects, one line at a time.
final class JSONFieldParser {
  /// What one field of one line held.
  enum Value {
    case absent
    /// A string, or a number as spelled.
    case text(String)
    /// Null, true, false, an object.
    case other(String)
    /// An array, whose elements are not looked at.
    case array
  }

  /// Why a line gives no fields, in words.
  struct Problem: Error {
    var words: String
  }

  private let parser: OpaquePointer
  private var values: [refrain_json_value]
  private var output: [UInt8] = []

  /// - Precondition: at most 64 names, as many as the parser looks for.
  init(fields: [String]) {
    precondition(fields.count <= 64, "\(fields.count) fields")
    let names = fields.map { Array($0.utf8CString) }
    let ends = names.map(\.count).reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    parser = names.flatMap { $0 }.withUnsafeBufferPointer { all in
      let starts: [UnsafePointer<CChar>?] = ends.dropLast().map { offset in
        all.baseAddress.map { $0 + offset }
      }
      return refrain_json_parser_create(starts, starts.count)
    }
    values = Array(repeating: refrain_json_value(), count: fields.count)
  }

  deinit { refrain_json_parser_destroy(parser) }

  /// The values of a line's fields, in the order of the names.
  func decode(_ line: UnsafeBufferPointer<UInt8>) throws(Problem) -> [Value] {
    if output.count < line.count { output = Array(repeating: 0, count: line.count) }
    let outcome = output.withUnsafeMutableBufferPointer { output in
      refrain_json_decode(parser, line.baseAddress, line.count, output.baseAddress, &values)
    }
    switch outcome.status {
    case refrain_json_ok: break
    case refrain_json_invalid_utf8: throw Problem(words: "the line is no UTF-8")
    case refrain_json_not_an_object: throw Problem(words: "the line is JSON, but no object")
    default:
      throw Problem(
        words: "malformed JSON: \(outcome.message.map { String(cString: $0) } ?? "no JSON at all")")
    }
    return values.map { value in
      switch value.kind {
      case refrain_json_absent: .absent
      case refrain_json_string, refrain_json_number:
        .text(String(decoding: output[value.start..<value.start + value.length], as: UTF8.self))
      case refrain_json_array: .array
      case refrain_json_null: .other("null")
      case refrain_json_boolean: .other("true or false")
      default: .other("an object")
      }
    }
  }

  /// The keys of a line that has been decoded well.
  func keys(of line: UnsafeBufferPointer<UInt8>) -> [String] {
    let keys = [UInt8](unsafeUninitializedCapacity: max(line.count, 1)) { buffer, count in
      count = refrain_json_keys(parser, line.baseAddress, line.count, buffer.baseAddress)
    }
    // Every key is followed by a byte that is never part of UTF-8.
    return keys.split(separator: 0xFF, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
