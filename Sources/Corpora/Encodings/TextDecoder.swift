/// Makes text of bytes in a known encoding: well-formed UTF-8 without NUL bytes. Not to be used by two
/// threads at a time.
struct TextDecoder {
  /// What was decoded.
  struct Output {
    var bytes: ArraySlice<UInt8>
    /// Places that stand for nothing in the encoding, each now U+FFFD.
    var illFormedPlaces = 0
    /// NUL bytes, each now U+FFFD.
    var nuls = 0
  }

  private let encoding: TextEncoding
  /// Nil for UTF-8, which is only checked.
  private let transcoder: Transcoder?
  private let passesASCII: Bool

  /// A decoder for one encoding.
  ///
  /// - Precondition: iconv knows the encoding.
  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    transcoder = encoding == .utf8 ? nil : Transcoder(encoding)
    precondition(encoding == .utf8 || transcoder != nil, "iconv does not know \(encoding.name)")
    passesASCII = encoding == .windows1252
  }

  /// Decodes a text; what is well-formed UTF-8 already is not copied.
  func decode(_ bytes: ArraySlice<UInt8>) -> Output {
    var output = bytes.withUnsafeBufferPointer { buffer -> Output in
      if passesASCII, buffer.allSatisfy({ $0 < 0x80 }) { return Output(bytes: bytes) }
      if let transcoder {
        let (text, places) = transcoder.utf8(buffer)
        return Output(bytes: text[...], illFormedPlaces: places)
      }
      if UTF8Repair.isValid(buffer) { return Output(bytes: bytes) }
      let (repaired, places) = UTF8Repair.repaired(buffer)
      return Output(bytes: repaired[...], illFormedPlaces: places)
    }
    output.nuls = output.bytes.count { $0 == 0 }
    if output.nuls > 0 { output.bytes = Self.replacingNULs(in: output.bytes) }
    return output
  }

  private static func replacingNULs(in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for piece in bytes.split(separator: 0, omittingEmptySubsequences: false) {
      if piece.startIndex > bytes.startIndex { text += UTF8Repair.replacement }
      text += piece
    }
    return text[...]
  }

  /// What is to be said about so many replacements.
  func notes(illFormedPlaces: Int, nuls: Int) -> [String] {
    var notes: [String] = []
    if illFormedPlaces > 0 {
      notes.append(UTF8Repair.note(places: illFormedPlaces, encoding: encoding))
    }
    if nuls > 0 {
      notes.append(
        nuls == 1
          ? "1 NUL byte was replaced by U+FFFD" : "\(nuls) NUL bytes were replaced by U+FFFD")
    }
    return notes
  }
}
