/// Reads the code point that starts at a lead byte of valid UTF-8.
@inline(__always)
func decodeCharacter(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (character: UInt32, length: Int) {
  let lead = UInt32(text[index])
  if lead < 0x80 { return (lead, 1) }
  let second = UInt32(text[index + 1]) & 0x3F
  if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
  let third = UInt32(text[index + 2]) & 0x3F
  if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
  let fourth = UInt32(text[index + 3]) & 0x3F
  return ((lead & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
}

/// Reads the code point that ends just before `index`.
///
/// - Precondition: `index` is a character border above the text's start.
func decodeCharacter(_ text: UnsafeBufferPointer<UInt8>, before index: Int) -> (
  character: UInt32, length: Int
) {
  var start = index - 1
  while text[start] & 0xC0 == 0x80 { start -= 1 }
  return decodeCharacter(text, at: start)
}

extension [UInt8] {
  /// Appends a code point as UTF-8.
  mutating func append(character: UInt32) {
    switch character {
    case ..<0x80: append(UInt8(character))
    case ..<0x800:
      append(UInt8(0xC0 | character >> 6))
      append(UInt8(0x80 | character & 0x3F))
    case ..<0x10000:
      append(UInt8(0xE0 | character >> 12))
      append(UInt8(0x80 | character >> 6 & 0x3F))
      append(UInt8(0x80 | character & 0x3F))
    default:
      append(UInt8(0xF0 | character >> 18))
      append(UInt8(0x80 | character >> 12 & 0x3F))
      append(UInt8(0x80 | character >> 6 & 0x3F))
      append(UInt8(0x80 | character & 0x3F))
    }
  }
}
