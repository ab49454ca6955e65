import AnalysisModel

/// Finds the latest day that a document speaks of as past: it cannot be older.
///
/// Only a full date bounds. In a caption (a line that counts pictures or has a credit or photo mark, there or
/// on the line below) it does so unless its sentence speaks of plans or the date is a limit (“by 1 May
/// 2025”). In running text the sentence must say that something happened then: “was signed on …”, “since …”,
/// “On …, it was …”. The words are English; running text in other languages bounds nothing.
struct MentionReader {
  let text: Bytes

  /// A sentence is looked at so far to either side of its date.
  private static let sentenceReach = 240
  /// A date starts at most so many bytes before its year's end.
  private static let dateReach = 40

  struct Mention {
    var date: PartialDate
    var source: DateSource
    var words: Range<Int>
  }

  /// The latest such mention, captions before running text, then the first.
  func latest() -> Mention? {
    var best: Mention?
    var offset = 0
    var floor = 0
    while offset < text.count {
      guard text[offset].isDigit else {
        offset += 1
        continue
      }
      let start = offset
      while offset < text.count, text[offset].isDigit { offset += 1 }
      guard offset - start == 4, text[start] == UInt8(ascii: "1") || text[start] == UInt8(ascii: "2"),
        let match = date(withYearAt: start, from: floor)
      else { continue }
      floor = match.range.upperBound
      offset = max(offset, floor)
      if let known = best {
        let isCaptionOfSameDay = match.date == known.date && known.source == .text
        guard match.date.isLater(than: known.date) || isCaptionOfSameDay else { continue }
      }
      guard let mention = mention(match) else { continue }
      if let known = best, mention.date == known.date, mention.source == .text { continue }
      best = mention
    }
    return best
  }

  /// The full date that holds the year, whichever end it stands at.
  private func date(withYearAt year: Int, from floor: Int) -> DateMatch? {
    var start = year
    while start > floor, year - start < Self.dateReach, !text[start - 1].isLineEnd { start -= 1 }
    let scanner = DateScanner(text: text, end: min(text.count, year + Self.dateReach))
    return scanner.first(in: start..<year + 1) {
      $0.date.precision == .day && $0.range.contains(year)
    }
  }

  private func mention(_ match: DateMatch) -> Mention? {
    let line = TextLines.line(around: match.range.lowerBound, of: text, reach: CaptionMarks.maximumLength)
    let sentence = sentence(around: match.range, in: line.range)
    if line.isWhole, let captionEnd = captionEnd(line.range) {
      guard PastTense.allowsPast(text, match.range, sentence: sentence) else { return nil }
      return Mention(
        date: match.date, source: .caption, words: captionWords(match.range, captionEnd, line.range))
    }
    guard PastTense.assertsPast(text, match.range, sentence: sentence),
      PastTense.allowsPast(text, match.range, sentence: sentence)
    else { return nil }
    let words = words(before: match.range.lowerBound, count: 3, from: sentence.lowerBound)
    return Mention(date: match.date, source: .text, words: words..<match.range.upperBound)
  }

  /// Where the caption ends, if the line is one: a credit may stand alone on the line below.
  private func captionEnd(_ line: Range<Int>) -> Int? {
    guard line.count <= CaptionMarks.maximumLength else { return nil }
    if CaptionMarks.countsPictures(line, of: text) || CaptionMarks.stand(in: line, of: text) {
      return line.upperBound
    }
    var next = line.upperBound
    if next < text.count { next += text.has("\r\n", at: next) ? 2 : 1 }
    guard next < text.count else { return nil }
    let below = TextLines.line(around: next, of: text, reach: 100)
    let trimmed = text.trimmed(below.range)
    guard below.isWhole, !trimmed.isEmpty, trimmed.count <= 80,
      CaptionMarks.stand(in: trimmed.lowerBound..<min(trimmed.upperBound, trimmed.lowerBound + 16), of: text)
    else { return nil }
    return trimmed.upperBound
  }

  /// Three words before the date up to the caption's end, where that is near, else the date's.
  private func captionWords(_ date: Range<Int>, _ end: Int, _ line: Range<Int>) -> Range<Int> {
    let start = words(before: date.lowerBound, count: 3, from: line.lowerBound)
    return start..<(end - start <= 200 ? text.trimmed(start..<end).upperBound : date.upperBound)
  }

  private func words(before offset: Int, count: Int, from floor: Int) -> Int {
    var start = offset
    for _ in 0..<count {
      var end = start
      while end > floor, text[end - 1].isBlank { end -= 1 }
      var begin = end
      while begin > floor, !text[begin - 1].isBlank, !text[begin - 1].isLineEnd { begin -= 1 }
      if begin == end || end - begin > 40 { break }
      start = begin
    }
    return start
  }

  /// From the last sentence end before the date to the first after it.
  private func sentence(around date: Range<Int>, in line: Range<Int>) -> Range<Int> {
    var start = date.lowerBound
    let floor = max(line.lowerBound, start - Self.sentenceReach)
    while start > floor, !endsSentence(start - 1) { start -= 1 }
    var end = date.upperBound
    let ceiling = min(max(line.upperBound, end), end + Self.sentenceReach)
    while end < ceiling, !endsSentence(end) { end += 1 }
    return start..<end
  }

  /// A full stop that is no abbreviation's: a blank or the end follows, a word of four letters or more
  /// precedes.
  private func endsSentence(_ offset: Int) -> Bool {
    let byte = text[offset]
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else {
      return false
    }
    let next = text.at(offset + 1)
    guard next == 0 || next.isBlank || next.isLineEnd else { return false }
    let letters = (1...4).prefix { text.at(offset - $0).isASCIILetter }.count
    return letters == 4 || letters == 0
  }
}
