import CSimdJSON

/// Finds and replaces what is no UTF-8.
enum UTF8Repair {
  /// U+FFFD.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Whether the bytes are well-formed UTF-8 throughout.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    return refrain_utf8_is_valid(start, bytes.count)
  }

  /// Replaces each maximal subpart of an ill-formed sequence by U+FFFD (The Unicode Standard, section 3.9,
  /// "U+FFFD Substitution of Maximal Subparts").
  ///
  /// - Returns: well-formed UTF-8, and how many replacements were made. O(bytes).
  static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], places: Int) {
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count + 16)
    var places = 0
    var position = 0
    while position < bytes.count {
      let (length, isWellFormed) = sequence(in: bytes, at: position)
      if isWellFormed {
        repaired.append(contentsOf: bytes[position..<position + length])
      } else {
        repaired.append(contentsOf: replacement)
        places += 1
      }
      position += length
    }
    return (repaired, places)
  }

  /// How many characters are encoded in several bytes, and how many places are ill-formed. O(bytes).
  static func census(_ bytes: UnsafeBufferPointer<UInt8>) -> (multibyte: Int, illFormed: Int) {
    var census = (multibyte: 0, illFormed: 0)
    var position = 0
    while position < bytes.count {
      let (length, isWellFormed) = sequence(in: bytes, at: position)
      if !isWellFormed { census.illFormed += 1 } else if length > 1 { census.multibyte += 1 }
      position += length
    }
    return census
  }

  /// The length of the character or of the maximal ill-formed subpart at a position (table 3-7 of the
  /// standard).
  private static func sequence(
    in bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (length: Int, isWellFormed: Bool) {
    let lead = bytes[position]
    let continuations: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0..<0x80: return (1, true)
    case 0xC2...0xDF: continuations = 1
    case 0xE0...0xEF:
      continuations = 2
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      continuations = 3
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return (1, false)
    }
    for step in 1...continuations {
      let allowed = step == 1 ? second : 0x80...0xBF
      guard position + step < bytes.count, allowed.contains(bytes[position + step])
      else { return (step, false) }
    }
    return (continuations + 1, true)
  }

  /// The warning about so many replacements.
  static func note(places: Int, encoding: TextEncoding = .utf8) -> String {
    places == 1
      ? "1 place that is no \(encoding.name) was replaced by U+FFFD"
      : "\(places) places that are no \(encoding.name) were replaced by U+FFFD"
  }
}
