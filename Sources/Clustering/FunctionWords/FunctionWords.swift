/// Words that carry grammar rather than content.
///
/// In a large corpus their inverse document frequency silences them; in a set of five articles nothing does,
/// so they are named here, for the languages that most news is written in. Contractions have a straight
/// apostrophe and ß is ss, as tokens are folded.
enum FunctionWords {
  /// The languages with a list, English first: it is assumed where nothing speaks for another.
  static let lists: [String] = [
    EnglishFunctionWords.all, EuropeanFunctionWords.german, EuropeanFunctionWords.french,
    EuropeanFunctionWords.spanish, EuropeanFunctionWords.italian, EuropeanFunctionWords.portuguese,
    EuropeanFunctionWords.dutch,
  ]

  /// The languages in which a folded token is a function word: bit `i` for list `i`.
  static func languages(of token: String) -> UInt8 { languages[token] ?? 0 }

  /// Whether a folded token is an English function word.
  static func contains(_ token: String) -> Bool { languages(of: token) & 1 != 0 }

  /// The language whose function words are most frequent, as a bit; ties go to the earlier list.
  ///
  /// A text in a language is a third to a half function words; below a tenth it is none of these, or too
  /// short to tell, and English is assumed.
  ///
  /// - Parameters:
  ///   - hits: how many tokens each list holds.
  ///   - tokens: how many there are.
  static func language(hits: [Int], tokens: Int) -> UInt8 {
    var best = 0
    for list in hits.indices where hits[list] > hits[best] { best = list }
    return hits[best] * 10 >= tokens ? 1 << UInt8(best) : 1
  }

  private static let languages: [String: UInt8] = {
    var languages: [String: UInt8] = [:]
    for (index, list) in lists.enumerated() {
      for word in list.split(whereSeparator: \.isWhitespace) {
        languages[String(word), default: 0] |= 1 << UInt8(index)
      }
    }
    return languages
  }()
}
