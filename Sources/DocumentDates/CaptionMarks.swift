/// Tells captions from other lines by their credit or photo marks.
enum CaptionMarks {
  /// A caption is at most so long.
  static let maximumLength = 1_000

  // Lower case; the first byte picks the row, so that a line is read once.
  private static let marks: [[StaticString]] = rows(
    [
      "credit:", "photo:", "photo by", "photos:", "photograph:", "photograph by", "picture:", "pictured",
      "image:", "image credit", "file photo", "file picture", "file image", "(photo", "[photo", "/photo",
      "ap photo", "handout", "© ", "©", "/afp", "/reuters", "/ap)", "/ aa", "/epa", "/getty", "getty images",
      "reuters/", "afp/", "epa/", "ap/", "foto:", "crédit", "bildquelle", "photo/", "press association",
      "photographer:", "caption:",
    ])

  private static func rows(_ marks: [StaticString]) -> [[StaticString]] {
    var rows = Array(repeating: [StaticString](), count: 256)
    for mark in marks { rows[Int(mark.utf8Start[0])].append(mark) }
    return rows
  }

  /// Whether a credit or photo mark stands in the range.
  static func stand(in range: Range<Int>, of text: Bytes) -> Bool {
    let marks = marks
    for offset in range {
      let byte = text[offset]
      for mark in marks[Int(byte.isUppercase ? byte | 0x20 : byte)]
      where isMark(mark, at: offset, range.upperBound, text) { return true }
    }
    return false
  }

  private static func isMark(_ mark: StaticString, at start: Int, _ end: Int, _ text: Bytes) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard start + length <= end else { return false }
    if mark.utf8Start[0].isASCIILetter, start > 0, text[start - 1].isASCIILetter { return false }
    for i in 0..<length {
      let byte = text[start + i]
      if (byte.isUppercase ? byte | 0x20 : byte) != mark.utf8Start[i] { return false }
    }
    // “/ap” must not be the start of “/apple”.
    let last = mark.utf8Start[length - 1]
    let next = start + length < end ? text[start + length] : 0
    return !(last.isASCIILetter && mark.utf8Start[0] == UInt8(ascii: "/") && next.isASCIILetter)
  }
}
