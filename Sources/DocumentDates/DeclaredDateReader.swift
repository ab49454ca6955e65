import AnalysisModel

/// Reads the date of a metadata field.
///
/// Besides every spelling of ``DateScanner`` (with weekday, time and zone around it) a field may hold Unix
/// seconds (10 digits) or milliseconds (13 digits), read as UTC; 20201009 and 20201009T123300; and less than
/// a day: 2020-10, 10/2020, October 2020, 2020. The date of an ISO 8601 time is taken as written, in its own
/// zone.
enum DeclaredDateReader {
  /// What a field's spelling gives.
  enum Outcome {
    case date(PartialDate)
    /// 03/04/2020: the year only, since day and month cannot be told apart.
    case yearOnly(PartialDate)
    /// White space, or a spelling of nothing such as null.
    case absent
    case unreadable
  }

  private static let spellingsOfNothing = PackedWord.set("null none nil nan na n/a nat unknown -")

  static func read(_ spelling: String) -> Outcome {
    var spelling = spelling
    return spelling.withUTF8 { text in
      let range = text.trimmed(0..<text.count)
      if range.isEmpty { return .absent }
      if let word = PackedWord(text, range), spellingsOfNothing.contains(word) { return .absent }
      if let date = digits(text, range) ?? partial(text, range) { return .date(date) }
      return scanned(text, range)
    }
  }

  private static func scanned(_ text: Bytes, _ range: Range<Int>) -> Outcome {
    let scanner = DateScanner(text: text, end: range.upperBound)
    let match = scanner.first(in: range) { $0.date.year != nil }
    guard let match, match.date.year != nil,
      DateRemainder.isHarmless(text, range.lowerBound..<match.range.lowerBound),
      startsTime(text, match.range.upperBound)
        || DateRemainder.isHarmless(text, match.range.upperBound..<range.upperBound)
    else { return .unreadable }
    // Of 30 February 2020 the month is no more certain than the day.
    if match.date.precision == .month,
      range.contains(where: { !match.range.contains($0) && text[$0].isDigit })
    {
      return .unreadable
    }
    return match.style == .ambiguous ? .yearOnly(match.date) : .date(match.date)
  }

  /// Whether hours and minutes follow a date; what exports append to them does not matter.
  private static func startsTime(_ text: Bytes, _ end: Int) -> Bool {
    let start = text.skipBlanks(end)
    let scanner = DateScanner(text: text, end: text.count)
    guard start > end, let hours = scanner.number(at: start), hours.digits <= 2, hours.value < 24,
      text.at(hours.end) == UInt8(ascii: ":"), let minutes = scanner.number(at: hours.end + 1)
    else { return false }
    return minutes.digits == 2 && minutes.value < 60
  }

  /// A spelling of digits only, perhaps with a fraction of zeros or an ISO time behind.
  private static func digits(_ text: Bytes, _ range: Range<Int>) -> PartialDate? {
    var end = range.lowerBound
    var value = 0
    while end < range.upperBound, text[end].isDigit, end - range.lowerBound < 15 {
      value = value * 10 + Int(text[end] - 48)
      end += 1
    }
    let count = end - range.lowerBound
    let isTime = text.at(end) | 0x20 == UInt8(ascii: "t") && count == 8
    let hasFraction = text.at(end) == UInt8(ascii: ".") && count >= 10
    let isPlain = end == range.upperBound
    guard isPlain || isTime || hasFraction,
      (end..<range.upperBound).dropFirst().allSatisfy({ text[$0].isDigit || isTime })
    else { return nil }
    switch count {
    case 4: return PartialDate(year: value, month: nil, day: nil)
    case 8: return compact(value)
    case 14: return compact(value / 1_000_000)
    case 10: return .init(daysSince1970: value / 86_400)
    case 13: return .init(daysSince1970: value / 86_400_000)
    default: return nil
    }
  }

  private static func compact(_ value: Int) -> PartialDate? {
    DateScanner.years.contains(value / 10_000)
      ? PartialDate(year: value / 10_000, month: value / 100 % 100, day: value % 100) : nil
  }

  /// 2020-10, 2020/10 and 10/2020.
  private static func partial(_ text: Bytes, _ range: Range<Int>) -> PartialDate? {
    let scanner = DateScanner(text: text, end: range.upperBound)
    guard let first = scanner.number(at: range.lowerBound),
      text.at(first.end) == UInt8(ascii: "-") || text.at(first.end) == UInt8(ascii: "/"),
      let second = scanner.number(at: first.end + 1), second.end == range.upperBound
    else { return nil }
    if first.digits == 4, second.digits <= 2, DateScanner.years.contains(first.value) {
      return PartialDate(year: first.value, month: second.value, day: nil)
    }
    if first.digits <= 2, second.digits == 4, DateScanner.years.contains(second.value) {
      return PartialDate(year: second.value, month: first.value, day: nil)
    }
    return nil
  }
}
