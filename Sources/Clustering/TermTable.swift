import TextFeatures

/// Which tokens of a vocabulary count as content, and which are spellings of one term.
///
/// A possessive ("hamas's") is the term of its base form. Addresses and lone Latin letters or digits are no
/// terms. Nor are function words, which depends on the language of the document that a token stands in.
struct TermTable: Sendable {
  /// For every token id the term's token id; `none` where the token is no term.
  let terms: [UInt32]
  /// For every token id the languages in which it is a function word (see `FunctionWords`).
  let languages: [UInt8]
  /// Marks tokens that are no terms.
  static let none = UInt32.max

  /// O(bytes of the vocabulary).
  init(vocabulary: Vocabulary) {
    var terms = [UInt32](repeating: Self.none, count: vocabulary.count)
    var languages = [UInt8](repeating: 0, count: vocabulary.count)
    var possessives: [(id: UInt32, base: String)] = []
    for id in 0..<UInt32(vocabulary.count) {
      let token = vocabulary.token(id)
      languages[Int(id)] = FunctionWords.languages(of: token)
      if token.hasSuffix("'s") && languages[Int(id)] == 0 {
        possessives.append((id, String(token.dropLast(2))))
      } else if Self.isContent(token) {
        terms[Int(id)] = id
      }
    }
    let bases = Set(possessives.map(\.base))
    var baseIDs: [String: UInt32] = [:]
    if !bases.isEmpty {
      for id in 0..<UInt32(vocabulary.count) {
        let token = vocabulary.token(id)
        if bases.contains(token) { baseIDs[token] = id }
      }
    }
    for (id, base) in possessives where Self.isContent(base) {
      languages[Int(id)] = FunctionWords.languages(of: base)
      // The first possessive of a base that never stands alone speaks for itself.
      let term = baseIDs[base] ?? id
      baseIDs[base] = term
      terms[Int(id)] = term
    }
    self.terms = terms
    self.languages = languages
  }

  private static func isContent(_ token: String) -> Bool {
    let bytes = token.utf8
    guard let first = bytes.first else { return false }
    if bytes.count == 1 && first < 0x80 { return false }
    return !(token.hasPrefix("www.") || bytes.contains(UInt8(ascii: "@")) || token.contains("://"))
  }
}
