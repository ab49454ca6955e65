import AnalysisModel

/// Which column of a table holds which field.
struct CSVColumns {
  /// How many columns there are.
  let count: Int
  private let positions: [Int?]

  /// Reads the header row; of two columns of one name the first counts.
  ///
  /// - Throws: `RefrainError` where no column holds the text.
  init(
    header: CSVRowParser, separator: TableSeparator, decoder: TextDecoder, options: InputOptions,
    path: String
  ) throws(RefrainError) {
    let names = (0..<header.fieldCount).map {
      String(decoding: decoder.decode(header[$0]).bytes, as: UTF8.self)
    }
    count = names.count
    positions = RecordField.allCases.map { field in
      names.firstIndex { $0.utf8.elementsEqual(field.name(in: options).utf8) }
    }
    if positions[RecordField.text.rawValue] == nil {
      throw RefrainError(
        "the header has no column ‘\(options.textField)’; it has \(FieldList.spelled(names))", path: path,
        line: 1, remedy: Self.remedy(for: names, separator: separator))
    }
  }

  private static func remedy(for names: [String], separator: TableSeparator) -> String {
    func isFrequent(_ byte: UInt8) -> Bool {
      // At least as many of them as there are names: more than of the separator.
      names.reduce(0) { $0 + $1.utf8.count { $0 == byte } } >= names.count
    }
    for other in TableSeparator.allCases where other != separator && isFrequent(other.byte) {
      return "--input-format \(other.format): the columns seem to be separated by \(other.plural)"
    }
    if isFrequent(UInt8(ascii: ";")) {
      return "convert the file to \(separator.kind) first: its columns seem to be separated by semicolons, "
        + "not by \(separator.plural)"
    }
    return "--text-field NAME with the column that holds the text; a header line is needed"
  }

  /// The column of a field.
  subscript(field: RecordField) -> Int? { positions[field.rawValue] }

  /// The fields that have a column.
  var fields: RecordFields {
    RecordField.allCases.reduce(into: RecordFields()) { fields, field in
      if self[field] != nil { fields.insert(field) }
    }
  }
}
