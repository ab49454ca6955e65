import AnalysisModel
import Foundation

/// What makes a passage the same one in another run: its words, whatever their case and the signs between them.
public enum PassageIdentity {
  /// The first 32 hexadecimal digits of the SHA-256 of the passage's words.
  ///
  /// All places of a passage have the same words but may differ in case, accents and punctuation, and which of them
  /// comes first depends on the order of the input; none of that changes the identity.
  public static func digest(of text: String) -> String {
    var hash = SHA256()
    hash.update(words(of: text)[...])
    return hash.prefix()
  }

  /// The letters and digits, folded, in words with one space between.
  ///
  /// Folding is NFKD without marks, upper case (which spells ß as SS), then lower case. A text without any letter
  /// or digit, such as a row of emoji, stands for itself.
  static func words(of text: String) -> [UInt8] {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let words = isASCII ? asciiWords(of: text) : unicodeWords(of: text)
    return words.isEmpty ? Array(text.utf8) : words
  }

  private static func asciiWords(of text: String) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(text.utf8.count)
    var isBetweenWords = false
    for byte in text.utf8 {
      let lower = byte | 0x20
      let isLetter = (0x61...0x7A).contains(lower)
      guard isLetter || (0x30...0x39).contains(byte) else {
        isBetweenWords = !words.isEmpty
        continue
      }
      if isBetweenWords { words.append(0x20) }
      isBetweenWords = false
      words.append(isLetter ? lower : byte)
    }
    return words
  }

  private static func unicodeWords(of text: String) -> [UInt8] {
    var words = ""
    var isBetweenWords = false
    for scalar in text.decomposedStringWithCompatibilityMapping.uppercased().lowercased().unicodeScalars {
      let properties = scalar.properties
      if properties.generalCategory == .nonspacingMark { continue }
      let isKept = properties.isAlphabetic || properties.numericType != nil || properties.isEmojiPresentation
      guard isKept else {
        isBetweenWords = !words.isEmpty
        continue
      }
      if isBetweenWords { words.unicodeScalars.append(" ") }
      isBetweenWords = false
      words.unicodeScalars.append(scalar)
    }
    return Array(words.utf8)
  }
}
