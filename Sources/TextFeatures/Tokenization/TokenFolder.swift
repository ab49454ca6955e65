import AnalysisModel
import CUnistring

/// Brings a token to the form under which it is compared.
///
/// Words: NFKC and full case folding without default-ignorable characters (Unicode's NFKC_Casefold), U+2019 as an
/// apostrophe, then the accents and the stem where asked for. A folder is used by one task at a time.
struct TokenFolder {
  private let foldDiacritics: Bool
  private let stemmer: SnowballStemmer?
  private var unicode = UnicodeFolding()

  /// - Throws: `RefrainError` for a language without a stemmer.
  init(options: FeatureOptions) throws {
    foldDiacritics = options.foldDiacritics
    stemmer = try options.stemLanguage.map { try SnowballStemmer(language: $0) }
  }

  /// Writes the folded token over `result`. Never empty for a token that is not.
  mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: TokenKind, into result: inout [UInt8]) {
    result.removeAll(keepingCapacity: true)
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    if isASCII {
      for byte in bytes { result.append(byte &- 65 < 26 ? byte | 0x20 : byte) }
    } else {
      switch kind {
      // Han, kana and Hangul syllables fold to themselves, and folding each distinct pair would cost more than
      // finding it.
      case .pair where Self.isPlain(bytes): result.append(contentsOf: bytes)
      case .word, .pair, .address: unicode.compatibilityCaseFold(bytes, into: &result)
      case .emoji: unicode.withoutPresentation(bytes, into: &result)
      case .lowered(let before, let after):
        unicode.lowerCase(bytes, casedBefore: before, casedAfter: after, into: &result)
        // İ becomes i and a combining dot; the dot is no word character to Python, so it ends the token.
        if result.suffix(2) == [0xCC, 0x87] { result.removeLast(2) }
      }
    }
    switch kind {
    case .pair, .address, .emoji: break
    case .word, .lowered:
      if foldDiacritics && !isASCII { unicode.removeDiacritics(&result) }
      stemmer?.stem(&result)
    }
    if result.isEmpty { result.append(contentsOf: bytes) }
  }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < bytes.count {
      let (character, length) = decodeCharacter(bytes, at: position)
      if !CharacterClass.of(character).contains(.plainBigramLetter) { return false }
      position += length
    }
    return true
  }
}
