/// Cuts one field into tokens: words as in UAX #29, addresses whole, pairs of characters in scripts without
/// spaces, emoji.
///
/// The field is cut into chunks at ASCII white space, where words always end. A chunk of ASCII is cut by a
/// table; any other one takes the way of libunistring. Both ways give the same words for ASCII (tested).
/// One tailoring, that of CLDR's root locale: a colon joins nothing. O(bytes).
struct WordScanner {
  private var segmenter = UnicodeSegmenter()
  private let classes = ByteClass.table

  /// Hands the tokens of a field to a sink.
  mutating func scan<Sink: TokenSink & ~Copyable>(_ text: UnsafeBufferPointer<UInt8>, into sink: inout Sink) {
    let end = text.count
    var position = 0
    classes.withUnsafeBufferPointer { classes in
      while position < end {
        if classes[Int(text[position])].meets(.space) {
          position += 1
          continue
        }
        let start = position
        var seen: UInt16 = 0
        while position < end {
          let byteClass = classes[Int(text[position])]
          if byteClass.meets(.space) { break }
          seen |= byteClass.rawValue
          position += 1
        }
        scanChunk(text, start, position, ByteClass(rawValue: seen), classes, into: &sink)
      }
    }
  }

  @inline(__always)
  private mutating func scanChunk<Sink: TokenSink & ~Copyable>(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ seen: ByteClass,
    _ classes: UnsafeBufferPointer<ByteClass>, into sink: inout Sink
  ) {
    if seen.meets(.addressMark) || seen.isSuperset(of: [.letterW, .fullStop]) {
      scanAddresses(text, start, end, classes, into: &sink)
    } else if seen.meets(.nonASCII) {
      segmenter.segment(text, start, end, into: &sink)
    } else {
      asciiWords(text, start, end, classes, into: &sink)
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
