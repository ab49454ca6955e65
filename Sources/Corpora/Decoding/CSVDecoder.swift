import AnalysisModel

/// Decodes a CSV or TSV file with a header line, as a stream.
///
/// Rows and cells are cut at the bytes of the file and decoded after that, so that a record's bytes are those
/// of the file in any encoding.
struct CSVDecoder {
  /// Past so many bytes without its end a row counts as one with a quote that is never closed, lest one stray
  /// quote take the rest of a large file into memory.
  private static let longestRow = 1 << 29

  private let options: InputOptions
  private let encoding: TextEncoding?
  private let separator: TableSeparator
  private let file: Int
  private let path: String
  private let parser: CSVRowParser
  private var decoder = TextDecoder(.utf8)
  private var columns: CSVColumns?
  private var part: DecodedPart
  private var texts: TextArena
  /// The lines of a row that has not ended yet.
  private var openRow: [CSVLine] = []

  /// A decoder for one file.
  ///
  /// - Parameters:
  ///   - encoding: the one that the options name; nil to find it out.
  ///   - file: its index among the files read.
  init(
    options: InputOptions, encoding: TextEncoding?, separator: TableSeparator, file: Int, path: String
  ) {
    self.options = options
    self.encoding = encoding
    self.separator = separator
    parser = CSVRowParser(separator: separator)
    self.file = file
    self.path = path
    part = DecodedPart(file: file)
    texts = TextArena()
  }

  /// Decodes the whole stream. A bad header ends the decoding, a bad row as the options say.
  consuming func decode(_ source: any ByteSource) -> DecodedPart {
    var blocks = LineBlockReader(source) { [path] in try FirstBytes.check($0, path: path) }
    do {
      while part.failure == nil, let block = try blocks.next() {
        part.bytes += block.bytes.count
        if block.offset == 0 { try chooseEncoding(block) }
        decode(block)
      }
      if part.failure == nil { finish() }
    } catch {
      part.failure = error as? RefrainError ?? RefrainError("\(error)", path: path)
      part.breaksOff = columns != nil
    }
    if let remark = blocks.remark {
      part.notes.append(DecodingNote(kind: .other, message: remark))
    }
    part.records = texts.finish()
    return part
  }

  /// Decides for the whole file by its first block, whose size does not depend on the machine.
  private mutating func chooseEncoding(_ block: LineBlock) throws(RefrainError) {
    if FirstBytes.markLength(block.bytes) > 0 { return }
    if let encoding {
      guard encoding.keepsASCII else { throw FirstBytes.unreadable(encoding, path: path) }
      decoder = TextDecoder(encoding)
    } else if block.bytes.withUnsafeBufferPointer({
      !UTF8Repair.isValid($0) && EncodingDetection.looksLikeWindows1252($0)
    }) {
      decoder = TextDecoder(.windows1252)
      part.notes.append(DecodingNote(kind: .other, message: EncodingDetection.windows1252Remark))
    }
  }

  private mutating func decode(_ block: LineBlock) {
    var start = block.offset == 0 ? FirstBytes.markLength(block.bytes) : 0
    while part.failure == nil, start < block.bytes.count {
      let end = CSVLine.end(in: block.bytes, from: start)
      part.lines += 1
      take(CSVLine(bytes: block.bytes[start..<end], offset: block.offset + start, number: part.lines))
      start = end
    }
  }

  /// Takes one line; where it shows that a quote went wrong before, also what follows the broken row's first
  /// line once more, so that one stray quote costs one row and not the rest of the file.
  private mutating func take(_ line: CSVLine) {
    var queue = [line]
    while part.failure == nil, let line = queue.popLast() {
      if openRow.isEmpty && line.isBlank { continue }
      openRow.append(line)
      switch line.bytes.withUnsafeBufferPointer({ parser.feed($0) }) {
      case .open:
        if let first = openRow.first, line.offset + line.bytes.count - first.offset > Self.longestRow {
          rejectOpenRow("a quoted field is not closed within 512 MiB", queue: &queue)
        }
      case .row: endRow()
      case .malformed:
        rejectOpenRow("a quote stands where none may", queue: &queue)
      }
    }
  }

  private mutating func finish() {
    while part.failure == nil, !openRow.isEmpty {
      switch parser.finish() {
      case .row: endRow()
      case .open: openRow = []
      case .malformed:
        var queue: [CSVLine] = []
        rejectOpenRow("a quoted field is not closed before the end of the file", queue: &queue)
        while part.failure == nil, let line = queue.popLast() { take(line) }
      }
    }
    if part.failure == nil, columns == nil {
      part.failure = RefrainError(
        "the file is empty: \(separator.kind) needs a header line that names the columns", path: path,
        remedy: "add a header line with a column ‘\(options.textField)’")
    }
  }

  private mutating func rejectOpenRow(_ problem: String, queue: inout [CSVLine]) {
    let place = place(record: part.recordsRead + 1)
    let rejected = openRow.first.map { $0.offset..<$0.offset + $0.lengthWithoutEnd }
    let rest = openRow.dropFirst()
    openRow = []
    parser.reset()
    if columns == nil {
      part.failure = RefrainError(
        "the header line is broken: \(problem)", path: path, line: place.line,
        remedy: "write a quote inside a quoted field twice")
      return
    }
    part.recordsRead += 1
    part.reject(
      place.error(problem, remedy: "write a quote inside a quoted field twice, or --on-error skip"),
      bytes: rejected ?? place.bytes, policy: options.onError)
    queue += rest.reversed()
  }

  private mutating func endRow() {
    defer {
      parser.clear()
      openRow.removeAll(keepingCapacity: true)
    }
    guard let columns else {
      do throws(RefrainError) {
        let columns = try CSVColumns(
          header: parser, separator: separator, decoder: decoder, options: options, path: path)
        part.fieldsSeen = columns.fields
        part.header = self.place(record: 0).bytes
        self.columns = columns
      } catch {
        part.failure = error
      }
      return
    }
    part.recordsRead += 1
    let place = place(record: part.recordsRead)
    guard parser.fieldCount == columns.count else {
      part.reject(
        place.error(
          "the row has \(parser.fieldCount == 1 ? "1 field" : "\(parser.fieldCount) fields"), "
            + "the header \(columns.count)",
          remedy: "quote fields that hold \(separator.plural) or line breaks, or --on-error skip"),
        bytes: place.bytes, policy: options.onError)
      return
    }
    texts.add(
      row: parser, columns: columns, decoder: decoder, place: place, evidence: options.dateField,
      notes: &part.notes)
  }

  private func place(record: Int) -> RecordPlace {
    let first = openRow.first
    let last = openRow.last
    return RecordPlace(
      path: path, record: record, line: first?.number ?? 0,
      bytes: (first?.offset ?? 0)..<(last.map { $0.offset + $0.lengthWithoutEnd } ?? 0))
  }
}
