import AnalysisModel

/// Reads dates out of a stretch of text by looking at each token once.
///
/// Read are 2020-10-09 (also as the start of an ISO 8601 date and time), 2020/10/09, 2020.10.09, 9 October
/// 2020, 9th of October 2020, 9-Oct-2020, 9. Oktober 2020, 9 de octubre de 2020, October 9, 2020, Oct. 9
/// 2020, Oct  9 12:33:00 UTC 2020, 2020年10月9日, 2020년 10월 9일, 09.10.2020 (two-digit parts with dots put the
/// day first in every country that writes them so; single digits may be a version and are not read), and
/// 25/12/2020 or 12/25/2020, where one part can only be the day. Of 03/04/2020 only the year is certain.
/// Two-digit years are not read.
struct DateScanner {
  /// Ends where the stretch ends: nothing behind it is looked at.
  let text: Bytes

  /// Prepares to read dates that end before `end`; offsets stay those of the whole text.
  init(text: Bytes, end: Int) {
    self.text = Bytes(rebasing: text[..<end])
  }

  /// Years that a number in a text may stand for.
  static let years = 1500...2199

  /// The date that starts exactly at an offset: of any precision, the year possibly unknown.
  func match(at start: Int) -> DateMatch? {
    let first = text[start]
    guard startsToken(start) else { return nil }
    if first.isDigit { return numberFirst(at: start) }
    if first.isASCIILetter { return monthFirst(at: start) }
    return nil
  }

  /// The first date in a range that is accepted.
  func first(in range: Range<Int>, where accept: (DateMatch) -> Bool) -> DateMatch? {
    for start in range where text[start].isDigit || text[start].isASCIILetter {
      if let match = match(at: start), accept(match) { return match }
    }
    return nil
  }

  private func startsToken(_ start: Int) -> Bool {
    let previous = start > 0 ? text[start - 1] : 0
    if previous.isDigit || previous.isASCIILetter { return false }
    guard text[start].isDigit else { return true }
    switch previous {
    case UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "_"), UInt8(ascii: "="):
      return false
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"):
      let before = text.at(start - 2)
      return !before.isDigit && !before.isASCIILetter
    default: return true
    }
  }

  /// A run of digits; longer runs than four keep only their length.
  func number(at start: Int) -> (value: Int, digits: Int, end: Int)? {
    var end = start
    var value = 0
    while end < text.count, text[end].isDigit {
      if end - start < 4 { value = value * 10 + Int(text[end] - 48) }
      end += 1
    }
    return end > start ? (value, end - start, end) : nil
  }

  /// A year of four digits that no letter, digit, or digit after a point or hyphen follows.
  func year(at start: Int) -> (value: Int, end: Int)? {
    guard let number = number(at: start), number.digits == 4, Self.years.contains(number.value),
      endsToken(number.end)
    else { return nil }
    let next = text.skipBlanks(number.end)
    if let word = PackedWord(text, next..<text.wordEnd(next)),
      CalendarWords.hourWords.contains(word)
    {
      return nil
    }
    return (number.value, number.end)
  }

  /// Whether what ends before `end` is not the first part of something longer.
  func endsToken(_ end: Int) -> Bool {
    let next = text.at(end)
    if next.isDigit || next.isASCIILetter || next == UInt8(ascii: "_") { return false }
    let joins =
      next == UInt8(ascii: "/") || next == UInt8(ascii: "-") || next == UInt8(ascii: ".")
      || next == UInt8(ascii: ":")
    let after = text.at(end + 1)
    return !(joins && (after.isDigit || next == UInt8(ascii: "/") && after.isASCIILetter))
  }

  /// Whether the two letters open an English month's name: spares most words the lookup.
  func mayOpenMonth(_ start: Int) -> Bool {
    let second = text.at(start + 1) | 0x20
    switch text[start] | 0x20 {
    case UInt8(ascii: "j"): return second == UInt8(ascii: "a") || second == UInt8(ascii: "u")
    case UInt8(ascii: "f"), UInt8(ascii: "s"), UInt8(ascii: "d"): return second == UInt8(ascii: "e")
    case UInt8(ascii: "m"): return second == UInt8(ascii: "a")
    case UInt8(ascii: "a"): return second == UInt8(ascii: "p") || second == UInt8(ascii: "u")
    case UInt8(ascii: "o"): return second == UInt8(ascii: "c")
    case UInt8(ascii: "n"): return second == UInt8(ascii: "o")
    default: return false
    }
  }

  /// The month whose name starts at an offset, abbreviation point included.
  func month(at start: Int, _ names: [PackedWord: Int]) -> (month: Int, end: Int)? {
    let end = text.wordEnd(start)
    guard end - start >= 3, end - start <= 10, let word = PackedWord(text, start..<end),
      let month = names[word]
    else { return nil }
    return (month, text.at(end) == UInt8(ascii: ".") ? end + 1 : end)
  }
}
