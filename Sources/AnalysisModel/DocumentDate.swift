/// What is known about when a document was written. Nothing in here is guessed.
public struct DocumentDating: Sendable, Hashable {
  /// The date of publication: a metadata field, front matter, or a date line.
  public var published: DatedEvidence?
  /// The date of the dateline ("Gaza City, January 2 (RHC)").
  public var dateline: DatedEvidence?
  /// The document cannot be older than this: the latest full date that a caption or the text mentions as past.
  public var notBefore: DatedEvidence?

  /// What is known; nil is unknown.
  public init(
    published: DatedEvidence? = nil, dateline: DatedEvidence? = nil, notBefore: DatedEvidence? = nil
  ) {
    self.published = published
    self.dateline = dateline
    self.notBefore = notBefore
  }

  /// The date that takes part in comparing documents: published, else the dateline.
  public var dated: DatedEvidence? { published ?? dateline }
}

/// A date and the words it was read from.
public struct DatedEvidence: Sendable, Hashable {
  /// The date, as precise as its evidence.
  public var date: PartialDate
  /// What kind of evidence it is.
  public var source: DateSource
  /// The words or the metadata value, as written.
  public var evidence: String
  /// Where the words stand; nil for metadata.
  public var place: Place?

  /// A date with its evidence.
  public init(date: PartialDate, source: DateSource, evidence: String, place: Place? = nil) {
    self.date = date
    self.source = source
    self.evidence = evidence
    self.place = place
  }
}

/// Where a date was read.
public enum DateSource: String, Sendable, Hashable, Codable, CaseIterable {
  /// A record field.
  case field
  /// The front matter of a Markdown file.
  case frontMatter = "front matter"
  /// The name of the file.
  case fileName = "file name"
  /// A line of the text that is nothing but a date, or a labelled one.
  case dateLine = "date line"
  /// The dateline that opens a news text.
  case dateline
  /// A picture's caption.
  case caption
  /// Running text.
  case text
}

/// A date of the Gregorian calendar of which some parts may be unknown.
///
/// Precision is day, month or year; a day and month may be known without the year.
public struct PartialDate: Sendable, Hashable {
  /// The year, if known.
  public var year: Int?
  /// 1…12, if known.
  public var month: Int?
  /// 1…31, if known; only together with the month.
  public var day: Int?

  /// A date; nil where the parts are no date of the calendar (30 February; a day without a month; nothing).
  public init?(year: Int?, month: Int?, day: Int?) {
    if let month, !(1...12).contains(month) { return nil }
    if let day {
      guard let month, day >= 1, day <= Self.days(inMonth: month, ofYear: year) else { return nil }
    }
    if month == nil && year == nil { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func days(inMonth month: Int, ofYear year: Int?) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      guard let year else { return 29 }
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: return 31
    }
  }

  /// What is known of the date.
  public var precision: Precision {
    switch (year, month, day) {
    case (_?, _?, _?): .day
    case (_?, _?, nil): .month
    case (_?, nil, _): .year
    case (nil, _, _?): .dayWithoutYear
    case (nil, _, nil): .monthWithoutYear
    }
  }

  /// How much of a date is known.
  public enum Precision: String, Sendable, Hashable, Codable, CaseIterable {
    /// Year, month and day.
    case day
    /// Year and month.
    case month
    /// Only the year.
    case year
    /// Day and month; the year is unknown.
    case dayWithoutYear = "day without year"
    /// Only the month.
    case monthWithoutYear = "month without year"
  }

  /// Days since 1970-01-01 (proleptic Gregorian); nil unless the date is known to the day.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), days_from_civil.
  public var daysSince1970: Int? {
    guard let year, let month, let day else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension PartialDate: CustomStringConvertible {
  /// ISO 8601 with as many parts as are known: `2020-10-09`, `2020-10`, `2020`, `--01-02`, `--01`.
  public var description: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    var text = year.map { String(repeating: "0", count: max(0, 4 - "\($0)".count)) + "\($0)" } ?? "-"
    if let month { text += "-" + two(month) }
    if let day { text += "-" + two(day) }
    return text
  }

  /// For people: `9 October 2020`, `October 2020`, `2020`, `2 January (year unknown)`.
  public var spelledOut: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    var parts: [String] = []
    if let day { parts.append("\(day)") }
    if let month { parts.append(names[month - 1]) }
    parts.append(year.map { "\($0)" } ?? "(year unknown)")
    return parts.joined(separator: " ")
  }
}
