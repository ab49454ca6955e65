import CUnistring

/// Cuts one field as scikit-learn does: `(?u)\b\w\w+\b` on the lower-cased text, with places in the original.
///
/// `\w` is what Python's `str.isalnum` accepts (general categories L and N) and the underscore.
/// Lower-casing changes no character's being one of these but for İ, whose dot ends a token. O(bytes).
struct SklearnScanner {
  private let classes = ByteClass.table

  /// Hands the tokens of a field to a sink.
  func scan<Sink: TokenSink>(_ text: UnsafeBufferPointer<UInt8>, into sink: inout Sink) {
    var casing = SigmaCasing(text: text)
    var start = 0
    var characters = 0
    var hasSigma = false
    var position = 0

    func finish(_ end: Int, _ sink: inout Sink) {
      if characters >= 2 { sink.take(start, end, casing.kind(start, end, hasSigma)) }
      characters = 0
      hasSigma = false
    }

    classes.withUnsafeBufferPointer { classes in
      while position < text.count {
        let byte = text[position]
        if byte < 0x80 {
          if classes[Int(byte)].meets(.word) {
            if characters == 0 { start = position }
            characters += 1
          } else {
            finish(position, &sink)
          }
          position += 1
          continue
        }
        let (character, length) = decodeCharacter(text, at: position)
        if CharacterClass.of(character).contains(.alphanumeric) {
          if characters == 0 { start = position }
          characters += 1
          if character == 0x03A3 { hasSigma = true }
          position += length
          if character == 0x0130 { finish(position, &sink) }
        } else {
          finish(position, &sink)
          position += length
        }
      }
      finish(text.count, &sink)
    }
  }
}

/// Looks at a word's neighbourhood to tell a final sigma, as Python's `str.lower()` does.
private struct SigmaCasing {
  let text: UnsafeBufferPointer<UInt8>

  mutating func kind(_ start: Int, _ end: Int, _ hasSigma: Bool) -> TokenKind {
    guard hasSigma else { return .lowered(casedBefore: false, casedAfter: false) }
    var casedBefore = false
    var position = start
    while position > 0 {
      let (character, length) = decodeCharacter(text, before: position)
      if !uc_is_property_case_ignorable(character) {
        casedBefore = uc_is_property_cased(character)
        break
      }
      position -= length
    }
    let casedAfter = UnicodeFolding.isCasedNext(text, end, atEnd: false)
    return .lowered(casedBefore: casedBefore, casedAfter: casedAfter)
  }
}
