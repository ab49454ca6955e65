import AnalysisModel

/// Reads a document as code points for character n-grams. One task uses it for one piece.
struct CharacterReader {
  private let options: FeatureOptions
  private var unicode = UnicodeFolding()
  private var folded: [UInt8] = []
  private var characters: [UInt32] = []

  private static let space: UInt32 = 0x20

  init(options: FeatureOptions) { self.options = options }

  /// The folded text, with two and more white-space characters as one space.
  mutating func text(of document: Document) -> [UInt32] {
    fold(document)
    characters.removeAll(keepingCapacity: true)
    folded.withUnsafeBufferPointer { text in
      var position = 0
      var spaces = 0
      while position < text.count {
        let (character, length) = decodeCharacter(text, at: position)
        position += length
        if Self.isSpace(character) {
          spaces += 1
          if spaces == 1 {
            characters.append(character)
          } else {
            characters[characters.count - 1] = Self.space
          }
        } else {
          spaces = 0
          characters.append(character)
        }
      }
    }
    return characters
  }

  /// The words between white space, each with one space on both sides.
  mutating func paddedWords(of document: Document) -> [ArraySlice<UInt32>] {
    fold(document)
    characters = [Self.space]
    var words: [ArraySlice<UInt32>] = []
    var bounds: [Range<Int>] = []
    folded.withUnsafeBufferPointer { text in
      var position = 0
      var start = 0
      while position < text.count {
        let (character, length) = decodeCharacter(text, at: position)
        position += length
        if !Self.isSpace(character) {
          characters.append(character)
        } else if characters.count > start + 1 {
          characters.append(Self.space)
          bounds.append(start..<characters.count)
          // The space that ends a word begins the next one.
          start = characters.count - 1
        }
      }
      if characters.count > start + 1 {
        characters.append(Self.space)
        bounds.append(start..<characters.count)
      }
    }
    words = bounds.map { characters[$0] }
    return words
  }

  private mutating func fold(_ document: Document) {
    var source: [UInt8] = []
    if options.includeTitle, let title = document.title {
      source.append(contentsOf: title.bytes)
      source.append(UInt8(ascii: "\n"))
    }
    source.append(contentsOf: document.text.bytes)
    folded.removeAll(keepingCapacity: true)
    source.withUnsafeBufferPointer { bytes in
      if bytes.allSatisfy({ $0 < 0x80 }) {
        for byte in bytes { folded.append(byte &- 65 < 26 ? byte | 0x20 : byte) }
        return
      }
      switch options.tokenizer {
      case .unicode: unicode.compatibilityCaseFold(bytes, into: &folded)
      case .sklearn:
        unicode.lowerCase(bytes, casedBefore: false, casedAfter: false, into: &folded)
      }
      if options.foldDiacritics { unicode.removeDiacritics(&folded) }
    }
  }

  /// What Python's `str.isspace` accepts.
  private static func isSpace(_ character: UInt32) -> Bool {
    switch character {
    case 9...13, 28...32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
