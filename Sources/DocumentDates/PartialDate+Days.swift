import AnalysisModel

extension PartialDate {
  /// The day that many days after 1970-01-01 (proleptic Gregorian).
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), civil_from_days.
  init?(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Whether the other date says the same where both say something.
  func agrees(with other: PartialDate) -> Bool {
    func same(_ a: Int?, _ b: Int?) -> Bool { a == nil || b == nil || a == b }
    return same(year, other.year) && same(month, other.month) && same(day, other.day)
  }

  /// Whether this date, known to the day, is later than another such date.
  func isLater(than other: PartialDate) -> Bool {
    (year ?? 0, month ?? 0, day ?? 0) > (other.year ?? 0, other.month ?? 0, other.day ?? 0)
  }
}
