/// Wrong characters, as careless typing and optical recognition leave them.
enum CharacterNoise {
  /// What a scanner takes for what: shapes that lie near each other in common typefaces.
  private static let confusions: [Unicode.Scalar: [String]] = [
    "l": ["1", "I"], "1": ["l", "I"], "I": ["l", "1"], "O": ["0", "Q"], "0": ["O"], "o": ["0", "c"],
    "e": ["c"], "c": ["e"], "h": ["b"], "b": ["h"], "n": ["u", "ri"], "u": ["n"], "m": ["rn"], "d": ["cl"],
    "i": ["l", "j"], "S": ["5"], "5": ["S"], "B": ["8"], "8": ["B"], "Z": ["2"], "g": ["q"], "q": ["g"],
    "t": ["f"], "f": ["t"], "w": ["vv"], "a": ["o"], "s": ["a"], "r": ["n"], "y": ["v"], "v": ["y"],
  ]

  /// Changes this share of the characters that are no white space, one at least, no two of them neighbours.
  static func apply(to text: String, share: Double, _ random: inout RandomStream) -> String {
    let scalars = Array(text.unicodeScalars)
    let places = scalars.indices.filter { !scalars[$0].properties.isWhitespace }
    let letters = places.map { scalars[$0] }.filter(\.properties.isAlphabetic)
    let count = max(1, Int((Double(places.count) * share).rounded()))
    var chosen: Set<Int> = []
    for place in random.shuffled(places) where chosen.count < count {
      if !chosen.contains(place - 1) && !chosen.contains(place + 1) { chosen.insert(place) }
    }
    var result = ""
    var index = 0
    while index < scalars.count {
      if chosen.contains(index) {
        index += append(wrong: index, in: scalars, letters: letters, to: &result, &random)
      } else {
        result.unicodeScalars.append(scalars[index])
        index += 1
      }
    }
    return result
  }

  /// Appends something wrong for the character at `index`; returns how many characters it stands for.
  private static func append(
    wrong index: Int, in scalars: [Unicode.Scalar], letters: [Unicode.Scalar], to result: inout String,
    _ random: inout RandomStream
  ) -> Int {
    let scalar = scalars[index]
    switch random.below(20) {
    case 0..<4: return 1  // left out
    case 4..<7:
      result.unicodeScalars.append(scalar)
      result.unicodeScalars.append(random.element(of: letters) ?? "x")
      return 1
    case 7..<10 where index + 1 < scalars.count:
      result.unicodeScalars.append(scalars[index + 1])
      result.unicodeScalars.append(scalar)
      return 2
    default:
      if let shape = random.element(of: confusions[scalar] ?? []) {
        result += shape
      } else {
        result.unicodeScalars.append(random.element(of: letters) ?? "x")
      }
      return 1
    }
  }
}
