/// The UTF-8 of one field. Never outlives the closure it is borrowed in.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UInt8 {
  var isDigit: Bool { self &- 48 < 10 }
  var isASCIILetter: Bool { (self | 0x20) &- 97 < 26 }
  var isUppercase: Bool { self &- 65 < 26 }
  var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}

extension Bytes {
  /// The byte at an offset; 0, which no rule asks for, outside the text.
  func at(_ offset: Int) -> UInt8 { offset >= 0 && offset < count ? self[offset] : 0 }

  /// Whether the ASCII or UTF-8 spelling stands at an offset, byte for byte.
  func has(_ spelling: StaticString, at offset: Int) -> Bool {
    let length = spelling.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    for i in 0..<length where self[offset + i] != spelling.utf8Start[i] { return false }
    return true
  }

  /// Whether the lower-case spelling stands at an offset, ASCII capitals counting as small letters.
  func hasFolded(_ spelling: StaticString, at offset: Int) -> Bool {
    let length = spelling.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    for i in 0..<length where self[offset + i].lowercased != spelling.utf8Start[i] { return false }
    return true
  }

  /// The end of the white space that starts at an offset, no-break spaces included.
  func skipBlanks(_ offset: Int) -> Int {
    var end = offset
    while end < count {
      if self[end].isBlank {
        end += 1
      } else if self[end] == 0xC2, at(end + 1) == 0xA0 {
        end += 2
      } else if self[end] == 0xE2, at(end + 1) == 0x80, at(end + 2) == 0xAF {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  /// The end of the word of Latin letters (ASCII and U+00C0…U+00FF) that starts at an offset.
  func wordEnd(_ offset: Int) -> Int {
    var end = offset
    while end < count {
      if self[end].isASCIILetter {
        end += 1
      } else if self[end] == 0xC3, end + 1 < count {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// The range without white space and Markdown marks at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let next = Swift.min(skipBlanks(start), end)
      if next > start {
        start = next
      } else if Self.isMark(self[start]) {
        start += 1
      } else {
        break
      }
    }
    while end > start, self[end - 1].isBlank || Self.isMark(self[end - 1]) { end -= 1 }
    while end - 1 > start, self[end - 1] == 0xA0, self[end - 2] == 0xC2 { end -= 2 }
    return start..<end
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "`"),
      UInt8(ascii: "~"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}
