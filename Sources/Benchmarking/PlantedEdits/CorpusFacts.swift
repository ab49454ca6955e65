/// The numbers, names and dates of a corpus, from which other facts are drawn.
///
/// A number is a word of ASCII digits. A name has a capital first and small letters after it, follows
/// another word of its sentence, and occurs nowhere in the corpus with a small letter. Months and days of the
/// week are those of the English calendar, with their capitals.
struct CorpusFacts: Sendable {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  /// Shorter capitalised words are mostly initials and abbreviations.
  private static let shortestName = 3
  /// Longer runs of digits are codes.
  private static let longestNumber = 9

  private let names: [String]
  private let isName: Set<String>
  /// Numbers by how many digits they have.
  private let numbers: [[String]]

  /// The facts of some texts.
  ///
  /// - Complexity: O(bytes), and O(n log n) for n distinct ones.
  init(of texts: [String]) {
    var small: Set<String> = []
    var candidates: Set<String> = []
    var digits: Set<String> = []
    for text in texts {
      let pieces = TextPieces(text)
      for place in pieces.wordPlaces {
        let word = pieces.pieces[place]
        if word.unicodeScalars.first?.properties.isLowercase == true { small.insert(word) }
        if Self.isNumber(word) { digits.insert(word) }
        if Self.looksLikeName(word) && Self.isInsideSentence(place, of: pieces) { candidates.insert(word) }
      }
    }
    names = candidates.filter { !small.contains($0.lowercased()) && !Self.isCalendar($0) }.sorted()
    isName = Set(names)
    var numbers = [[String]](repeating: [], count: Self.longestNumber + 1)
    for number in digits.sorted() { numbers[number.utf8.count].append(number) }
    self.numbers = numbers
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private static func isNumber(_ word: String) -> Bool {
    word.utf8.count <= longestNumber && word.utf8.allSatisfy(digits.contains)
  }

  private static func looksLikeName(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    return scalars.count >= shortestName && scalars.first?.properties.isUppercase == true
      && scalars.dropFirst().allSatisfy(\.properties.isLowercase)
  }

  private static func isCalendar(_ word: String) -> Bool { months.contains(word) || days.contains(word) }

  /// Only a space or a comma and a space part the word from the one before it.
  private static func isInsideSentence(_ place: Int, of pieces: TextPieces) -> Bool {
    place > 1 && [" ", ", "].contains(pieces.gap(before: place))
  }

  /// The distinct facts of a text, in order of their first place.
  ///
  /// A name or date counts where it stands inside a sentence at least once.
  func facts(of text: String) -> [String] {
    let pieces = TextPieces(text)
    var found: [String] = []
    var seen: Set<String> = []
    for place in pieces.wordPlaces {
      let word = pieces.pieces[place]
      let isFact =
        Self.isNumber(word)
        || (isName.contains(word) || Self.isCalendar(word)) && Self.isInsideSentence(place, of: pieces)
      if isFact && seen.insert(word).inserted { found.append(word) }
    }
    return found
  }

  /// Other facts of the same kinds for some facts of a text; nil where the corpus has too few.
  ///
  /// - Parameter taken: what the text has already, so that no two facts become one.
  func others(
    for facts: [String], taken: Set<String>, _ random: inout RandomStream
  ) -> [String: String]? {
    var taken = taken
    var result: [String: String] = [:]
    for fact in facts {
      guard let other = other(for: fact, taken: taken, &random) else { return nil }
      result[fact] = other
      taken.insert(other)
    }
    return result
  }

  /// Draws that fail before a fact is given up.
  private static let patience = 60

  private func other(for fact: String, taken: Set<String>, _ random: inout RandomStream) -> String? {
    let pool =
      Self.isNumber(fact)
      ? numbers[fact.utf8.count]
      : Self.months.contains(fact) ? Self.months : Self.days.contains(fact) ? Self.days : names
    for _ in 0..<Self.patience {
      if let drawn = random.element(of: pool), !taken.contains(drawn) { return drawn }
    }
    return nil
  }
}
