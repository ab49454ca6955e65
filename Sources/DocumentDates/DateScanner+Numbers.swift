import AnalysisModel

/// Dates that start with a number.
extension DateScanner {
  func numberFirst(at start: Int) -> DateMatch? {
    guard let number = number(at: start) else { return nil }
    switch number.digits {
    case 4: return yearFirst(number.value, from: start, yearEnd: number.end)
    case 1, 2:
      return numeric(number.value, digits: number.digits, from: start, firstEnd: number.end)
        ?? monthAndDay(number.value, from: start, monthEnd: number.end)
        ?? dayFirst(number.value, from: start, dayEnd: number.end)
    default: return nil
    }
  }

  private func yearFirst(_ year: Int, from start: Int, yearEnd: Int) -> DateMatch? {
    guard Self.years.contains(year), yearEnd < text.count else { return nil }
    if let match = eastAsian(year, from: start, yearEnd: yearEnd) { return match }
    let separator = text[yearEnd]
    guard Self.isSeparator(separator), let month = number(at: yearEnd + 1), month.digits <= 2,
      text.at(month.end) == separator, let day = number(at: month.end + 1), day.digits <= 2
    else { return nil }
    // Single digits between points may be a version.
    if separator == UInt8(ascii: "."), month.digits + day.digits < 4 { return nil }
    let startsTime = text.at(day.end) | 0x20 == UInt8(ascii: "t") && text.at(day.end + 1).isDigit
    guard startsTime || endsToken(day.end) else { return nil }
    return PartialDate(year: year, month: month.value, day: day.value)
      .map { DateMatch(date: $0, range: start..<day.end) }
  }

  /// 09.10.2020, 25/12/2020, 12-25-2020; 03/04/2020 gives its year only.
  private func numeric(_ first: Int, digits: Int, from start: Int, firstEnd: Int) -> DateMatch? {
    let separator = text.at(firstEnd)
    guard Self.isSeparator(separator), let second = number(at: firstEnd + 1), second.digits <= 2,
      text.at(second.end) == separator, let year = year(at: second.end + 1)
    else { return nil }
    let range = start..<year.end
    if separator == UInt8(ascii: ".") {
      guard digits == 2, second.digits == 2 else { return nil }
      return PartialDate(year: year.value, month: second.value, day: first)
        .map { DateMatch(date: $0, range: range) }
    }
    let dayFirst = PartialDate(year: year.value, month: second.value, day: first)
    let monthFirst = PartialDate(year: year.value, month: first, day: second.value)
    guard let date = dayFirst ?? monthFirst else { return nil }
    if dayFirst == nil || monthFirst == nil || dayFirst == monthFirst {
      return DateMatch(date: date, range: range)
    }
    return PartialDate(year: year.value, month: nil, day: nil)
      .map { DateMatch(date: $0, range: range, style: .ambiguous) }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  /// 2020年10月9日, 2020년 10월 9일, and 2020年10月.
  private func eastAsian(_ year: Int, from start: Int, yearEnd: Int) -> DateMatch? {
    guard let afterYear = end(of: "年", or: "년", at: yearEnd),
      let month = number(at: text.skipBlanks(afterYear)), month.digits <= 2
    else { return nil }
    if let match = monthAndDay(month.value, year: year, from: start, monthEnd: month.end) { return match }
    guard let afterMonth = end(of: "月", or: "월", at: month.end) else { return nil }
    return PartialDate(year: year, month: month.value, day: nil)
      .map { DateMatch(date: $0, range: start..<afterMonth, style: .eastAsian) }
  }

  /// 10月9日 and 10월 9일.
  private func monthAndDay(_ month: Int, year: Int? = nil, from start: Int, monthEnd: Int) -> DateMatch? {
    guard let afterMonth = end(of: "月", or: "월", at: monthEnd),
      let day = number(at: text.skipBlanks(afterMonth)), day.digits <= 2,
      let afterDay = end(of: "日", or: "일", at: day.end)
    else { return nil }
    return PartialDate(year: year, month: month, day: day.value)
      .map { DateMatch(date: $0, range: start..<afterDay, style: .eastAsian) }
  }

  private func end(of one: StaticString, or other: StaticString, at start: Int) -> Int? {
    text.has(one, at: start) || text.has(other, at: start) ? start + 3 : nil
  }
}
