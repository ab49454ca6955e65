import CUnistring

/// Cuts one field as scikit-learn does: `(?u)\b\w\w+\b` on the lower-cased text, with places in the original.
///
/// `\w` is what Python's `str.isalnum` accepts (general categories L and N) and the underscore.
/// Lower-casing changes no character's being one of these but for İ, whose dot ends a token.
///
/// Bytes are looked at 64 at a time; where words begin and end is read off the bits. Only a run with a byte
/// outside ASCII is gone through character by character. O(bytes).
struct SklearnScanner {
  /// Hands the tokens of a field to a sink.
  func scan<Sink: TokenSink & ~Copyable>(_ text: UnsafeBufferPointer<UInt8>, into sink: inout Sink) {
    guard let bytes = text.baseAddress else { return }
    var position = 0
    // A run that has begun and not ended yet, and whether it may hold bytes outside ASCII.
    var open: Int?
    var mayBeForeign = false
    var isInside: UInt64 = 0
    while position < text.count {
      let mask = WordMask(bytes + position, count: min(WordMask.width, text.count - position))
      var edges = mask.word ^ (mask.word << 1 | isInside)
      isInside = mask.word >> 63
      if let start = open {
        mayBeForeign = mayBeForeign || mask.nonASCII != 0
        guard edges != 0 else {
          position += WordMask.width
          continue
        }
        let end = position + edges.trailingZeroBitCount
        edges &= edges &- 1
        take(start, end, mayBeForeign, text, into: &sink)
        open = nil
      }
      while edges != 0 {
        let first = edges.trailingZeroBitCount
        edges &= edges &- 1
        if edges == 0 {
          open = position + first
          break
        }
        let end = edges.trailingZeroBitCount
        edges &= edges &- 1
        let isForeign = mask.nonASCII >> UInt64(first) & ~(UInt64.max << UInt64(end - first)) != 0
        take(position + first, position + end, isForeign, text, into: &sink)
      }
      mayBeForeign = mask.nonASCII != 0
      position += WordMask.width
    }
    if let start = open { take(start, text.count, mayBeForeign, text, into: &sink) }
  }

  @inline(__always)
  private func take<Sink: TokenSink & ~Copyable>(
    _ start: Int, _ end: Int, _ mayBeForeign: Bool, _ text: UnsafeBufferPointer<UInt8>,
    into sink: inout Sink
  ) {
    if mayBeForeign {
      scanCharacters(start, end, text, into: &sink)
    } else if end - start >= 2 {
      sink.take(start, end, .lowered(casedBefore: false, casedAfter: false))
    }
  }

  /// Cuts a run of word bytes that need not all belong to word characters.
  @inline(never)
  private func scanCharacters<Sink: TokenSink & ~Copyable>(
    _ first: Int, _ last: Int, _ text: UnsafeBufferPointer<UInt8>, into sink: inout Sink
  ) {
    let casing = SigmaCasing(text: text)
    var start = first
    var characters = 0
    var hasSigma = false
    var position = first

    func finish(_ end: Int, _ sink: inout Sink) {
      if characters >= 2 { sink.take(start, end, casing.kind(start, end, hasSigma)) }
      characters = 0
      hasSigma = false
    }

    while position < last {
      let (character, length) = decodeCharacter(text, at: position)
      if character < 0x80 || CharacterClass.of(character).contains(.alphanumeric) {
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
    finish(last, &sink)
  }
}

/// Looks at a word's neighbourhood to tell a final sigma, as Python's `str.lower()` does.
private struct SigmaCasing {
  let text: UnsafeBufferPointer<UInt8>

  func kind(_ start: Int, _ end: Int, _ hasSigma: Bool) -> TokenKind {
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
