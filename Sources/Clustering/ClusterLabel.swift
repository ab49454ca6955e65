/// Keeps names of clusters that come from texts at a length that can be read.
enum ClusterLabel {
  /// The most characters of a keyword or label.
  static let longest = 120
  /// Enough bytes for that many characters, and a bound where marks pile up on one letter.
  private static let mostBytes = 1_000

  /// A text of at most `longest` characters; where it was cut, the last is an ellipsis. O(1).
  static func shortened(_ text: String) -> String {
    guard text.utf8.count > longest else { return text }
    return shortened(ArraySlice(text.utf8.prefix(mostBytes + 1)))
  }

  /// The same for the bytes of a text in UTF-8. O(1).
  static func shortened(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count > longest else { return String(decoding: bytes, as: UTF8.self) }
    var end = bytes.startIndex + min(bytes.count, mostBytes)
    while end < bytes.endIndex && bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let text = String(decoding: bytes[..<end], as: UTF8.self)
    guard end < bytes.endIndex || text.count > longest else { return text }
    return String(text.prefix(longest - 1)) + "…"
  }
}
