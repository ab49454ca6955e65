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
        line: 1,
        remedy: "--text-field NAME with the column that holds the text; a header line is needed")
    }
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
