/// Cuts one field into tokens: words as in UAX #29, addresses whole, pairs of characters in scripts without
/// spaces, emoji.
///
/// The field is cut into chunks at ASCII white space, where words always end. Bytes are looked at 64 at a time:
/// in a chunk of ASCII where nothing can join words, where they begin and end is read off the bits; any other
/// chunk of ASCII is cut by a table, and the rest takes the way of libunistring. All ways give the same words
/// for ASCII (tested). One tailoring, that of CLDR's root locale: a colon joins nothing. O(bytes).
struct WordScanner {
  private var segmenter = UnicodeSegmenter()
  private let classes = ByteClass.table

  /// Hands the tokens of a field to a sink.
  mutating func scan<Sink: TokenSink & ~Copyable>(_ text: UnsafeBufferPointer<UInt8>, into sink: inout Sink) {
    guard let bytes = text.baseAddress else { return }
    var position = 0
    while position < text.count {
      let width = min(ChunkMask.width, text.count - position)
      let mask = ChunkMask(bytes + position, count: width)
      if position + width == text.count {
        scanBlock(text, position, width, mask, into: &sink)
        return
      }
      if mask.space == 0 {
        position = scanLongChunk(text, position, into: &sink)
        continue
      }
      // Only whole chunks: the next block begins where the last one of this block does.
      let length = ChunkMask.width - 1 - mask.space.leadingZeroBitCount
      scanBlock(text, position, length, mask, into: &sink)
      position += length + 1
    }
  }

  /// Cuts whole chunks.
  ///
  /// - Parameters:
  ///   - length: so many bytes, behind which there is white space or nothing.
  ///   - mask: what they and perhaps some more bytes are.
  @inline(__always)
  private mutating func scanBlock<Sink: TokenSink & ~Copyable>(
    _ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ length: Int, _ mask: ChunkMask,
    into sink: inout Sink
  ) {
    func below(_ bit: Int) -> UInt64 { ~(UInt64.max << UInt64(bit)) }
    // Bytes with nothing of their chunk behind them. A shift by −1 gives 0.
    let ends = mask.space >> 1 | 1 << UInt64(truncatingIfNeeded: length - 1)
    var words = mask.word & below(length)
    var special = (mask.odd | mask.joiner & ~ends) & below(length)
    while special != 0 {
      let bit = special.trailingZeroBitCount
      let start = ChunkMask.width - (mask.space & below(bit)).leadingZeroBitCount
      let end = min(length, bit + (mask.space >> UInt64(bit)).trailingZeroBitCount)
      takeWords(words & below(start), position, into: &sink)
      scanChunk(text, position + start, position + end, into: &sink)
      words &= ~below(end)
      special &= ~below(end)
    }
    takeWords(words, position, into: &sink)
  }

  /// Every run of bits is a word.
  @inline(__always)
  private func takeWords<Sink: TokenSink & ~Copyable>(
    _ words: UInt64, _ position: Int, into sink: inout Sink
  ) {
    var edges = words ^ words << 1
    while edges != 0 {
      let start = edges.trailingZeroBitCount
      edges &= edges &- 1
      // Behind the last edge stands 64, the end of a run up to the last bit.
      let end = edges.trailingZeroBitCount
      edges &= edges &- 1
      sink.take(position + start, position + end, .word)
    }
  }

  /// Cuts a chunk of unknown length.
  ///
  /// - Returns: where it ends.
  @inline(never)
  private mutating func scanLongChunk<Sink: TokenSink & ~Copyable>(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, into sink: inout Sink
  ) -> Int {
    let end = classes.withUnsafeBufferPointer { classes in
      text[start...].firstIndex { classes[Int($0)].meets(.space) } ?? text.count
    }
    scanChunk(text, start, end, into: &sink)
    return end
  }

  /// Cuts a chunk that may hold anything but white space.
  @inline(never)
  private mutating func scanChunk<Sink: TokenSink & ~Copyable>(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, into sink: inout Sink
  ) {
    classes.withUnsafeBufferPointer { classes in
      var union: UInt16 = 0
      for position in start..<end { union |= classes[Int(text[position])].rawValue }
      let seen = ByteClass(rawValue: union)
      if seen.meets(.addressMark) || seen.isSuperset(of: [.letterW, .fullStop]) {
        scanAddresses(text, start, end, classes, into: &sink)
      } else if seen.meets(.nonASCII) {
        segmenter.segment(text, start, end, into: &sink)
      } else {
        asciiWords(text, start, end, classes, into: &sink)
      }
    }
  }

  private mutating func scanAddresses<Sink: TokenSink & ~Copyable>(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    _ classes: UnsafeBufferPointer<ByteClass>, into sink: inout Sink
  ) {
    let finder = AddressFinder(text: text, classes: classes)
    var position = start
    while let address = finder.first(in: position..<end) {
      segmenter.segment(text, position, address.lowerBound, into: &sink)
      sink.take(address.lowerBound, address.upperBound, .address)
      position = address.upperBound
    }
    segmenter.segment(text, position, end, into: &sink)
  }
}

/// Cuts ASCII between `start` and `end` into words. Underscores at the edges do not belong to a word.
@inline(__always)
func asciiWords<Sink: TokenSink & ~Copyable>(
  _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
  _ classes: UnsafeBufferPointer<ByteClass>, into sink: inout Sink
) {
  let underscore = UInt8(ascii: "_")
  var position = start
  while position < end {
    guard classes[Int(text[position])].meets(.word) else {
      position += 1
      continue
    }
    var first = position
    position += 1
    while position < end {
      let here = classes[Int(text[position])]
      if here.meets(.word) {
        position += 1
        continue
      }
      guard position + 1 < end else { break }
      let before = classes[Int(text[position - 1])]
      let after = classes[Int(text[position + 1])]
      let joins =
        here.meets(.betweenLetters) && before.meets(.letter) && after.meets(.letter)
        || here.meets(.betweenDigits) && before.meets(.digit) && after.meets(.digit)
      guard joins else { break }
      position += 2
    }
    var last = position
    while first < last, text[first] == underscore { first += 1 }
    while last > first, text[last - 1] == underscore { last -= 1 }
    if first < last { sink.take(first, last, .word) }
  }
}
