/// What stands between the cells of a table.
enum TableSeparator: CaseIterable {
  case comma, tab

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .tab: UInt8(ascii: "\t")
    }
  }

  /// In messages.
  var plural: String {
    switch self {
    case .comma: "commas"
    case .tab: "tabs"
    }
  }

  /// The name of a table of this kind.
  var kind: String {
    switch self {
    case .comma: "CSV"
    case .tab: "TSV"
    }
  }

  /// The value of `--input-format` for a table of this kind.
  var format: String {
    switch self {
    case .comma: "csv"
    case .tab: "tsv"
    }
  }
}
