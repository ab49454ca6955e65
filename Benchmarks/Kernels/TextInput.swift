import AnalysisModel

/// Documents of words drawn by Zipf's law: what the tokeniser and the vectoriser are fed.
struct TextInput {
  /// How many distinct words there are to draw from.
  private static let vocabularySize = 50_000

  /// Documents of 200 words each.
  let documents: [Document]

  /// Draws documents from a seed.
  ///
  /// - Parameter accented: every tenth word starts with a letter outside ASCII, as in many languages of Europe.
  init(documentCount: Int, accented: Bool = false, seed: UInt64 = 1) {
    var generator = SeededGenerator(seed: seed)
    documents = (0..<documentCount).map { number in
      var text = ""
      for position in 0..<200 {
        let rank = generator.zipfRank(below: Self.vocabularySize)
        if accented && position % 10 == 9 { text += "é" }
        text += Self.word(ofRank: rank)
        text += position % 12 == 11 ? ".\n" : " "
      }
      return Document(
        id: String(number), title: nil, text: UTF8Text(text),
        origin: Document.Origin(path: "generated", record: number + 1))
    }
  }

  /// How many bytes of text there are.
  var byteCount: Int { documents.reduce(0) { $0 + $1.text.count } }

  /// Frequent words are short, as in every language: the rank in base 20, spelt with consonants and vowels.
  private static func word(ofRank rank: Int) -> String {
    let consonants = Array("bcdfghklmnprstvwzjqx")
    let vowels = Array("aeiou")
    var rest = rank
    var word = ""
    repeat {
      word.append(consonants[rest % consonants.count])
      word.append(vowels[(rest / 7) % vowels.count])
      rest /= consonants.count
    } while rest > 0
    return word
  }
}
