/// Turns byte ranges of one field into places: code points, UTF-16 units, line and column.
///
/// Ranges are resolved in one pass over the text for ascending starts. Building is O(1); resolving ranges sorted
/// by start costs O(text) in all, however many there are; an earlier start than the last one rewinds to 0.
public struct PlaceResolver {
  private let document: Int
  private let field: DocumentField
  private let bytes: ArraySlice<UInt8>
  private var cursor = Cursor()

  private struct Cursor {
    var byte = 0
    var character = 0
    var utf16 = 0
    var line = 1
    var lineStartCharacter = 0
  }

  /// Prepares to resolve places in one field of a document.
  public init(document: Int, field: DocumentField, text: UTF8Text) {
    self.document = document
    self.field = field
    self.bytes = text.bytes
  }

  /// The place of a byte range.
  ///
  /// - Precondition: the range lies inside the text and both ends on character borders.
  public mutating func place(of range: Range<Int>) -> Place {
    precondition(range.upperBound <= bytes.count, "\(range) is past the \(bytes.count) bytes of the text")
    if range.lowerBound < cursor.byte { cursor = Cursor() }
    advance(&cursor, to: range.lowerBound)
    var end = cursor
    advance(&end, to: range.upperBound)
    return Place(
      document: document, field: field, bytes: range,
      characters: cursor.character..<end.character, utf16: cursor.utf16..<end.utf16,
      line: cursor.line, column: cursor.character - cursor.lineStartCharacter + 1)
  }

  private func advance(_ cursor: inout Cursor, to target: Int) {
    bytes.withUnsafeBufferPointer { text in
      while cursor.byte < target {
        let byte = text[cursor.byte]
        cursor.byte += 1
        if byte & 0xC0 == 0x80 { continue }
        cursor.character += 1
        cursor.utf16 += byte >= 0xF0 ? 2 : 1
        let endsLine =
          byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
            && !(cursor.byte < text.count && text[cursor.byte] == UInt8(ascii: "\n"))
        if endsLine {
          cursor.line += 1
          cursor.lineStartCharacter = cursor.character
        }
      }
      // Step over the rest of a multi-byte character whose lead byte was the last one counted.
      precondition(
        cursor.byte == text.count || text[cursor.byte] & 0xC0 != 0x80,
        "byte offset \(cursor.byte) splits a character")
    }
  }
}
