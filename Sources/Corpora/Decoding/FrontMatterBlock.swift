import AnalysisModel

/// The block between `---` lines at the very start of a Markdown file.
struct FrontMatterBlock {
  /// What stands between the marker lines.
  let yaml: UTF8Text
  /// How many bytes the block takes, with both markers and the end of the second one's line.
  let length: Int

  /// Finds the block; nil where the first line is no marker or none follows.
  ///
  /// The block opens with `---` and closes with `---` or `...`, each alone on its line but for trailing
  /// spaces.
  init?(in text: UTF8Text) {
    guard text.bytes.starts(with: Array("---".utf8)) else { return nil }
    var lines = MarkerLines(bytes: text.bytes)
    guard let first = lines.next(), first.isMarker("---") else { return nil }
    let start = text.bytes.startIndex
    while let line = lines.next() {
      guard line.isMarker("---") || line.isMarker("...") else { continue }
      yaml = text[first.end - start..<line.content.lowerBound - start]
      length = line.end - start
      return
    }
    return nil
  }
}

/// Lines that end with LF, CR or CRLF.
private struct MarkerLines {
  struct Line {
    let bytes: ArraySlice<UInt8>
    let content: Range<Int>
    let end: Int

    func isMarker(_ marker: StaticString) -> Bool {
      let trimmed = bytes[content].reversed().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      return marker.withUTF8Buffer { trimmed.reversed().elementsEqual($0) }
    }
  }

  let bytes: ArraySlice<UInt8>
  private var position: Int

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func next() -> Line? {
    guard position < bytes.endIndex else { return nil }
    let start = position
    let end =
      bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.endIndex
    position = min(end + 1, bytes.endIndex)
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: "\r"), position < bytes.endIndex,
      bytes[position] == UInt8(ascii: "\n")
    {
      position += 1
    }
    return Line(bytes: bytes, content: start..<end, end: position)
  }
}
