/// A half-open stretch of one field of one document.
///
/// Offsets count from the start of the decoded field. A place never splits a character, never crosses from the
/// title into the text and never from one document into another.
public struct Place: Sendable, Hashable {
  /// The document's index in the corpus.
  public var document: Int
  /// The field the offsets refer to.
  public var field: DocumentField
  /// UTF-8 bytes.
  public var bytes: Range<Int>
  /// Unicode code points.
  public var characters: Range<Int>
  /// UTF-16 code units.
  public var utf16: Range<Int>
  /// The 1-based line of the start; lines end with LF, CR or CRLF.
  public var line: Int
  /// The 1-based column of the start, in code points.
  public var column: Int

  /// A place with all its coordinates.
  public init(
    document: Int, field: DocumentField, bytes: Range<Int>, characters: Range<Int>,
    utf16: Range<Int>, line: Int, column: Int
  ) {
    self.document = document
    self.field = field
    self.bytes = bytes
    self.characters = characters
    self.utf16 = utf16
    self.line = line
    self.column = column
  }

  /// The offsets in the unit a user asked for.
  public func offsets(in unit: OffsetUnit) -> Range<Int> {
    switch unit {
    case .characters: characters
    case .bytes: bytes
    case .utf16: utf16
    }
  }
}

/// What offsets in findings count.
public enum OffsetUnit: String, Sendable, Hashable, Codable, CaseIterable {
  /// Unicode code points (the default).
  case characters
  /// UTF-8 bytes.
  case bytes
  /// UTF-16 code units.
  case utf16
}
