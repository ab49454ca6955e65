/// What bytes give away about their encoding.
enum EncodingDetection {
  /// How much of a file is looked at where its start is to tell.
  static let sampleSize = 8192

  /// The encoding that a byte-order mark names, and the mark's length; nil where there is none.
  static func mark(_ bytes: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    let marks: [(bytes: [UInt8], encoding: TextEncoding)] = [
      ([0xEF, 0xBB, 0xBF], .utf8),
      // Before UTF-16, whose mark is the beginning of this one.
      ([0xFF, 0xFE, 0, 0], .utf32LittleEndian), ([0, 0, 0xFE, 0xFF], .utf32BigEndian),
      ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ]
    return marks.first { bytes.starts(with: $0.bytes) }.map { ($0.encoding, $0.bytes.count) }
  }

  /// Whether a file that starts like this is no text: there are NUL bytes, and more than one byte in a
  /// hundred is a control character. Of compressed data, of programs and pictures more than that is; a text
  /// with a few stray NUL bytes stays a text.
  static func isBinary(_ bytes: some Collection<UInt8>) -> Bool {
    var nuls = 0
    var controls = 0
    var count = 0
    for byte in bytes.prefix(sampleSize) {
      count += 1
      if byte == 0 { nuls += 1 }
      if isControl(byte) { controls += 1 }
    }
    return nuls > 0 && controls * 100 > count
  }

  /// UTF-16 of the byte order in which a file without a mark seems to be written; nil where it is not.
  ///
  /// In text of mostly Latin letters every other byte is NUL: at least two in five of those bytes must be, at
  /// most one in twenty of the others, and what is written must hold neither control characters nor halves
  /// of surrogate pairs. Other scripts are not recognised; they need a mark or the option.
  static func utf16WithoutMark(_ bytes: some Collection<UInt8>) -> TextEncoding? {
    let sample = Array(bytes.prefix(sampleSize))
    let pairs = sample.count / 2
    guard pairs >= 4, bytes.count.isMultiple(of: 2) || bytes.count > sampleSize else { return nil }
    var nuls = [0, 0]
    for index in 0..<2 * pairs where sample[index] == 0 { nuls[index % 2] += 1 }
    for (high, encoding) in [(1, TextEncoding.utf16LittleEndian), (0, .utf16BigEndian)]
    where nuls[high] * 5 >= pairs * 2 && nuls[1 - high] * 20 <= pairs {
      let units = (0..<pairs).map { pair in
        UInt16(sample[2 * pair + high]) << 8 | UInt16(sample[2 * pair + 1 - high])
      }
      if isPlainText(units) { return encoding }
    }
    return nil
  }

  private static func isPlainText(_ units: [UInt16]) -> Bool {
    var expectsTrail = false
    for unit in units {
      let isTrail = unit & 0xFC00 == 0xDC00
      if isTrail != expectsTrail { return false }
      expectsTrail = unit & 0xFC00 == 0xD800
      if unit < 0x20, isControl(UInt8(unit)) { return false }
    }
    // The sample may end between the two halves of a pair.
    return true
  }

  /// C0 without tab, the line ends, form feed and escape, which stand in texts.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
  }

  /// What is said about a file that is read as Windows-1252 without being told to.
  static let windows1252Remark =
    "the file is no UTF-8 and was read as Windows-1252; --encoding names another encoding"

  /// Whether bytes that are no UTF-8 are likely Windows-1252 (or Latin-1, its part).
  ///
  /// Most of what lies outside ASCII is no UTF-8, so this is no UTF-8 with a few broken characters. The five
  /// bytes that stand for nothing do not occur. At most a third of the letters lie outside ASCII, as in all
  /// languages written in Windows-1252 and in none of those in a Cyrillic, Greek or East Asian encoding. And of
  /// the runs of such bytes three in four are single or touch an ASCII letter, as accents in words and
  /// typographic signs do. A character of UTF-8 that the end cuts off says nothing.
  static func looksLikeWindows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let whole = UnsafeBufferPointer(rebasing: bytes[..<(bytes.count - cutLength(bytes))])
    var letters = 0
    var upperLetters = 0
    var runs = 0
    var plausibleRuns = 0
    var position = 0
    while position < whole.count {
      if whole[position] < 0x80 {
        if isASCIILetter(whole[position]) { letters += 1 }
        position += 1
        continue
      }
      let start = position
      while position < whole.count, whole[position] >= 0x80 {
        if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(whole[position]) { return false }
        position += 1
      }
      upperLetters += whole[start..<position].count(where: isUpperLetter)
      runs += 1
      let touchesLetter =
        start > 0 && isASCIILetter(whole[start - 1])
        || position < whole.count && isASCIILetter(whole[position])
      if position - start == 1 || touchesLetter { plausibleRuns += 1 }
    }
    guard upperLetters * 3 <= upperLetters + letters, plausibleRuns * 4 >= runs * 3 else { return false }
    let census = UTF8Repair.census(whole)
    return census.illFormed > census.multibyte
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// The letters of Windows-1252 outside ASCII, but for a few that no language has many of.
  private static func isUpperLetter(_ byte: UInt8) -> Bool { byte >= 0xC0 && byte != 0xD7 && byte != 0xF7 }

  /// How many bytes at the end begin a character of UTF-8 and do not complete it.
  private static func cutLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.count - length]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
      return length < needed ? length : 0
    }
    return 0
  }
}
