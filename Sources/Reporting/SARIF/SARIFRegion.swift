import AnalysisModel

/// The part of a file that a finding stands in, as exactly as the file allows.
enum SARIFRegion: Equatable {
  /// A stretch of a plain text file: lines, columns and characters, in code points.
  case text(startLine: Int, startColumn: Int, endLine: Int, endColumn: Int, characters: Range<Int>)
  /// A line of a record file, or the first line of a file that is one document.
  case line(Int)

  /// The region of a document, or of a place in it.
  ///
  /// Offsets count in the decoded field. They are offsets in the file only where the file is the text, byte for byte:
  /// not in records, not below front matter, not where invalid UTF-8 was repaired.
  init(of document: Document, place: Place?) {
    let isVerbatim =
      document.origin.record == nil && document.origin.bytes?.count == document.text.count
    guard let place, place.field == .text, isVerbatim else {
      self = .line(document.origin.record == nil ? 1 : document.origin.line ?? 1)
      return
    }
    let end = Self.end(of: place, in: document)
    self = .text(
      startLine: place.line, startColumn: place.column, endLine: end.line, endColumn: end.column,
      characters: place.characters)
  }

  /// Whether the region says all about a place, so that its offsets need not be told besides.
  var isExact: Bool {
    switch self {
    case .text: true
    case .line: false
    }
  }

  /// Line and column just past a place; lines end with LF, CR or CRLF.
  private static func end(of place: Place, in document: Document) -> (line: Int, column: Int) {
    var (line, column) = (place.line, place.column)
    var previous: UInt8 = 0
    for byte in document.text[place.bytes].bytes where byte & 0xC0 != 0x80 {
      let endsLine = byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
      if endsLine {
        // The line feed of CRLF ends no further line.
        if byte == UInt8(ascii: "\r") || previous != UInt8(ascii: "\r") { line += 1 }
        column = 1
      } else {
        column += 1
      }
      previous = byte
    }
    return (line, column)
  }
}

extension JSONWriter {
  mutating func sarifRegion(_ region: SARIFRegion) {
    objectField("region") { writer in
      switch region {
      case .line(let line): writer.field("startLine", line)
      case .text(let startLine, let startColumn, let endLine, let endColumn, let characters):
        writer.field("startLine", startLine)
        writer.field("startColumn", startColumn)
        writer.field("endLine", endLine)
        writer.field("endColumn", endColumn)
        writer.field("charOffset", characters.lowerBound)
        writer.field("charLength", characters.count)
      }
    }
  }

  /// A document, or a place in it, as a SARIF location.
  ///
  /// - Parameter number: what embedded links call a related location by; nil for the main one.
  mutating func sarifLocation(_ document: Document, place: Place? = nil, unit: OffsetUnit, number: Int? = nil)
  {
    object { writer in
      if let number { writer.field("id", number) }
      let region = SARIFRegion(of: document, place: place)
      if let uri = SARIFText.uri(ofPath: document.origin.path) {
        writer.objectField("physicalLocation") { writer in
          writer.objectField("artifactLocation") { $0.field("uri", uri) }
          writer.sarifRegion(region)
        }
      }
      writer.sarifLogicalLocation(document.id)
      if let place, !region.isExact { writer.objectField("properties") { $0.placeFields(place, unit: unit) } }
    }
  }

  /// The id of a document, which names it where no file does.
  mutating func sarifLogicalLocation(_ id: String) {
    arrayField("logicalLocations") { writer in
      writer.object { writer in
        writer.field("fullyQualifiedName", id)
        writer.field("kind", "document")
      }
    }
  }
}
