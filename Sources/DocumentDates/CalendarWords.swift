/// The names of months and weekdays, and the words that may stand around a date without changing it.
enum CalendarWords {
  /// English month names and abbreviations: they alone may stand before the day.
  static let englishMonths = months([
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sep sept", "october oct", "november nov", "december dec",
  ])

  /// English, German, French, Spanish, Italian, Portuguese and Dutch names, which may stand after the day.
  ///
  /// Abbreviations that are everyday words elsewhere (set, out, ago, mag, gen) are left out.
  static let allMonths = months([
    "januar januari janvier enero gennaio janeiro jan january ene janv",
    "februar februari février febrero febbraio fevereiro feb february févr fev",
    "märz maart mars marzo março mar march mär mrt",
    "april avril abril aprile apr avr abr",
    "may mai mayo maggio maio mei",
    "juni juin junio giugno junho jun june giu",
    "juli juillet julio luglio julho jul july juil lug",
    "august augustus août agosto aug aout",
    "september septembre septiembre settembre setembro sep sept setiembre",
    "oktober octobre octubre ottobre outubro oct october okt ott",
    "november novembre noviembre novembro nov",
    "dezember december décembre diciembre dicembre dezembro dec dez dic déc",
  ])

  static let weekdays = PackedWord.set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    segunda terça quarta quinta sexta feira
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """)

  /// Parts of a time of day, time zones, reading times and the small words that join a date with a time.
  static let timeWords = PackedWord.set(
    """
    am pm a m p at um om à h uhr hrs hours noon midnight min mins minutes read local time on the le el den
    dem vom il op z t
    gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest msk uk akdt akst hst nzst
    nzdt ist sgt hkt jst kst aest aedt
    """)

  /// What follows four digits that are a time of day and no year.
  static let hourWords = PackedWord.set("gmt utc hrs hours hour uhr local est edt bst cet")

  private static func months(_ names: [String]) -> [PackedWord: Int] {
    var months: [PackedWord: Int] = [:]
    for (index, row) in names.enumerated() {
      for name in PackedWord.set(row) { months[name] = index + 1 }
    }
    return months
  }
}
