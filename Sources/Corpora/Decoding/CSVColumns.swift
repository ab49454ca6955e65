import AnalysisModel

/// Which column of a CSV file holds which field.
struct CSVColumns {
  /// How many columns there are.
  let count: Int
  private let positions: [Int?]

  /// Reads the header row; of two columns of one name the first counts.
  ///
  /// - Throws: `RefrainError` where no column holds the text.
  init(header: CSVRowParser, options: InputOptions, path: String) throws(RefrainError) {
    let names = (0..<header.fieldCount).map { String(decoding: header[$0], as: UTF8.self) }
    count = names.count
    positions = RecordField.allCases.map { field in
      names.firstIndex { $0.utf8.elementsEqual(field.name(in: options).utf8) }
    }
    if positions[RecordField.text.rawValue] == nil {
      throw RefrainError(
        "the header has no column ‘\(options.textField)’; it has \(FieldList.spelled(names))", path: path,
        line: 1, remedy: Self.remedy(for: names))
    }
  }

  private static func remedy(for names: [String]) -> String {
    for (separator, word) in [(UInt8(ascii: ";"), "semicolons"), (UInt8(ascii: "\t"), "tabs")] {
      // More of them than of commas.
      if names.reduce(0, { $0 + $1.utf8.count { $0 == separator } }) >= names.count {
        return "convert the file to CSV first: its columns seem to be separated by \(word), not by commas"
      }
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
