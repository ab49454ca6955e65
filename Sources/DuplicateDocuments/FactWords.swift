/// Words that state a fact rather than tell a story: numbers, names and dates.
///
/// The rule is general and needs no dictionary but the calendar's:
/// 1. a token with a digit in it;
/// 2. the name of a month or of a day of the week, in one of the languages below, in any case;
/// 3. a token that begins with a capital letter inside a sentence, or at its start if the next token has a
///    capital too ("John Smith said …"); and a capitalised token that is one of these elsewhere in the same text.
///    A title in which no word of five letters begins with a small letter is set in headline capitals, which
///    prove nothing.
///
/// Scripts without capitals only have rules 1 and 2. In German every noun has a capital, so there the rule
/// takes in common nouns too.
enum FactWords {
  /// English, German, French, Spanish, Italian, Portuguese, Dutch; lower case.
  static let calendar: Set<String> = Set(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    januar februar märz mai juni juli oktober dezember
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    lundi mardi mercredi jeudi vendredi samedi dimanche
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    lunes martes miércoles jueves viernes sábado domingo
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro segunda terça quarta quinta sexta
    januari februari maart mei augustus
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Whether a token is a number or names a month or a day of the week.
  static func isNumberOrDate(_ token: String) -> Bool {
    token.unicodeScalars.contains { $0.properties.numericType != nil }
      || calendar.contains(token.lowercased())
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
