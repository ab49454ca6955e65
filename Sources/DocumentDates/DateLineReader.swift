import AnalysisModel

/// Finds the date line of a document: a line near its top, or its very end, that is nothing but a date, perhaps
/// with weekday, time, place, byline or a label such as “Published:”.
///
/// Where lines of the best kind near the top give different days (a calendar, a list of links), none is taken.
struct DateLineReader {
  let text: Bytes

  /// Date lines stand among the first lines that are not blank: title, subtitle, byline and a caption or two.
  static let topLines = 15
  /// Or among the last.
  static let endLines = 3
  /// Longer lines are prose.
  private static let maximumLength = 160

  /// A line's date and how well the line vouches for it, the best first.
  struct Candidate {
    enum Rank: Int {
      /// “Published: 9 October 2020”
      case published
      /// “Friday, October 9, 2020 · 12:33 GMT”
      case bare
      /// “Date: 2020-10-09”, which may also be an event's
      case dated
      /// “Updated 9 October 2020”
      case updated
      /// “03/04/2020”: only the year is certain
      case yearOnly
    }

    var rank: Rank
    var date: PartialDate
    var line: Range<Int>
  }

  /// The date line, if there is exactly one answer.
  func find(top: [Range<Int>]) -> Candidate? {
    let candidates = top.compactMap(candidate)
    if !candidates.isEmpty { return best(of: candidates) }
    let floor = top.last?.upperBound ?? 0
    return best(of: TextLines.last(Self.endLines, of: text, after: floor).compactMap(candidate))
  }

  private func best(of candidates: [Candidate]) -> Candidate? {
    guard let rank = candidates.map(\.rank.rawValue).min(),
      let first = candidates.first(where: { $0.rank.rawValue == rank })
    else { return nil }
    let agree = candidates.allSatisfy { $0.rank.rawValue != rank || $0.date == first.date }
    return agree ? first : nil
  }

  /// What a line says, if it is a date line.
  func candidate(_ line: Range<Int>) -> Candidate? {
    guard line.count <= Self.maximumLength, line.contains(where: { text[$0].isDigit }) else { return nil }
    let segments = LineSegments.split(line, of: text)
    let read = segments.compactMap { segment in reading(of: segment) }
    guard let best = read.min(by: { $0.rank.rawValue < $1.rank.rawValue }) else { return nil }
    // What stands beside the date must be names: a byline, a section, a source.
    let others = segments.count - read.count
    if others > 0 {
      guard line.count <= 120, LineSegments.areNames(segments, of: text) else { return nil }
    }
    return Candidate(rank: best.rank, date: best.date, line: line)
  }

  private func reading(of segment: Range<Int>) -> (rank: Candidate.Rank, date: PartialDate)? {
    let scanner = DateScanner(text: text, bounds: segment)
    guard
      let match = scanner.first(
        in: segment, where: { $0.date.precision == .day || $0.style == .ambiguous })
    else { return nil }
    let before = segment.lowerBound..<match.range.lowerBound
    let after = match.range.upperBound..<segment.upperBound
    guard let rank = rank(match, in: segment, before: before, after: after) else { return nil }
    return (match.style == .ambiguous ? .yearOnly : rank, match.date)
  }

  private func rank(
    _ match: DateMatch, in segment: Range<Int>, before: Range<Int>, after: Range<Int>
  ) -> Candidate.Rank? {
    if let label = DateLabels.label(at: segment.lowerBound, in: text),
      label.end <= match.range.lowerBound,
      DateLabels.introduces(label.end..<match.range.lowerBound, in: text), endsLabelledLine(after)
    {
      switch label.kind {
      case .published: return .published
      case .dated: return .dated
      case .updated: return .updated
      }
    }
    if match.style == .eastAsian { return isEastAsianDateLine(before: before, after: after) ? .bare : nil }
    guard DateRemainder.isHarmless(text, after) else { return nil }
    if DateRemainder.isHarmless(text, before) { return .bare }
    return LineSegments.isPlaceOrByline(before, of: text) ? .bare : nil
  }

  /// After a labelled date: a time, another label, or a few words such as a section's name.
  private func endsLabelledLine(_ after: Range<Int>) -> Bool {
    if DateRemainder.isHarmless(text, after) { return true }
    let rest = text.trimmed(after)
    if text.at(rest.lowerBound) == UInt8(ascii: ",") { return false }
    if rest.contains(where: { DateLabels.label(at: $0, in: text)?.kind == .updated }) { return true }
    return rest.count <= 40 && !rest.contains { text[$0] == UInt8(ascii: ".") }
      && text.skipBlanks(after.lowerBound) > after.lowerBound
  }

  /// 2020年10月9日 12:30 来源…: the date opens the line and a blank or the end follows.
  private func isEastAsianDateLine(before: Range<Int>, after: Range<Int>) -> Bool {
    guard DateRemainder.isHarmless(text, before) else { return false }
    if after.isEmpty { return true }
    return text.skipBlanks(after.lowerBound) > after.lowerBound && after.count <= 80
      && !after.contains { text.has("。", at: $0) || text.has("，", at: $0) }
  }
}
