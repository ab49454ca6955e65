/// A word of up to 16 bytes in lower case (ASCII and U+00C0…U+00DE), held in one number so that looking it up
/// costs no string.
struct PackedWord: Hashable {
  private let packed: UInt128

  /// Nil for an empty or longer word.
  init?(_ text: Bytes, _ range: Range<Int>) {
    guard !range.isEmpty, range.count <= 16 else { return nil }
    var packed: UInt128 = 0
    var previous: UInt8 = 0
    for offset in range {
      var byte = text[offset]
      if byte.isUppercase || previous == 0xC3 && byte < 0x9F { byte |= 0x20 }
      packed = packed << 8 | UInt128(byte)
      previous = byte
    }
    self.packed = packed
  }

  /// - Precondition: a lower-case word of 1…16 bytes.
  init(_ word: String) {
    precondition((1...16).contains(word.utf8.count), "‘\(word)’ has \(word.utf8.count) bytes")
    packed = word.utf8.reduce(0) { $0 << 8 | UInt128($1) }
  }

  /// The words of a list separated by white space.
  static func set(_ words: String) -> Set<PackedWord> {
    Set(words.split(whereSeparator: \.isWhitespace).map { PackedWord(String($0)) })
  }
}
