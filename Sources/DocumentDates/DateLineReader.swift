import AnalysisModel

/// Finds the date line of a document: a line near its top, or its very end, that is nothing but a date,
/// perhaps with weekday, time, place, byline or a label such as “Published:”.
///
/// Where lines of the best kind near the top give different days (a calendar, a list of links), none is
/// taken.
struct DateLineReader {
  let text: Bytes

  /// Date lines stand among the first lines that are not blank: title, subtitle, byline and a caption or two.
  static let topLines = 15
  /// Or among the last.
  static let endLines = 3
  /// Longer lines are prose.
  private static let maximumLength = 160

  /// A line's date and how well the line vouches for it, the best first.
  struct Candidate {
    enum Rank: Int {
      /// “Published: 9 October 2020”
      case published
      /// “Friday, October 9, 2020 · 12:33 GMT”
      case bare
      /// “Date: 2020-10-09”, which may also be an event's
      case dated
      /// “Updated 9 October 2020”
      case updated
      /// “03/04/2020”: only the year is certain
      case yearOnly
    }

    var rank: Rank
    var date: PartialDate
    var line: Range<Int>
  }

  /// The date line, if there is exactly one answer.
  func find(top: [Range<Int>]) -> Candidate? {
    let candidates = top.compactMap(candidate)
    if !candidates.isEmpty { return best(of: candidates) }
    let floor = top.last?.upperBound ?? 0
    return best(of: TextLines.last(Self.endLines, of: text, after: floor).compactMap(candidate))
  }

  private func best(of candidates: [Candidate]) -> Candidate? {
    guard let rank = candidates.map(\.rank.rawValue).min(),
      let first = candidates.first(where: { $0.rank.rawValue == rank })
    else { return nil }
    let agree = candidates.allSatisfy { $0.rank.rawValue != rank || $0.date == first.date }
    return agree ? first : nil
  }

  /// What a line says, if it is a date line.
  func candidate(_ line: Range<Int>) -> Candidate? {
    guard line.count <= Self.maximumLength, holdsYear(line), !isQuoted(line) else { return nil }
    let segments = LineSegments.split(line, of: text)
    let read = segments.compactMap { segment in reading(of: segment) }
    guard let best = read.min(by: { $0.rank.rawValue < $1.rank.rawValue }) else { return nil }
    // What stands beside the date must be names: a byline, a section, a source.
    let others = segments.count - read.count
    if others > 0 {
      guard line.count <= 120, LineSegments.areNames(segments, of: text) else { return nil }
    }
    return Candidate(rank: best.rank, date: best.date, line: line)
  }

  /// “> ” and “|> ” quote somebody else's words, dates included.
  private func isQuoted(_ line: Range<Int>) -> Bool {
    let start = line.lowerBound + (text[line.lowerBound] == UInt8(ascii: "|") ? 1 : 0)
    return text.at(start) == UInt8(ascii: ">")
  }

  /// Four digits in a row, which every full date has: spares most lines the rest.
  private func holdsYear(_ line: Range<Int>) -> Bool {
    var run = 0
    for offset in line {
      if text[offset].isDigit {
        run += 1
        if run == 4 { return true }
      } else {
        run = 0
      }
    }
    return false
  }

  private func reading(of segment: Range<Int>) -> (rank: Candidate.Rank, date: PartialDate)? {
    let scanner = DateScanner(text: text, end: segment.upperBound)
    guard
      let match = scanner.first(
        in: segment, where: { $0.date.precision == .day || $0.style == .ambiguous })
    else { return nil }
    let before = segment.lowerBound..<match.range.lowerBound
    let after = match.range.upperBound..<segment.upperBound
    guard !isRangeEnd(before), let rank = rank(match, in: segment, before: before, after: after)
    else { return nil }
    return (match.style == .ambiguous ? .yearOnly : rank, match.date)
  }

  private func rank(
    _ match: DateMatch, in segment: Range<Int>, before: Range<Int>, after: Range<Int>
  ) -> Candidate.Rank? {
    if let label = DateLabels.label(at: segment.lowerBound, in: text),
      label.end <= match.range.lowerBound,
      DateLabels.introduces(label.end..<match.range.lowerBound, in: text), endsLabelledLine(after)
    {
      switch label.kind {
      case .published: return .published
      case .dated: return .dated
      case .updated: return .updated
      }
    }
    if match.style == .eastAsian { return isEastAsianDateLine(before: before, after: after) ? .bare : nil }
    guard addsNothing(after), !isSentenceTail(segment, after: after) else { return nil }
    if DateRemainder.isHarmless(text, before) { return .bare }
    return LineSegments.isPlaceOrByline(before, of: text) ? .bare : nil
  }

  /// A time, perhaps followed by “updated …”, or “by Ann Author”.
  private func addsNothing(_ after: Range<Int>) -> Bool {
    if DateRemainder.isHarmless(text, after) || LineSegments.isByline(text.trimmed(after), of: text) {
      return true
    }
    guard after.count <= 60,
      let label = after.first(where: { DateLabels.label(at: $0, in: text)?.kind == .updated })
    else { return false }
    return DateRemainder.isHarmless(text, after.lowerBound..<label)
  }

  /// “2–” before “7 April 2018”.
  private func isRangeEnd(_ before: Range<Int>) -> Bool {
    let mark = before.upperBound - 1
    guard before.count >= 2 else { return false }
    if text[mark] == UInt8(ascii: "-") { return text[mark - 1].isDigit }
    return before.count >= 4 && text[mark - 3].isDigit
      && (text.has("–", at: mark - 2) || text.has("—", at: mark - 2))
  }

  /// Whether a hard-wrapped sentence ends in this line: a full stop after the year, or a line directly above
  /// that ends in a word such as “on” or “due”.
  private func isSentenceTail(_ segment: Range<Int>, after: Range<Int>) -> Bool {
    if after.count == 1, text[after.lowerBound] == UInt8(ascii: ".") { return true }
    var end = segment.lowerBound
    while end > 0, text[end - 1].isBlank { end -= 1 }
    if text.has("\r\n", at: end - 2) { end -= 2 } else if end > 0, text[end - 1].isLineEnd { end -= 1 }
    var start = end
    while start > 0, text[start - 1].isASCIILetter { start -= 1 }
    // A title may end in “Break-In”, a wrapped sentence in “in”.
    guard let word = PackedWord(text, start..<end), !text[start].isUppercase else { return false }
    return LineSegments.proseClosers.contains(word)
  }

  /// After a labelled date: a time, another label, or a few words such as a section's name.
  private func endsLabelledLine(_ after: Range<Int>) -> Bool {
    if DateRemainder.isHarmless(text, after) { return true }
    let rest = text.trimmed(after)
    if text.at(rest.lowerBound) == UInt8(ascii: ",") { return false }
    if rest.contains(where: { DateLabels.label(at: $0, in: text)?.kind == .updated }) { return true }
    return rest.count <= 40 && !rest.contains { text[$0] == UInt8(ascii: ".") }
      && text.skipBlanks(after.lowerBound) > after.lowerBound
  }

  /// 2020年10月9日 星期五 12:30 来源：…: weekday and time, then the end or the source.
  private func isEastAsianDateLine(before: Range<Int>, after: Range<Int>) -> Bool {
    guard DateRemainder.isHarmless(text, before) else { return false }
    var end = text.skipBlanks(after.lowerBound)
    for mark: StaticString in ["星期", "（", "("] where text.has(mark, at: end) {
      end += mark.utf8CodeUnitCount + 3
    }
    while end < after.upperBound, text[end] < 0x80 || text.has("）", at: end) {
      end += text[end] < 0x80 ? 1 : 3
    }
    if end >= after.upperBound { return DateRemainder.isHarmless(text, asciiOnly(after)) }
    let sources: [StaticString] = ["来源", "來源", "作者", "记者", "記者", "기자", "입력", "수정"]
    return sources.contains { text.has($0, at: end) }
  }

  /// The stretch up to its first byte beyond ASCII.
  private func asciiOnly(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound..<(range.first { text[$0] >= 0x80 } ?? range.upperBound)
  }
}
