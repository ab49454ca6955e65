/// Tells whether the bytes around a date on a line add nothing but a weekday, a time, a zone or punctuation.
enum DateRemainder {
  /// How many numbers of a time may stand beside a date: hours, minutes, seconds, fraction, zone.
  private static let maximumNumbers = 6

  static func isHarmless(_ text: Bytes, _ ranges: Range<Int>...) -> Bool {
    var numbers = 0
    for range in ranges {
      var offset = range.lowerBound
      while offset < range.upperBound {
        let byte = text[offset]
        if byte.isDigit {
          var end = offset
          while end < range.upperBound, text[end].isDigit { end += 1 }
          numbers += 1
          guard numbers <= maximumNumbers, isTimePart(text, offset..<end) else { return false }
          offset = end
        } else if byte.isASCIILetter || byte == 0xC3 {
          let end = min(text.wordEnd(offset), range.upperBound)
          guard let word = PackedWord(text, offset..<end),
            CalendarWords.weekdays.contains(word) || CalendarWords.timeWords.contains(word)
          else { return false }
          offset = end
        } else if byte < 0x80 {
          guard isPunctuation(byte) else { return false }
          offset += 1
        } else {
          guard let width = separatorWidth(text, offset) else { return false }
          offset += width
        }
      }
    }
    return true
  }

  /// Two digits, a fraction of a second after a point, or a zone such as +0200.
  private static func isTimePart(_ text: Bytes, _ digits: Range<Int>) -> Bool {
    let before = text.at(digits.lowerBound - 1)
    switch digits.count {
    case 1, 2: return true
    case 4: return before == UInt8(ascii: "+") || before == UInt8(ascii: "-")
    default: return before == UInt8(ascii: ".")
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "&"),
      UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "!"):
      false
    default: true
    }
  }

  /// The width of a no-break space, ·, •, –, — or ｜.
  static func separatorWidth(_ text: Bytes, _ offset: Int) -> Int? {
    for mark: StaticString in ["\u{A0}", "·", "•", "–", "—", "｜", "\u{202F}", "●"]
    where text.has(mark, at: offset) {
      return mark.utf8CodeUnitCount
    }
    return nil
  }
}
