import AnalysisModel

/// Reads the dateline that opens a news text: “Gaza City, January 2 (RHC)--”, “AMMAN, March 3 (Reuters) -”,
/// “Dec. 15 (Bloomberg) --”, “MUSKEGON, Mich (May 2, 2014) –”, “新华社北京10月9日电”.
///
/// A dateline stands at the start of a line. It names an agency in parentheses or between slashes, or its
/// place is in capitals and a dash (or two blanks) ends it; a date in prose has neither.
struct DatelineReader {
  let text: Bytes

  /// The date starts within so many bytes of the line.
  private static let maximumPlace = 60
  /// Words of a place's name: “GUANTANAMO BAY U.S. NAVAL BASE, Cuba” has five.
  private static let maximumNameWords = 5

  /// The date and the words from the place to the agency.
  func find(in lines: [Range<Int>]) -> (date: PartialDate, words: Range<Int>)? {
    for line in lines {
      if let found = dateline(line) { return found }
    }
    return nil
  }

  func dateline(_ line: Range<Int>) -> (date: PartialDate, words: Range<Int>)? {
    let reach = line.lowerBound..<min(line.upperBound, line.lowerBound + Self.maximumPlace)
    let scanner = DateScanner(text: text, end: line.upperBound)
    guard
      let match = scanner.first(
        in: reach,
        where: {
          $0.style != .ambiguous && ($0.date.precision == .day || $0.date.precision == .dayWithoutYear)
        })
    else { return nil }
    if match.style == .eastAsian { return eastAsian(match, line) }

    var place = withoutWeekday(line.lowerBound..<match.range.lowerBound)
    let opensParenthesis = !place.isEmpty && text[place.upperBound - 1] == UInt8(ascii: "(")
    if opensParenthesis { place = withoutBlanks(place.lowerBound..<place.upperBound - 1) }
    guard place.isEmpty || isPlace(place, needsComma: !opensParenthesis) else { return nil }
    let hasComma = !place.isEmpty && text[place.upperBound - 1] == UInt8(ascii: ",")
    let inCapitals = !place.isEmpty && isInCapitals(place)

    var end = match.range.upperBound
    if opensParenthesis {
      guard text.at(end) == UInt8(ascii: ")") else { return nil }
      end += 1
    }
    let agencyEnd = agencyEnd(after: end, line)
    let hasDash = isDash(at: text.skipBlanks(agencyEnd ?? end))
    let hasGap = inCapitals && text.skipBlanks(end) >= end + 2
    let isDateline =
      agencyEnd != nil
      ? hasDash || inCapitals
      : (inCapitals && (hasDash || hasGap) && (hasComma || match.date.precision == .day))
        || (opensParenthesis && !place.isEmpty && hasDash)
    return isDateline ? (match.date, line.lowerBound..<(agencyEnd ?? end)) : nil
  }

  private func eastAsian(_ match: DateMatch, _ line: Range<Int>) -> (date: PartialDate, words: Range<Int>)? {
    for mark: StaticString in ["电", "電", "讯", "訊"] where text.has(mark, at: match.range.upperBound) {
      return (match.date, line.lowerBound..<match.range.upperBound + mark.utf8CodeUnitCount)
    }
    return nil
  }

  private func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1].isBlank { end -= 1 }
    return range.lowerBound..<end
  }

  private func withoutWeekday(_ range: Range<Int>) -> Range<Int> {
    let trimmed = withoutBlanks(range)
    var end = trimmed.upperBound
    if end > trimmed.lowerBound, text[end - 1] == UInt8(ascii: ",") { end -= 1 }
    var start = end
    while start > trimmed.lowerBound, text[start - 1].isASCIILetter { start -= 1 }
    guard let word = PackedWord(text, start..<end), CalendarWords.weekdays.contains(word) else {
      return trimmed
    }
    return withoutBlanks(trimmed.lowerBound..<start)
  }

  /// Letters, blanks and the punctuation of names, a capital first, no word that opens prose.
  private func isPlace(_ range: Range<Int>, needsComma: Bool) -> Bool {
    guard text[range.lowerBound].isUppercase || text[range.lowerBound] >= 0x80 else { return false }
    let opener = PackedWord(text, range.lowerBound..<text.wordEnd(range.lowerBound))
    if let opener, LineSegments.proseOpeners.contains(opener) { return false }
    var words = 1
    var hasComma = false
    for offset in range {
      let byte = text[offset]
      let isNamePart =
        byte.isASCIILetter || byte.isBlank || byte >= 0x80 || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
        || byte == UInt8(ascii: "/")
      guard isNamePart else { return false }
      if byte.isBlank && !text.at(offset - 1).isBlank && !hasComma { words += 1 }
      if byte == UInt8(ascii: ",") { hasComma = true }
      if byte == UInt8(ascii: "-"), text.at(offset + 1) == byte || text.at(offset - 1).isBlank {
        return false
      }
    }
    guard words <= Self.maximumNameWords else { return false }
    if isInCapitals(range) { return true }
    return hasCapitalisedWords(range) && (!needsComma || hasComma)
  }

  private static let nameParticles = PackedWord.set("de la le du des of al el am an der sur da do dos di")

  private func hasCapitalisedWords(_ range: Range<Int>) -> Bool {
    for offset in range.dropFirst() where text[offset - 1].isBlank {
      guard text[offset].isASCIILetter, !text[offset].isUppercase else { continue }
      let word = PackedWord(text, offset..<min(text.wordEnd(offset), range.upperBound))
      guard let word, Self.nameParticles.contains(word) else { return false }
    }
    return true
  }

  /// Whether the first word is two capitals or more.
  private func isInCapitals(_ range: Range<Int>) -> Bool {
    var end = range.lowerBound
    while end < range.upperBound, text[end].isUppercase { end += 1 }
    return end - range.lowerBound >= 2 && !text.at(end).isASCIILetter
  }

  /// The end of “(Reuters)” or “/PRNewswire/”.
  private func agencyEnd(after date: Int, _ line: Range<Int>) -> Int? {
    var start = text.skipBlanks(date)
    if text.at(start) == UInt8(ascii: ",") { start = text.skipBlanks(start + 1) }
    let closing: UInt8
    switch text.at(start) {
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    case UInt8(ascii: "/"): closing = UInt8(ascii: "/")
    default: return nil
    }
    var end = start + 1
    while end < line.upperBound, end - start <= 40, text[end] != closing { end += 1 }
    guard end < line.upperBound, text[end] == closing, !text.at(start + 1).isDigit, end > start + 1 else {
      return nil
    }
    return end + 1
  }

  private func isDash(at offset: Int) -> Bool {
    text.at(offset) == UInt8(ascii: "-") || text.has("–", at: offset) || text.has("—", at: offset)
  }
}
