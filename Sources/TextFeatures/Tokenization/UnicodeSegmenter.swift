import CUnistring

/// Cuts text of any script between two ASCII white spaces: runs of scripts without spaces into overlapping
/// pairs of grapheme clusters, the rest into words and emoji.
struct UnicodeSegmenter {
  private var breaks: [CChar] = []
  private var tailored: [UInt8] = []

  /// Hands the tokens between two character borders to a sink. O(end − start).
  mutating func segment<Sink: TokenSink & ~Copyable>(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, into sink: inout Sink
  ) {
    var position = start
    var wordsFrom = start
    while position < end {
      let (character, length) = decodeCharacter(text, at: position)
      guard character >= 0x0E00, CharacterClass.of(character).contains(.bigramLetter) else {
        position += length
        continue
      }
      words(text, wordsFrom, position, into: &sink)
      let run = runOfPairs(text, from: position, to: end)
      pairs(text, position, run.end, plain: run.isPlain, into: &sink)
      position = run.end
      wordsFrom = run.end
    }
    words(text, wordsFrom, end, into: &sink)
  }

  private func runOfPairs(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> (end: Int, isPlain: Bool) {
    var position = start
    var isPlain = true
    while position < end {
      let (character, length) = decodeCharacter(text, at: position)
      let classes = CharacterClass.of(character)
      if classes.isDisjoint(with: [.bigramLetter, .continuesCluster]) { break }
      if !classes.contains(.plainBigramLetter) { isPlain = false }
      position += length
    }
    return (position, isPlain)
  }

  /// Overlapping pairs of clusters; a lone cluster stands for itself.
  private mutating func pairs<Sink: TokenSink & ~Copyable>(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, plain: Bool, into sink: inout Sink
  ) {
    let count = end - start
    if !plain { findBreaks(count) { u8_grapheme_breaks(text.baseAddress! + start, count, $0) } }
    // Borders of the two clusters at hand: before..<middle..<position.
    var before = start
    var middle = start
    var position = start
    var clusters = 0
    while position < end {
      position += 1
      while position < end, plain ? text[position] & 0xC0 == 0x80 : breaks[position - start] == 0 {
        position += 1
      }
      clusters += 1
      if clusters > 1 {
        sink.take(before, position, .pair)
        before = middle
      }
      middle = position
    }
    if clusters == 1 { sink.take(start, end, .pair) }
  }

  private mutating func words<Sink: TokenSink & ~Copyable>(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, into sink: inout Sink
  ) {
    guard start < end else { return }
    var hasNonASCII = false
    for position in start..<end where text[position] >= 0x80 {
      hasNonASCII = true
      break
    }
    if hasNonASCII {
      unicodeWords(text, start, end, into: &sink)
    } else {
      ByteClass.table.withUnsafeBufferPointer { asciiWords(text, start, end, $0, into: &sink) }
    }
  }

  /// Words by libunistring's breaks, whatever the bytes are.
  mutating func unicodeWords<Sink: TokenSink & ~Copyable>(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, into sink: inout Sink
  ) {
    guard start < end else { return }
    let count = end - start
    if tailorColons(text, start, end) {
      let tailored = tailored
      findBreaks(count) { u8_wordbreaks(tailored, count, $0) }
    } else {
      findBreaks(count) { u8_wordbreaks(text.baseAddress! + start, count, $0) }
    }
    var first = start
    var position = start
    while position < end {
      position += 1
      while position < end, breaks[position - start] == 0 { position += 1 }
      judge(text, first, position, into: &sink)
      first = position
    }
  }

  private mutating func findBreaks(_ count: Int, _ find: (UnsafeMutablePointer<CChar>) -> Void) {
    if breaks.count < count { breaks = Array(repeating: 0, count: max(count, 256)) }
    breaks.withUnsafeMutableBufferPointer { find($0.baseAddress!) }
  }

  /// Copies the text with its colons (ASCII, small, full-width) replaced by characters that join nothing.
  ///
  /// - Returns: false where there is no colon; then nothing was copied.
  private mutating func tailorColons(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    var found = false
    for position in start..<end {
      let byte = text[position]
      if byte == UInt8(ascii: ":") || byte == 0xEF && Self.isWideColon(text, position) {
        found = true
        break
      }
    }
    guard found else { return false }
    tailored.removeAll(keepingCapacity: true)
    tailored.append(contentsOf: text[start..<end])
    for position in start..<end {
      if text[position] == UInt8(ascii: ":") {
        tailored[position - start] = UInt8(ascii: "!")
      } else if text[position] == 0xEF && Self.isWideColon(text, position) {
        // U+FF01, the full-width exclamation mark.
        tailored[position - start + 1] = 0xBC
        tailored[position - start + 2] = 0x81
      }
    }
    return true
  }

  /// Whether U+FF1A or U+FE55 starts here.
  private static func isWideColon(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let second = text[position + 1]
    let third = text[position + 2]
    return second == 0xBC && third == 0x9A || second == 0xB9 && third == 0x95
  }

  /// Decides whether a segment is a token, and drops joiners and format characters from its edges.
  private func judge<Sink: TokenSink & ~Copyable>(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, into sink: inout Sink
  ) {
    var coreStart = -1
    var coreEnd = start
    var isWord = false
    var inCore = false
    var position = start
    while position < end {
      let (character, length) = decodeCharacter(text, at: position)
      let classes = CharacterClass.of(character)
      position += length
      if classes.contains(.underscore) {
        inCore = false
      } else if classes.contains(.ignoredByWords) {
        if inCore, classes.contains(.mark) { coreEnd = position }
      } else {
        if coreStart < 0 { coreStart = position - length }
        inCore = true
        coreEnd = position
        if classes.contains(.alphanumeric) { isWord = true }
      }
    }
    if isWord {
      sink.take(coreStart, coreEnd, .word)
    } else if isEmoji(text, start, end) {
      sink.take(start, end, .emoji)
    }
  }

  /// Whether a segment is shown as an emoji: pictures with emoji presentation, by themselves or by
  /// selector or skin tone; flags; keycaps.
  private func isEmoji(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let (first, length) = decodeCharacter(text, at: start)
    if uc_wordbreak_property(first) == CInt(WBP_RI) { return end - start > length }
    let isPicture = uc_is_property_extended_pictographic(first)
    if isPicture && uc_is_property_emoji_presentation(first) { return true }
    var position = start + length
    while position < end {
      let (character, length) = decodeCharacter(text, at: position)
      if character == 0x20E3 || isPicture && character == 0xFE0F { return true }
      if isPicture && uc_is_property_emoji_modifier(character) { return true }
      position += length
    }
    return false
  }
}
