/// Words that carry grammar rather than topic.
public enum StopWords {
  /// The languages `list(for:)` knows, as Snowball names them.
  public static let languages = ["english"]

  /// The function words of a language, ascending; nil where there is no list.
  ///
  /// - Parameter language: a name or an ISO 639-1 code: `english` or `en`, in any case.
  public static func list(for language: String) -> [String]? {
    switch language.lowercased() {
    case "en", "english": english
    default: nil
    }
  }

  /// Reads a list with one word a line: white space around a word is dropped, as are empty lines and what
  /// follows a `#`.
  public static func words(fromLines text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let word = line.prefix { $0 != "#" }.drop { $0.isWhitespace }
      let end = word.lastIndex { !$0.isWhitespace }
      return end.map { String(word[...$0]) }
    }
  }

  /// Articles, pronouns, prepositions, conjunctions, auxiliary verbs with their contractions, and the
  /// adverbs that only join or grade. No word that could be a topic.
  private static let english = """
    a about above across after afterwards again against all almost along already also although always am \
    among amongst an and another any anybody anyone anything anyway anywhere are aren't around as at be \
    because been before beforehand behind being below beneath beside besides between beyond both but by \
    can can't cannot could couldn't despite did didn't do does doesn't doing don't done down during each \
    either else elsewhere enough etc even ever every everybody everyone everything everywhere except few \
    for from further furthermore had hadn't has hasn't have haven't having he he'd he'll he's hence her \
    here here's hers herself him himself his how however i i'd i'll i'm i've if in indeed inside instead \
    into is isn't it it'd it'll it's its itself just least less lest let's like likewise many may maybe \
    me meanwhile might mightn't mine more moreover most mostly much must mustn't my myself namely near \
    neither never nevertheless no nobody none nonetheless nor not nothing now nowhere of off often on \
    once one one's ones only onto or other others otherwise ought our ours ourselves out outside over \
    own per perhaps quite rather really same several shall shan't she she'd she'll she's should \
    shouldn't since so some somebody somehow someone something sometimes somewhat somewhere still such \
    than that that's the their theirs them themselves then there there's thereafter thereby therefore \
    these they they'd they'll they're they've this those though through throughout thus to together too \
    toward towards under underneath unless unlike until up upon us very via was wasn't we we'd we'll \
    we're we've were weren't what what's whatever when when's whenever where where's whereas whereby \
    wherein wherever whether which whichever while who who'd who'll who's whoever whole whom whose why \
    will with within without won't would wouldn't yes yet you you'd you'll you're you've your yours \
    yourself yourselves
    """.split(separator: " ").map(String.init)
}
