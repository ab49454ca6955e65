import AnalysisModel
import Foundation

/// One line of a JSON lines file, with the fields that were asked for.
struct JSONFieldLine {
  /// The file.
  let path: String
  /// Counted from 1.
  let number: Int
  private let names: [String]
  private let values: [JSONFieldParser.Value]
  private let keys: () -> [String]
  private let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameters:
  ///   - keys: all keys of the line; asked only where one is missed.
  ///   - bytes: the line; used only while the line is at hand.
  init(
    path: String, number: Int, names: [String], values: [JSONFieldParser.Value],
    bytes: UnsafeBufferPointer<UInt8>, keys: @escaping () -> [String]
  ) {
    self.path = path
    self.number = number
    self.names = names
    self.values = values
    self.bytes = bytes
    self.keys = keys
  }

  /// Whether a field is there and not null.
  func has(_ name: String) -> Bool {
    switch value(name) {
    case .absent, .other("null"): false
    default: true
    }
  }

  /// A string, or a number as spelled.
  ///
  /// - Parameter remedy: what to try where it is not there.
  func text(_ name: String, remedy: String) throws(RefrainError) -> String {
    if let text = try optionalText(name, remedy: remedy) { return text }
    throw error(
      "the record has no field ‘\(name)’; it has \(FieldList.spelled(keys()))", remedy: remedy)
  }

  /// A string, or a number as spelled; nil where the field is absent or null.
  func optionalText(_ name: String, remedy: String) throws(RefrainError) -> String? {
    switch value(name) {
    case .absent, .other("null"): return nil
    case .text(let text): return text
    case .other(let kind): throw error("the field ‘\(name)’ is \(kind), not a string", remedy: remedy)
    case .array: throw error("the field ‘\(name)’ is an array, not a string", remedy: remedy)
    }
  }

  /// A whole number of at least 0.
  func count(_ name: String, remedy: String) throws(RefrainError) -> Int {
    let text = try text(name, remedy: remedy)
    guard let number = Int(text), number >= 0 else {
      throw error("the field ‘\(name)’ is \(NameInData.quoted(text)), not a count", remedy: remedy)
    }
    return number
  }

  /// The strings of an array; none where the field is absent or null.
  func texts(_ name: String, remedy: String) throws(RefrainError) -> [String] {
    guard case .array = value(name) else {
      return try optionalText(name, remedy: remedy).map { [$0] } ?? []
    }
    // Rare and short: the fast parser looks into no arrays.
    let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    guard let texts = object?[name] as? [String] else {
      throw error("the field ‘\(name)’ is no array of strings", remedy: remedy)
    }
    return texts
  }

  /// An error about this line.
  func error(_ problem: String, remedy: String) -> RefrainError {
    RefrainError(problem, path: path, line: number, remedy: remedy)
  }

  private func value(_ name: String) -> JSONFieldParser.Value {
    guard let index = names.firstIndex(of: name) else {
      preconditionFailure("the field \(name) was not asked for")
    }
    return values[index]
  }
}
