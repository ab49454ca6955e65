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
    ("gepubliceerd", .published), ("for immediate release", .published),
    ("story created", .published), ("created", .published), ("发布时间", .published), ("发布日期", .published),
    ("公開日", .published), ("投稿日", .published),
    ("入力", .published),
    ("입력", .published),
    ("date", .dated), ("dated", .dated), ("datum", .dated), ("fecha", .dated), ("日期", .dated),
    ("last updated", .updated), ("last modified", .updated), ("last update", .updated),
    ("last-modified", .updated), ("updated", .updated), ("modified", .updated), ("update", .updated),
    ("aktualisiert", .updated), ("actualizado", .updated), ("mis à jour", .updated),
    ("更新时间", .updated), ("更新日", .updated), ("수정", .updated),
  ]

  /// Words that may stand between a label and its date: a label before anything else is a verb of prose.
  private static let followers = PackedWord.set("on at of am le el il the date time den op")

  /// A name may follow these before the date: “Posted by Ann on …”, “Published in World on …”.
  private static let nameOpeners = PackedWord.set("by in")

  /// The label at the start of a line, with its end.
  static func label(at start: Int, in text: Bytes) -> (kind: Kind, end: Int)? {
    for (words, kind) in labels where text.hasFolded(words, at: start) {
      let end = start + words.utf8CodeUnitCount
      let next = text.at(end)
      if next.isASCIILetter || next.isDigit { continue }
      return (kind, end)
    }
    return nil
  }

  /// Whether what follows a label up to the date keeps it a label: a colon, “on”, a time, “by NAME on”.
  static func introduces(_ range: Range<Int>, in text: Bytes) -> Bool {
    guard range.count <= 60 else { return false }
    var offset = text.skipBlanks(range.lowerBound)
    if let opener = PackedWord(text, offset..<text.wordEnd(offset)), nameOpeners.contains(opener) {
      return true
    }
    while offset < range.upperBound {
      let end = min(text.wordEnd(offset), range.upperBound)
      if let word = PackedWord(text, offset..<end) {
        let isFollower =
          followers.contains(word) || CalendarWords.weekdays.contains(word)
          || CalendarWords.timeWords.contains(word)
        guard isFollower else { return false }
      } else if end > offset {
        return false
      }
      offset = max(end, offset + 1)
    }
    return true
  }
}
