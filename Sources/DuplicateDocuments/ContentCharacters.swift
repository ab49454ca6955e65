import TextFeatures

/// The normalised text of contents, character by character.
///
/// A character is a Unicode code point. The normalised text of a field is its tokens as they are compared (in
/// compatibility form, without case, and so on), with one space between two of them. Where tokens overlap, as
/// pairs of Han letters do, what both have is written once and no space stands between them.
struct ContentCharacters: Sendable {
  let fields: ComparedFields
  /// For every content, the document that stands for it.
  let leaders: [Int]

  static let space = UInt32(UInt8(ascii: " "))

  /// The characters of title and text with one space between them.
  func characters(of content: Int) -> [UInt32] {
    let title = fields.titlePositions(of: leaders[content])
    var characters: [UInt32] = []
    append(title, to: &characters)
    let text = title.upperBound..<fields.positions(of: leaders[content]).upperBound
    if !characters.isEmpty && !text.isEmpty { characters.append(Self.space) }
    append(text, to: &characters)
    return characters
  }

  /// For every content, how many characters `characters(of:)` gives; nil where tokens may overlap, in scripts
  /// without spaces.
  ///
  /// - Complexity: O(tokens), and much faster than to write the characters out.
  func lengths() -> [Int?] {
    let tokens = fields.tokens
    let ofTerms = (0..<UInt32(tokens.vocabulary.count)).map { term -> Int32 in
      let bytes = tokens.vocabulary.bytes(of: term)
      // Those scripts take three bytes a letter and more.
      return bytes.contains { $0 >= 0xE0 } ? -1 : Int32(bytes.count { $0 & 0xC0 != 0x80 })
    }
    return leaders.map { leader in
      var length = -1
      for term in tokens.ids[fields.positions(of: leader)] {
        let ofTerm = ofTerms[Int(term)]
        if ofTerm < 0 { return nil }
        length += Int(ofTerm) + 1
      }
      return max(0, length)
    }
  }

  /// The characters of the title and of the text, apart.
  func fieldCharacters(of content: Int) -> (title: [UInt32], text: [UInt32]) {
    let title = fields.titlePositions(of: leaders[content])
    var characters: (title: [UInt32], text: [UInt32]) = ([], [])
    append(title, to: &characters.title)
    append(title.upperBound..<fields.positions(of: leaders[content]).upperBound, to: &characters.text)
    return characters
  }

  /// The tokens of a content that pass a test, ascending.
  func terms(of content: Int, where isIncluded: (UInt32) -> Bool) -> [UInt32] {
    fields.tokens.ids[fields.positions(of: leaders[content])].filter(isIncluded).sorted()
  }

  /// Appends the normalised text of tokens of one field.
  private func append(_ positions: Range<Int>, to characters: inout [UInt32]) {
    let tokens = fields.tokens
    // In the original text, and in `characters`.
    var previousEnd = 0
    var previousStart = characters.count
    for position in positions {
      let place = tokens.bytes(at: position)
      let bytes = tokens.vocabulary.bytes(of: tokens.ids[position])
      if position > positions.lowerBound && place.lowerBound < previousEnd {
        let start = characters.count
        Self.decode(bytes, into: &characters)
        let shared = Self.overlap(of: characters[previousStart..<start], and: characters[start...])
        characters.removeSubrange(start..<start + shared)
        previousStart = start - shared
      } else {
        if position > positions.lowerBound { characters.append(Self.space) }
        previousStart = characters.count
        Self.decode(bytes, into: &characters)
      }
      previousEnd = place.upperBound
    }
  }

  /// The length of the longest end of `a`, but not all of it, that `b` begins with, but does not consist of.
  private static func overlap(of a: ArraySlice<UInt32>, and b: ArraySlice<UInt32>) -> Int {
    var length = min(a.count, b.count) - 1
    while length > 0, !a.suffix(length).elementsEqual(b.prefix(length)) { length -= 1 }
    return max(0, length)
  }

  /// Appends the code points of well-formed UTF-8.
  @inline(__always)
  private static func decode(_ bytes: ArraySlice<UInt8>, into characters: inout [UInt32]) {
    for byte in bytes {
      switch byte {
      case ..<0x80: characters.append(UInt32(byte))
      case ..<0xC0:
        characters[characters.count - 1] = characters[characters.count - 1] << 6 | UInt32(byte & 0x3F)
      case ..<0xE0: characters.append(UInt32(byte & 0x1F))
      case ..<0xF0: characters.append(UInt32(byte & 0x0F))
      default: characters.append(UInt32(byte & 0x07))
      }
    }
  }
}
