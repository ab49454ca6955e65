import CCSV

/// Parses CSV line by line through libcsv (RFC 4180, strict about quotes); TSV is CSV with tabs.
///
/// Because a row can end only where a line ends, feeding one line at a time shows exactly which bytes a row
/// takes.
final class CSVRowParser {
  /// What a line did to the row at hand.
  enum Outcome {
    /// The row goes on: a quoted field holds a line break.
    case open
    /// The row is complete; its fields are at hand.
    case row
    /// A quote stands where none may.
    case malformed
  }

  /// The fields of the row at hand, filled by libcsv's callbacks.
  private final class Row {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var isComplete = false
  }

  /// By how much libcsv's buffer for a field grows; its own 128 bytes are few for a text of 100 MB.
  private static let growth = 1 << 16

  private var parser = csv_parser()
  private var row = Row()
  private let separator: TableSeparator

  init(separator: TableSeparator) {
    self.separator = separator
    start()
  }

  deinit { csv_free(&parser) }

  /// Forgets the row at hand, broken or not.
  func reset() {
    csv_free(&parser)
    start()
    clear()
  }

  /// Forgets the fields of a row that has been dealt with.
  func clear() {
    row.bytes.removeAll(keepingCapacity: true)
    row.ends.removeAll(keepingCapacity: true)
    row.isComplete = false
  }

  private func start() {
    parser = csv_parser()
    // Fails for no option there is.
    _ = csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    csv_set_delim(&parser, separator.byte)
    csv_set_blk_size(&parser, Self.growth)
    // Blanks around a field belong to it.
    csv_set_space_func(&parser) { _ in 0 }
  }

  /// Feeds one line with its end.
  func feed(_ line: UnsafeBufferPointer<UInt8>) -> Outcome {
    let context = Unmanaged.passUnretained(row).toOpaque()
    let consumed = csv_parse(&parser, line.baseAddress, line.count, Self.fieldEnded, Self.rowEnded, context)
    if consumed < line.count { return .malformed }
    return row.isComplete ? .row : .open
  }

  /// Ends the input.
  ///
  /// - Returns: `.row` where a last row without line end is complete now, `.malformed` where a quote is open,
  ///   `.open` where there is no row.
  func finish() -> Outcome {
    let context = Unmanaged.passUnretained(row).toOpaque()
    guard csv_fini(&parser, Self.fieldEnded, Self.rowEnded, context) == 0 else { return .malformed }
    return row.isComplete ? .row : .open
  }

  /// How many fields the row has.
  var fieldCount: Int { row.ends.count }

  /// The decoded bytes of a field of the row.
  subscript(field: Int) -> ArraySlice<UInt8> {
    row.bytes[(field == 0 ? 0 : row.ends[field - 1])..<row.ends[field]]
  }

  private static let fieldEnded:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      bytes, count, context in
      guard let context else { return }
      let row = Unmanaged<Row>.fromOpaque(context).takeUnretainedValue()
      row.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
      row.ends.append(row.bytes.count)
    }

  private static let rowEnded: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
    guard let context else { return }
    Unmanaged<Row>.fromOpaque(context).takeUnretainedValue().isComplete = true
  }
}
