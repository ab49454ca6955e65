/// Counts words well enough to weigh a block of text; what is found in texts rests on proper words.
enum WordEstimate {
  /// How many runs of letters and digits between white space there are; of scripts without spaces two
  /// characters count as a word. O(bytes).
  static func count(_ text: ArraySlice<UInt8>) -> Int {
    var words = 0
    var unspaced = 0
    var isInWord = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if isUnspaced(scalar) {
        unspaced += 1
        isInWord = false
      } else if scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace {
        isInWord = false
      } else if !isInWord, isLetterOrDigit(scalar) {
        words += 1
        isInWord = true
      }
    }
    return words + (unspaced + 1) / 2
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20)
      : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Thai, Lao, Burmese, Khmer, kana and Chinese characters.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
