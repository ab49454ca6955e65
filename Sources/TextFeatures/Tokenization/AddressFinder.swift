/// Finds URLs (`scheme://…`, `www.…`) and e-mail addresses in a chunk without ASCII white space.
///
/// An address ends before a bracket that it did not open, a quotation mark, `<`, `>` or a punctuation mark
/// outside ASCII; sentence punctuation at its end is not part of it.
struct AddressFinder {
  let text: UnsafeBufferPointer<UInt8>
  let classes: UnsafeBufferPointer<ByteClass>

  private static let atSign = UInt8(ascii: "@")
  private static let colon = UInt8(ascii: ":")
  private static let slash = UInt8(ascii: "/")
  private static let fullStop = UInt8(ascii: ".")
  private static let hyphen = UInt8(ascii: "-")

  /// The first address in a range of the text. Looking for all of them is O(range) in total.
  func first(in range: Range<Int>) -> Range<Int>? {
    for position in range {
      let byte = text[position]
      let found: Range<Int>?
      if byte == Self.colon {
        found = url(colon: position, range)
      } else if byte == Self.atSign {
        found = mail(atSign: position, range)
      } else if byte | 0x20 == UInt8(ascii: "w") {
        found = webAddress(position, range)
      } else {
        continue
      }
      if let found { return found }
    }
    return nil
  }

  private func has(_ position: Int, _ classesWanted: ByteClass) -> Bool {
    classes[Int(text[position])].meets(classesWanted)
  }

  /// `scheme://…` with the colon given; the scheme has at least two characters, so that `C://` is none.
  private func url(colon: Int, _ range: Range<Int>) -> Range<Int>? {
    guard colon + 3 < range.upperBound, text[colon + 1] == Self.slash, text[colon + 2] == Self.slash else {
      return nil
    }
    var start = colon
    while start > range.lowerBound, has(start - 1, .scheme) { start -= 1 }
    while start < colon, !has(start, .letter) { start += 1 }
    guard colon - start >= 2 else { return nil }
    let end = endOfURL(from: colon + 3, range)
    return end > colon + 3 ? start..<end : nil
  }

  /// `www.…` where no letter or digit of ASCII stands before it.
  private func webAddress(_ start: Int, _ range: Range<Int>) -> Range<Int>? {
    guard start + 4 < range.upperBound, text[start + 1] | 0x20 == UInt8(ascii: "w"),
      text[start + 2] | 0x20 == UInt8(ascii: "w"), text[start + 3] == Self.fullStop,
      has(start + 4, [.letter, .digit, .nonASCII]),
      start == range.lowerBound || !has(start - 1, .alphanumeric)
    else { return nil }
    let end = endOfURL(from: start + 4, range)
    return end > start + 4 ? start..<end : nil
  }

  private func endOfURL(from start: Int, _ range: Range<Int>) -> Int {
    var position = start
    var openParentheses = 0
    var openBrackets = 0
    scan: while position < range.upperBound {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "("): openParentheses += 1
      case UInt8(ascii: "["): openBrackets += 1
      case UInt8(ascii: ")"):
        if openParentheses == 0 { break scan }
        openParentheses -= 1
      case UInt8(ascii: "]"):
        if openBrackets == 0 { break scan }
        openBrackets -= 1
      case 0x80...:
        let (character, length) = decodeCharacter(text, at: position)
        if CharacterClass.of(character).isDisjoint(with: [.alphanumeric, .mark, .symbol]) { break scan }
        position += length
        continue scan
      default: if has(position, .endsURL) { break scan }
      }
      position += 1
    }
    while position > start, ".,;:!?'*_([".utf8.contains(text[position - 1]) { position -= 1 }
    return position
  }

  /// `local@domain` with the at sign given; the domain has a dot and ends in letters.
  private func mail(atSign: Int, _ range: Range<Int>) -> Range<Int>? {
    var start = atSign
    while start > range.lowerBound {
      if has(start - 1, .alphanumeric) || "._%+-".utf8.contains(text[start - 1]) {
        start -= 1
      } else if has(start - 1, .nonASCII) {
        let (character, length) = decodeCharacter(text, before: start)
        guard isSpacedLetter(character) else { break }
        start -= length
      } else {
        break
      }
    }
    while start < atSign, !has(start, [.letter, .digit, .nonASCII]) { start += 1 }
    guard start < atSign, let end = endOfDomain(from: atSign + 1, range) else { return nil }
    return start..<end
  }

  private func endOfDomain(from start: Int, _ range: Range<Int>) -> Int? {
    var position = start
    var lastDot: Int?
    while position < range.upperBound {
      let byte = text[position]
      if has(position, .alphanumeric) || byte == Self.hyphen {
        position += 1
      } else if byte == Self.fullStop {
        // A dot must stand between two labels; any other one ends the sentence.
        guard position > start, position + 1 < range.upperBound,
          has(position + 1, [.letter, .digit, .nonASCII])
        else { break }
        if has(position + 1, .nonASCII), !isSpacedLetter(decodeCharacter(text, at: position + 1).character) {
          break
        }
        lastDot = position
        position += 1
      } else if byte >= 0x80 {
        let (character, length) = decodeCharacter(text, at: position)
        guard isSpacedLetter(character) else { break }
        position += length
      } else {
        break
      }
    }
    while position > start, text[position - 1] == Self.hyphen { position -= 1 }
    guard let lastDot, lastDot + 1 < position, has(lastDot + 1, [.letter, .nonASCII]) else { return nil }
    return position
  }

  /// Letters of scripts with spaces may be part of an address; those of the others stand next to it.
  private func isSpacedLetter(_ character: UInt32) -> Bool {
    let classes = CharacterClass.of(character)
    return !classes.isDisjoint(with: [.alphanumeric, .mark]) && !classes.contains(.bigramLetter)
  }
}
