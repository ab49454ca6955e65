/// Words that state a fact rather than tell a story: numbers, names and dates.
///
/// The rule is general and needs no dictionary but the calendar's:
/// 1. a token with a digit in it;
/// 2. the name of a month or of a day of the week in one of the languages below;
/// 3. a token that begins with a capital letter inside a sentence, or at its start if the next token has a
///    capital too ("John Smith said …"); and a capitalised token that is one of these elsewhere in the same
///    text. A title in which no word of five letters begins with a small letter is set in headline capitals,
///    which prove nothing.
///
/// Scripts without capitals only have rules 1 and 2. In German every noun has a capital, so there the rule
/// takes in common nouns too.
enum FactWords {
  /// English and German, which write them with capitals; without one, "may", "march" and "sat" are other
  /// words.
  static let capitalisedCalendar = words(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    januar februar märz mai juni juli oktober dezember
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    """)

  /// French, Spanish, Italian, Portuguese, Dutch, in any case; names that are common words besides are left
  /// out.
  static let calendar = words(
    """
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    lundi mardi mercredi jeudi vendredi samedi dimanche
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    lunes martes miércoles jueves viernes sábado domingo
    gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    januari februari maart april mei juni juli augustus september oktober november december
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Whether a token is a number or names a month or a day of the week.
  static func isNumberOrDate(_ token: String) -> Bool {
    // By category, not by value: Han numerals are letters and stand in many words.
    let isNumber = token.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .decimalNumber, .letterNumber, .otherNumber: true
      default: false
      }
    }
    if isNumber { return true }
    let folded = token.lowercased()
    return calendar.contains(folded) || isCapitalised(token) && capitalisedCalendar.contains(folded)
  }

  /// Whether a token begins with a capital letter.
  static func isCapitalised(_ token: String) -> Bool {
    guard let first = token.unicodeScalars.first else { return false }
    return first.properties.isUppercase || first.properties.generalCategory == .titlecaseLetter
  }

  /// Whether a token begins with a small letter and has at least five characters.
  static func isLongAndSmall(_ token: String) -> Bool {
    guard let first = token.unicodeScalars.first, first.properties.isLowercase else { return false }
    return token.count >= 5
  }
}
