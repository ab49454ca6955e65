import AnalysisModel

/// The fields that are taken from records.
enum RecordField: Int, Sendable, CaseIterable {
  case id, text, title, date, source

  /// The name the options give this field.
  func name(in options: InputOptions) -> String {
    switch self {
    case .id: options.idField
    case .text: options.textField
    case .title: options.titleField
    case .date: options.dateField
    case .source: options.sourceField
    }
  }

  /// The option that names this field on the command line.
  var option: String { "--\(self)-field" }
}

/// A set of fields.
struct RecordFields: Sendable {
  private var bits: UInt8 = 0

  func contains(_ field: RecordField) -> Bool { bits >> UInt8(field.rawValue) & 1 == 1 }

  mutating func insert(_ field: RecordField) { bits |= 1 << UInt8(field.rawValue) }

  mutating func formUnion(_ other: RecordFields) { bits |= other.bits }
}
