import AnalysisModel
import Foundation

/// What the dates of two documents say about their telling of the same happening.
///
/// Dates near each other speak for one event only as far as they are rarer than chance: where every document
/// bears the same date (the day of a crawl), that date says nothing. So the kernel exp(−Δ²/2σ²) of the days Δ
/// between two documents counts by how far it lies above or below its mean over all dated pairs of the
/// corpus.
struct PublicationTimes: Sendable {
  /// σ of the kernel, in days: coverage of one happening thins out within a few days.
  static let deviation = 3.0
  /// How strongly dates move a similarity.
  static let influence = 0.5
  /// Documents dated further apart (10 σ) must be the more alike to tell of one happening …
  static let reach = 30
  /// … namely twice as much. Not more: on ECB+ topics 1–35 a fifth of the pairs of one event that bear date
  /// lines are further apart (trials, follow-ups, wrong years), and forbidding them costs .012 of B³ F1.
  static let farFactor = 0.5

  /// The days a document may have been published on.
  private struct Span: Sendable {
    var earliest: Int
    var latest: Int
    var isDay: Bool { earliest == latest }
  }

  private let spans: [Span?]
  /// Whether the day is known, but not the year.
  private let isYearless: [Bool]
  /// Where month and day are known, the day of the year 2000 with the same name.
  private let daysOfYear: [Int?]
  /// The mean kernel of all pairs that are dated to the day; 0 without such pairs.
  let meanKernel: Double

  init(_ datings: [DocumentDating]) {
    spans = datings.map(Self.span)
    isYearless = datings.map { $0.dated?.date.precision == .dayWithoutYear }
    daysOfYear = datings.map { dating in
      guard let date = dating.dated?.date, date.day != nil else { return nil }
      return PartialDate(year: 2000, month: date.month, day: date.day)?.daysSince1970
    }
    meanKernel = Self.meanKernel(ofDays: spans.compactMap { $0.flatMap { $0.isDay ? $0.earliest : nil } })
  }

  /// The factor on the similarity of two documents: 1 where the dates say nothing,
  /// `farFactor` where they are incompatible.
  func factor(_ a: Int, _ b: Int) -> Double {
    if isYearless[a] || isYearless[b] {
      guard let dayA = daysOfYear[a], let dayB = daysOfYear[b] else { return 1 }
      let apart = abs(dayA - dayB)
      return min(apart, 366 - apart) > Self.reach ? Self.farFactor : 1
    }
    guard let spanA = spans[a], let spanB = spans[b] else { return 1 }
    if spanA.isDay && spanB.isDay {
      let days = abs(spanA.earliest - spanB.earliest)
      return days > Self.reach ? Self.farFactor : 1 + Self.influence * (Self.kernel(days) - meanKernel)
    }
    let gap = max(spanA.earliest - spanB.latest, spanB.earliest - spanA.latest)
    return gap > Self.reach ? Self.farFactor : 1
  }

  /// The largest factor there can be.
  var largestFactor: Double { 1 + Self.influence * (1 - meanKernel) }

  private static func kernel(_ days: Int) -> Double {
    exp(-Double(days * days) / (2 * deviation * deviation))
  }

  private static func span(of dating: DocumentDating) -> Span? {
    // Far beyond any date of a text, and safe to subtract.
    let open = 1 << 40
    if let date = dating.dated?.date, let year = date.year {
      if let day = date.daysSince1970 { return Span(earliest: day, latest: day) }
      let first = PartialDate(year: year, month: date.month ?? 1, day: 1)?.daysSince1970
      let month = date.month ?? 12
      let next = month == 12 ? (year + 1, 1) : (year, month + 1)
      let end = PartialDate(year: next.0, month: next.1, day: 1)?.daysSince1970
      if let first, let end { return Span(earliest: first, latest: end - 1) }
    }
    if let bound = dating.notBefore?.date.daysSince1970 { return Span(earliest: bound, latest: open) }
    return nil
  }

  private static func meanKernel(ofDays days: [Int]) -> Double {
    guard days.count > 1 else { return 0 }
    var counts: [(day: Int, count: Double)] = []
    for day in days.sorted() {
      if let last = counts.indices.last, counts[last].day == day {
        counts[last].count += 1
      } else {
        counts.append((day, 1))
      }
    }
    var total = 0.0
    for (index, entry) in counts.enumerated() {
      total += entry.count * (entry.count - 1) / 2
      for later in counts[(index + 1)...] {
        if later.day - entry.day > reach { break }
        total += entry.count * later.count * kernel(later.day - entry.day)
      }
    }
    let n = Double(days.count)
    return total / (n * (n - 1) / 2)
  }
}
