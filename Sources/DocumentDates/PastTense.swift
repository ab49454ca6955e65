/// A simple test, in English words, of whether a date lies behind the writer: it errs towards no.
enum PastTense {
  /// Any of these in the sentence makes it speak of plans or conditions.
  private static let planWords = PackedWord.set(
    """
    will would shall should might could can must be scheduled planned plans plan planning expected expects
    set slated upcoming forthcoming coming future until till deadline expire expires expiring valid
    effective if unless tomorrow ahead proposed postponed delayed extended intends hopes aims pending
    wird werden sera seront será serán sarà saranno zal zullen
    """)

  /// Before the date these make it a limit or an aim.
  private static let limits = PackedWord.set("by until till before for to through from than starting of due")

  private static let auxiliaries = PackedWord.set("was were been had did")

  /// Past forms that need no auxiliary; regular ones ending in “ed” are known by their ending.
  private static let pastForms = PackedWord.set(
    "died began fell came went sank rose born said wrote")

  /// Irregular participles, which need an auxiliary as those in “ed” do.
  private static let participles = PackedWord.set(
    """
    sold built made given taken shot found seen cut put paid sent torn thrown sworn driven written begun
    bought
    brought caught shown known held left lost won met struck hit
    """)

  /// Whether the sentence around a date is free of plan words, and no limit stands before the date.
  static func allowsPast(_ text: Bytes, _ date: Range<Int>, sentence: Range<Int>) -> Bool {
    if let before = wordBefore(date.lowerBound, in: text, from: sentence.lowerBound) {
      if limits.contains(before.word) { return false }
      let further =
        before.word == PackedWord("on")
        ? wordBefore(before.start, in: text, from: sentence.lowerBound) : nil
      if let further, limits.contains(further.word) { return false }
    }
    return !contains(planWords, text, sentence.lowerBound..<date.lowerBound)
      && !contains(planWords, text, date.upperBound..<sentence.upperBound)
  }

  /// Whether the sentence says that something happened on the date: “was signed on 9 October 2020”, “died on
  /// …”, “since …”, or “On 9 October 2020, … was …”.
  static func assertsPast(_ text: Bytes, _ date: Range<Int>, sentence: Range<Int>) -> Bool {
    guard let preposition = wordBefore(date.lowerBound, in: text, from: sentence.lowerBound) else {
      return false
    }
    if preposition.word == PackedWord("since") { return true }
    guard preposition.word == PackedWord("on") else { return false }
    guard let verb = wordBefore(preposition.start, in: text, from: sentence.lowerBound) else {
      let clause = date.upperBound..<min(sentence.upperBound, date.upperBound + 80)
      return contains(auxiliaries, text, clause)
    }
    if pastForms.contains(verb.word) { return true }
    guard verb.endsInED || participles.contains(verb.word),
      let auxiliary = wordBefore(verb.start, in: text, from: sentence.lowerBound)
    else {
      return false
    }
    return auxiliaries.contains(auxiliary.word)
  }

  private static func contains(_ words: Set<PackedWord>, _ text: Bytes, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let end = min(text.wordEnd(offset), range.upperBound)
      if end > offset {
        // “May” is a month, “may” is a plan.
        if let word = PackedWord(text, offset..<end),
          words.contains(word) || word == PackedWord("may") && text[offset] == UInt8(ascii: "m")
        {
          return true
        }
        offset = end
      } else {
        offset += 1
      }
    }
    return false
  }

  /// The word that ends before an offset, weekdays skipped.
  private static func wordBefore(
    _ offset: Int, in text: Bytes, from floor: Int
  ) -> (word: PackedWord, start: Int, endsInED: Bool)? {
    var end = offset
    while end > floor, text[end - 1].isBlank || text[end - 1] == UInt8(ascii: ",") { end -= 1 }
    var start = end
    while start > floor, text[start - 1].isASCIILetter { start -= 1 }
    guard let word = PackedWord(text, start..<end) else { return nil }
    if CalendarWords.weekdays.contains(word) { return wordBefore(start, in: text, from: floor) }
    return (word, start, text.has("ed", at: end - 2))
  }
}
