/// The parts of a line between | · • and what they may be beside a date.
enum LineSegments {
  /// Words that open lines of prose and never a place or a byline.
  static let proseOpeners = PackedWord.set(
    """
    on in by since until till the at from as after before between when while if for to a an this that these
    and but or of with during about around there it he she they we you i until through late early mid
    today yesterday tomorrow
    """)

  /// Words that no title ends with: the sentence goes on in the next line.
  static let proseClosers = proseOpeners.union(
    PackedWord.set(
      "due ending ended dated is was are were be been held beginning starting effective maturing"))

  private static let agencies = PackedWord.set(
    "reuters ap afp tnn pti upi dpa ani ians xinhua bbc cnn tass efe ansa")

  private static let bylineOpeners = PackedWord.set("by von par por di da door")

  /// The parts, trimmed, the empty ones left out.
  static func split(_ line: Range<Int>, of text: Bytes) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var start = line.lowerBound
    var offset = start
    while offset < line.upperBound {
      var width = 0
      if text[offset] == UInt8(ascii: "|") {
        width = 1
      } else if text[offset] >= 0x80 {
        for mark: StaticString in ["·", "•", "●", "｜"] where text.has(mark, at: offset) {
          width = mark.utf8CodeUnitCount
        }
      }
      if width > 0 {
        segments.append(text.trimmed(start..<offset))
        start = offset + width
      }
      offset += max(width, 1)
    }
    segments.append(text.trimmed(start..<line.upperBound))
    return segments.filter { !$0.isEmpty }
  }

  /// Whether every part is short and opens with a capital, a digit or a letter beyond ASCII, or is a label.
  static func areNames(_ segments: [Range<Int>], of text: Bytes) -> Bool {
    segments.allSatisfy { segment in
      let first = text[segment.lowerBound]
      return first.isUppercase || !first.isASCIILetter
        || DateLabels.label(at: segment.lowerBound, in: text) != nil
        || bylineOpens(segment, of: text)
    }
  }

  /// “London, ” or “By Ann Author, ” before the date: at most four capitalised words, a comma after a place.
  static func isPlaceOrByline(_ range: Range<Int>, of text: Bytes) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1].isBlank { end -= 1 }
    if let word = PackedWord(text, range.lowerBound..<end), agencies.contains(word) { return true }
    let hasComma = end > range.lowerBound && text[end - 1] == UInt8(ascii: ",")
    let isByline = bylineOpens(range, of: text)
    guard hasComma || isByline, range.count <= 60 else { return false }
    var words = 0
    var startsWord = true
    for offset in range.lowerBound..<end {
      let byte = text[offset]
      if byte.isDigit || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "(") { return false }
      if startsWord && byte.isASCIILetter {
        words += 1
        guard byte.isUppercase || isByline else { return false }
      } else if startsWord && byte >= 0x80 {
        words += 1
      }
      startsWord = byte.isBlank
    }
    guard words >= 1, words <= (isByline ? 7 : 4) else { return false }
    if isByline { return true }
    let opener = PackedWord(text, range.lowerBound..<text.wordEnd(range.lowerBound))
    return opener.map { !proseOpeners.contains($0) } ?? true
  }

  /// “by Ann Author”: at most five words without a full stop between them.
  static func isByline(_ range: Range<Int>, of text: Bytes) -> Bool {
    guard range.count <= 40, bylineOpens(range, of: text) else { return false }
    let blanks = range.filter { text[$0].isBlank }
    return blanks.count <= 4
      && !blanks.contains { text[$0 - 1] == UInt8(ascii: ".") && text.at($0 - 3) != 0x20 }
  }

  private static func bylineOpens(_ range: Range<Int>, of text: Bytes) -> Bool {
    let end = text.wordEnd(range.lowerBound)
    guard end < range.upperBound, let word = PackedWord(text, range.lowerBound..<end) else { return false }
    return bylineOpeners.contains(word)
  }
}
