/// Pronounceable words, one for every rank; frequent ranks have short ones.
enum InventedWords {
  private static let onsets = Array("bdfghklmnprstvz".utf8)
  private static let vowels = Array("aeiou".utf8)
  private static let codas = Array("nrslmtkd".utf8)
  private static let syllableCount = 75

  /// Appends the word of a rank, in lower-case ASCII; different ranks have different words.
  ///
  /// The rank is counted in syllables of a consonant and a vowel: 75 words of one, 5,625 of two and so on.
  /// Within a length the order is scrambled, and every third word or so ends in a consonant more.
  static func append(rank: Int, to bytes: inout [UInt8]) {
    var index = rank - 1
    var size = syllableCount
    var length = 1
    while index >= size {
      index -= size
      size *= syllableCount
      length += 1
    }
    // A prime that divides no size, so that the scrambling is one to one; products stay far below 2⁶³.
    index = (index * 48_271 + 7) % size
    for _ in 0..<length {
      let syllable = index % syllableCount
      bytes.append(onsets[syllable / vowels.count])
      bytes.append(vowels[syllable % vowels.count])
      index /= syllableCount
    }
    let mixed = (UInt64(rank) &* 0x9E37_79B9_7F4A_7C15) >> 56
    if mixed % 3 == 0 { bytes.append(codas[Int(mixed / 3) % codas.count]) }
  }
}
