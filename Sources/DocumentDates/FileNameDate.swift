import AnalysisModel

/// Reads the date in a file's name: 2020-10-09-title.md, 2020_10_09.txt, report-20201009.txt,
/// 20201009_x.html.
///
/// The folders are not read, nor is a name with two different dates.
enum FileNameDate {
  static func read(path: String) -> (date: PartialDate, name: String)? {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let digits = Array(name.utf8)
    var found: PartialDate?
    var start = 0
    while start < digits.count {
      guard digits[start].isDigit else {
        start += 1
        continue
      }
      var end = start
      while end < digits.count, digits[end].isDigit { end += 1 }
      var next = end
      if start == 0 || !digits[start - 1].isASCIILetter, let (date, dateEnd) = date(digits, start, end) {
        if let found, found != date { return nil }
        found = date
        next = dateEnd
      }
      start = next
    }
    return found.map { ($0, name) }
  }

  private static func date(_ name: [UInt8], _ start: Int, _ end: Int) -> (PartialDate, Int)? {
    func value(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(name[$1] - 48) } }
    func made(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
      (1900...2099).contains(year) ? PartialDate(year: year, month: month, day: day) : nil
    }
    if end - start == 8 || end - start == 14 {
      guard end == name.count || !name[end].isASCIILetter || name[end] | 0x20 == UInt8(ascii: "t") else {
        return nil
      }
      return made(value(start..<start + 4), value(start + 4..<start + 6), value(start + 6..<start + 8))
        .map { ($0, end) }
    }
    guard end - start == 4, end + 6 <= name.count, name[end + 3] == name[end],
      [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(name[end]),
      [1, 2, 4, 5].allSatisfy({ name[end + $0].isDigit }),
      end + 6 == name.count || !name[end + 6].isDigit
    else { return nil }
    return made(value(start..<end), value(end + 1..<end + 3), value(end + 4..<end + 6)).map { ($0, end + 6) }
  }
}
