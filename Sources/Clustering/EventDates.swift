import AnalysisModel

/// What the dates of an event's documents add up to.
struct EventDates {
  /// The document with the earliest date known to the day, else to the month or the year; nil without dates.
  let earliest: Int?
  /// The first day known.
  let first: PartialDate?
  /// The last day known.
  let last: PartialDate?

  init(members: [Int], dates: [DocumentDating]) {
    var days: [(document: Int, date: PartialDate, day: Int)] = []
    var vague: [(document: Int, date: PartialDate)] = []
    for member in members {
      guard let date = dates[member].dated?.date else { continue }
      if let day = date.daysSince1970 {
        days.append((member, date, day))
      } else if date.year != nil {
        vague.append((member, date))
      }
    }
    // Members ascend, so the first of equal dates is the earliest document.
    let first = days.min { ($0.day, $0.document) < ($1.day, $1.document) }
    let byYear = vague.min {
      ($0.date.year ?? 0, $0.date.month ?? 0, $0.document) < (
        $1.date.year ?? 0, $1.date.month ?? 0, $1.document
      )
    }
    earliest = first?.document ?? byYear?.document
    self.first = first?.date
    last = days.max { ($0.day, $1.document) < ($1.day, $0.document) }?.date
  }
}
