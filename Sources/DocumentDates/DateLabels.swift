/// The words that announce the date of a document at the start of a line.
enum DateLabels {
  /// What the label says the date is, the strongest first.
  enum Kind: Int {
    case published
    case dated
    case updated
  }

  /// Longer labels stand before their own beginnings. Lower case.
  private static let labels: [(words: StaticString, kind: Kind)] = [
    ("first published", .published), ("originally published", .published),
    ("publication date", .published), ("date published", .published), ("published", .published),
    ("posted", .published), ("pubdate", .published), ("veröffentlicht", .published),
    ("publié", .published), ("publicado", .published), ("pubblicato", .published),
    ("gepubliceerd", .published), ("发布时间", .published), ("入力", .published), ("입력", .published),
    ("date", .dated), ("dated", .dated), ("datum", .dated), ("fecha", .dated), ("日期", .dated),
    ("last updated", .updated), ("last modified", .updated), ("last update", .updated),
    ("last-modified", .updated), ("updated", .updated), ("modified", .updated), ("update", .updated),
    ("aktualisiert", .updated), ("actualizado", .updated), ("mis à jour", .updated),
    ("更新时间", .updated), ("수정", .updated),
  ]

  /// Words that may follow a label directly: a label before anything else is a verb of running text.
  private static let followers = PackedWord.set("on by in at of am le el il the date time den op")

  /// The label at the start of a line, with its end.
  static func label(at start: Int, in text: Bytes) -> (kind: Kind, end: Int)? {
    for (words, kind) in labels where hasFolded(words, at: start, in: text) {
      let end = start + words.utf8CodeUnitCount
      let next = text.at(end)
      if next.isASCIILetter || next.isDigit { continue }
      return (kind, end)
    }
    return nil
  }

  /// Whether what follows a label up to the date keeps it a label: a colon, “on”, “by NAME on” and the like.
  static func introduces(_ range: Range<Int>, in text: Bytes) -> Bool {
    let start = text.skipBlanks(range.lowerBound)
    if start >= range.upperBound { return true }
    let wordEnd = min(text.wordEnd(start), range.upperBound)
    guard wordEnd > start else { return range.count <= 60 }
    guard range.count <= 60, let word = PackedWord(text, start..<wordEnd) else { return false }
    return followers.contains(word) || CalendarWords.weekdays.contains(word)
      || CalendarWords.timeWords.contains(word)
  }

  private static func hasFolded(_ words: StaticString, at start: Int, in text: Bytes) -> Bool {
    let length = words.utf8CodeUnitCount
    guard start + length <= text.count else { return false }
    for i in 0..<length {
      let byte = text[start + i]
      if (byte.isUppercase ? byte | 0x20 : byte) != words.utf8Start[i] { return false }
    }
    return true
  }
}
