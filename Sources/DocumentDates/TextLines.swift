/// The lines of a text that are not blank, from either end.
enum TextLines {
  /// The first lines that hold more than white space and marks, without their line ends.
  ///
  /// - Complexity: O(bytes up to the last of them).
  static func first(_ count: Int, of text: Bytes) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < text.count, lines.count < count {
      var end = start
      while end < text.count, !text[end].isLineEnd { end += 1 }
      let line = text.trimmed(start..<end)
      if !line.isEmpty { lines.append(line) }
      start = end + 1
    }
    return lines
  }

  /// The last such lines, the very last one first, none of which starts before `floor`.
  static func last(_ count: Int, of text: Bytes, after floor: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var end = text.count
    while end > floor, lines.count < count {
      var start = end
      while start > 0, !text[start - 1].isLineEnd, start > floor { start -= 1 }
      let line = text.trimmed(start..<end)
      if !line.isEmpty { lines.append(line) }
      end = start - 1
    }
    return lines
  }

  /// The line around an offset, cut at `reach` bytes either way; whole says that nothing was cut.
  static func line(around offset: Int, of text: Bytes, reach: Int) -> (range: Range<Int>, isWhole: Bool) {
    var start = offset
    while start > 0, offset - start < reach, !text[start - 1].isLineEnd { start -= 1 }
    var end = offset
    while end < text.count, end - offset < reach, !text[end].isLineEnd { end += 1 }
    let isWhole =
      (start == 0 || text[start - 1].isLineEnd) && (end == text.count || text[end].isLineEnd)
    return (start..<end, isWhole)
  }
}
