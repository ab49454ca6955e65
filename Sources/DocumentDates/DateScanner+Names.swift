import AnalysisModel

/// Dates with the month's name.
extension DateScanner {
  /// October 9, 2020; Oct. 9th 2020; October 9; October 2020.
  func monthFirst(at start: Int) -> DateMatch? {
    guard mayOpenMonth(start), let (month, nameEnd) = month(at: start, CalendarWords.englishMonths)
    else { return nil }
    let next = text.skipBlanks(nameEnd)
    guard next > nameEnd || text[nameEnd - 1] == UInt8(ascii: "."), let day = number(at: next) else {
      return nil
    }
    if day.digits == 4, let year = year(at: next) {
      return made(year: year.value, month: month, day: nil, start..<year.end)
    }
    guard day.digits <= 2 else { return nil }
    let dayEnd = ordinalEnd(day.end)
    guard endsToken(dayEnd) else { return nil }
    var yearStart = text.skipBlanks(dayEnd)
    if text.at(yearStart) == UInt8(ascii: ",") { yearStart = text.skipBlanks(yearStart + 1) }
    if yearStart > dayEnd, let year = year(at: yearStart),
      let match = made(year: year.value, month: month, day: day.value, start..<year.end)
    {
      return match
    }
    if let year = yearAfterTime(dayEnd) {
      return made(year: year.value, month: month, day: day.value, start..<year.end)
    }
    return made(year: nil, month: month, day: day.value, start..<dayEnd)
  }

  /// 9 October 2020; 9th of October, 2020; 9-Oct-2020; 9. Oktober 2020; 9 de octubre de 2020; 9 October.
  func dayFirst(_ day: Int, from start: Int, dayEnd: Int) -> DateMatch? {
    var next = ordinalEnd(dayEnd)
    if text.at(next) == UInt8(ascii: "."), next == dayEnd { next += 1 }
    if isJoint(text.at(next)) {
      next += 1
    } else {
      let gap = text.skipBlanks(next)
      guard gap > next else { return nil }
      next = skipParticle(gap)
    }
    guard let (month, nameEnd) = month(at: next, CalendarWords.allMonths)
    else { return nil }
    var yearStart = nameEnd
    if isJoint(text.at(nameEnd)) {
      yearStart += 1
    } else {
      yearStart = text.skipBlanks(nameEnd)
      if text.at(yearStart) == UInt8(ascii: ",") { yearStart = text.skipBlanks(yearStart + 1) }
      yearStart = skipParticle(yearStart)
    }
    if yearStart > nameEnd, let year = year(at: yearStart),
      let match = made(year: year.value, month: month, day: day, start..<year.end)
    {
      return match
    }
    return endsToken(nameEnd) ? made(year: nil, month: month, day: day, start..<nameEnd) : nil
  }

  /// The year of “Oct  9 12:33:00 +0000 2020”, as the C library and some services print it.
  private func yearAfterTime(_ dayEnd: Int) -> (value: Int, end: Int)? {
    var end = text.skipBlanks(dayEnd)
    for part in 0..<3 {
      guard let digits = number(at: end), digits.digits <= 2 else { return nil }
      end = digits.end
      if part < 2 {
        guard text.at(end) == UInt8(ascii: ":") else { return nil }
        end += 1
      }
    }
    var next = text.skipBlanks(end)
    if text.at(next) == UInt8(ascii: "+") || text.at(next) == UInt8(ascii: "-") {
      guard let zone = number(at: next + 1), zone.digits == 4 else { return nil }
      next = text.skipBlanks(zone.end)
    } else {
      let zoneEnd = text.wordEnd(next)
      guard zoneEnd - next <= 5 else { return nil }
      next = text.skipBlanks(zoneEnd)
    }
    return next > end ? year(at: next) : nil
  }

  private func made(year: Int?, month: Int, day: Int?, _ range: Range<Int>) -> DateMatch? {
    PartialDate(year: year, month: month, day: day).map { DateMatch(date: $0, range: range) }
  }

  private func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
  }

  /// Past st, nd, rd, th, er, º or ª.
  private func ordinalEnd(_ end: Int) -> Int {
    for suffix: StaticString in ["st", "nd", "rd", "th", "er", "º", "ª"] where text.has(suffix, at: end) {
      return end + suffix.utf8CodeUnitCount
    }
    return end
  }

  /// Past “of ”, “de ” and “del ”.
  private func skipParticle(_ start: Int) -> Int {
    for particle: StaticString in ["of ", "de ", "del "] where text.has(particle, at: start) {
      return text.skipBlanks(start + particle.utf8CodeUnitCount)
    }
    return start
  }
}
