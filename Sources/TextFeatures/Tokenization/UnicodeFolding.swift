import CUnistring

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The foldings of libunistring and Python's lower-casing, on UTF-8.
struct UnicodeFolding {
  private var scratch: [UInt8] = []

  /// NFKC_Casefold, with U+2019 as an apostrophe.
  mutating func compatibilityCaseFold(_ bytes: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]) {
    Self.collect(&scratch) { u8_casefold(bytes.baseAddress, bytes.count, nil, refrain_nfkc(), nil, $0) }
    var removed = false
    result.removeAll(keepingCapacity: true)
    scratch.withUnsafeBufferPointer { folded in
      var position = 0
      while position < folded.count {
        let (character, length) = decodeCharacter(folded, at: position)
        if character == 0x2019 {
          result.append(UInt8(ascii: "'"))
        } else if character >= 0x80 && uc_is_property_default_ignorable_code_point(character) {
          removed = true
        } else {
          result.append(contentsOf: folded[position..<position + length])
        }
        position += length
      }
    }
    // Characters that a removed one kept apart may compose.
    if removed { normalize(&result, refrain_nfc()) }
  }

  /// An emoji without U+FE0F, which asks for the coloured picture.
  func withoutPresentation(_ bytes: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]) {
    var position = 0
    while position < bytes.count {
      let (character, length) = decodeCharacter(bytes, at: position)
      if character != 0xFE0F { result.append(contentsOf: bytes[position..<position + length]) }
      position += length
    }
  }

  /// Drops the marks that stand above, below or around a letter, by their canonical combining class: 200
  /// and more, and 10…36, the points of Hebrew, Arabic and Syriac.
  ///
  /// The others are no accents: nukta, kana voicing, virama, and the vowel signs of South and South-East
  /// Asia.
  mutating func removeDiacritics(_ token: inout [UInt8]) {
    normalize(&token, refrain_nfd())
    scratch.removeAll(keepingCapacity: true)
    token.withUnsafeBufferPointer { decomposed in
      var position = 0
      while position < decomposed.count {
        let (character, length) = decodeCharacter(decomposed, at: position)
        let combiningClass = uc_combining_class(character)
        if combiningClass < 200 && !(10...36).contains(combiningClass) {
          scratch.append(contentsOf: decomposed[position..<position + length])
        }
        position += length
      }
    }
    if !scratch.isEmpty { swap(&token, &scratch) }
    normalize(&token, refrain_nfc())
  }

  /// Python's `str.lower()`: simple mappings, İ as i and a dot, Σ by its place in the word.
  mutating func lowerCase(
    _ bytes: UnsafeBufferPointer<UInt8>, casedBefore: Bool, casedAfter: Bool,
    into result: inout [UInt8]
  ) {
    var position = 0
    // Whether the nearest character before that is not case-ignorable has case.
    var isCasedBefore = casedBefore
    while position < bytes.count {
      let (character, length) = decodeCharacter(bytes, at: position)
      position += length
      switch character {
      case ..<0x80: result.append(character &- 65 < 26 ? UInt8(character) | 0x20 : UInt8(character))
      case 0x0130: result.append(contentsOf: [0x69, 0xCC, 0x87])
      case 0x03A3:
        let isFinal = isCasedBefore && !Self.isCasedNext(bytes, position, atEnd: casedAfter)
        result.append(character: isFinal ? 0x03C2 : 0x03C3)
      default: result.append(character: uc_tolower(character))
      }
      if !uc_is_property_case_ignorable(character) { isCasedBefore = uc_is_property_cased(character) }
    }
  }

  /// Whether the next character that is not case-ignorable has case.
  static func isCasedNext(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, atEnd: Bool) -> Bool {
    var position = start
    while position < bytes.count {
      let (character, length) = decodeCharacter(bytes, at: position)
      if !uc_is_property_case_ignorable(character) { return uc_is_property_cased(character) }
      position += length
    }
    return atEnd
  }

  private func normalize(_ token: inout [UInt8], _ form: uninorm_t?) {
    guard !token.isEmpty else { return }
    let source = token
    Self.collect(&token) { u8_normalize(form, source, source.count, nil, $0) }
  }

  /// Copies what a libunistring function returns and frees it.
  private static func collect(
    _ result: inout [UInt8], _ convert: (UnsafeMutablePointer<Int>) -> UnsafeMutablePointer<UInt8>?
  ) {
    var length = 0
    guard let converted = convert(&length) else { fatalError("out of memory while folding a token") }
    defer { free(converted) }
    result.removeAll(keepingCapacity: true)
    result.append(contentsOf: UnsafeBufferPointer(start: converted, count: length))
  }
}
