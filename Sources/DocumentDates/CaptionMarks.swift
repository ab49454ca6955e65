/// Tells captions from other lines by their credit or photo marks.
enum CaptionMarks {
  /// A caption is at most so long.
  static let maximumLength = 1_000

  // Lower case; the first byte picks the row, so that a line is read once.
  private static let marks: [[StaticString]] = rows(
    [
      "credit:", "photo:", "photo by", "photos:", "photograph:", "photograph by", "picture:",
      "image:", "image credit", "file photo", "file picture", "file image", "(photo", "[photo", "/photo",
      "ap photo", "handout", "©", "/afp", "/reuters", "/ap)", "/ aa", "/epa", "/getty", "getty images",
      "reuters/", "afp/", "epa/", "ap/", "foto:", "crédit", "bildquelle", "photo/", "press association",
      "photographer:", "caption:",
    ])

  private static func rows(_ marks: [StaticString]) -> [[StaticString]] {
    var rows = Array(repeating: [StaticString](), count: 256)
    for mark in marks { rows[Int(mark.utf8Start[0])].append(mark) }
    return rows
  }

  /// Whether the line counts pictures: “1 of 12. A man stands guard …”.
  static func countsPictures(_ line: Range<Int>, of text: Bytes) -> Bool {
    let scanner = DateScanner(text: text, end: line.upperBound)
    guard let first = scanner.number(at: line.lowerBound), first.digits <= 3, text.has(" of ", at: first.end),
      let last = scanner.number(at: first.end + 4), last.digits <= 3
    else { return false }
    return first.value <= last.value && text.has(". ", at: last.end)
  }

  /// Whether a credit or photo mark stands in the range.
  static func stand(in range: Range<Int>, of text: Bytes) -> Bool {
    let marks = marks
    for offset in range {
      for mark in marks[Int(text[offset].lowercased)]
      where isMark(mark, at: offset, range.upperBound, text) { return true }
    }
    return false
  }

  private static func isMark(_ mark: StaticString, at start: Int, _ end: Int, _ text: Bytes) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard start + length <= end else { return false }
    let opensWithLetter = mark.utf8Start[0].isASCIILetter
    if opensWithLetter, start > 0, text[start - 1].isASCIILetter { return false }
    guard text.hasFolded(mark, at: start) else { return false }
    let last = mark.utf8Start[length - 1]
    let next = start + length < end ? text[start + length] : 0
    // “/AP” is no “/Apple”, “(photo” no “(photometric)”.
    if last.isASCIILetter { return !next.isASCIILetter && (!endsInBy(mark) || isSetOff(start, text)) }
    // “REUTERS/Ann Author” is a credit, “Reuters/Clarivate” a name.
    return last != UInt8(ascii: "/") || text[start + 1].isUppercase
  }

  private static func endsInBy(_ mark: StaticString) -> Bool {
    let length = mark.utf8CodeUnitCount
    return length > 3 && mark.utf8Start[length - 3] == UInt8(ascii: " ")
      && mark.utf8Start[length - 2] == UInt8(ascii: "b")
  }

  /// “Photograph by” is a credit with a capital or after a bracket; in prose it is neither.
  private static func isSetOff(_ start: Int, _ text: Bytes) -> Bool {
    text[start].isUppercase || text.at(start - 1) == UInt8(ascii: "(")
      || text.at(start - 1) == UInt8(ascii: "[")
  }
}
