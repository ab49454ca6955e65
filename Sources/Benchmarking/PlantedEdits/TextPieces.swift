/// A text as words and what stands between them, by turns; joined it is the text again.
struct TextPieces {
  /// Words at odd places, the rest at even ones; begins and ends with a rest, which may be empty.
  private(set) var pieces: [String] = []

  init(_ text: String) {
    var current = String.UnicodeScalarView()
    var isWord = false
    for scalar in text.unicodeScalars {
      if Self.belongsToWord(scalar) != isWord {
        pieces.append(String(current))
        current = String.UnicodeScalarView()
        isWord.toggle()
      }
      current.append(scalar)
    }
    pieces.append(String(current))
    if isWord { pieces.append("") }
  }

  /// Han characters and Hangul syllables stand between words: numbers must be told from them.
  private static func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isIdeographic || hangulSyllables.contains(scalar) { return false }
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }

  private static let hangulSyllables: ClosedRange<Unicode.Scalar> = "\u{AC00}"..."\u{D7A3}"

  /// The places of the words.
  var wordPlaces: StrideTo<Int> { stride(from: 1, to: pieces.count, by: 2) }

  /// What stands before a word.
  func gap(before place: Int) -> String { pieces[place - 1] }

  /// The text with some words replaced, wherever they stand.
  func replacing(_ words: [String: String]) -> String {
    var pieces = pieces
    for place in wordPlaces {
      if let word = words[pieces[place]] { pieces[place] = word }
    }
    return pieces.joined()
  }
}
