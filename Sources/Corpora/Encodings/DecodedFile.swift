import AnalysisModel

/// The text of a whole file that is one document, whatever encoding it is written in.
///
/// The encoding is, in this order: that of the byte-order mark; the one the options name; UTF-8, where the
/// bytes are UTF-8; the one that a page states; UTF-16 or Windows-1252, where the bytes look like it; UTF-8
/// with replacements.
struct DecodedFile {
  /// Well-formed UTF-8 without a byte-order mark and without NUL bytes.
  let bytes: ArraySlice<UInt8>
  /// Where in the file that stands: all of it where it is not UTF-8, since without its mark UTF-16 is not to
  /// be understood.
  let place: Range<Int>
  /// What is to be said about the file.
  private(set) var notes: [DecodingNote] = []

  /// Decodes a file.
  ///
  /// - Parameters:
  ///   - encoding: the one that the options name.
  ///   - isPage: whether the file may state its encoding as pages do.
  /// - Throws: `RefrainError` for a file that is no text.
  init(_ contents: [UInt8], encoding: TextEncoding?, isPage: Bool, path: String) throws(RefrainError) {
    let choice = try Choice(contents, encoding: encoding, isPage: isPage, path: path)
    let decoder = TextDecoder(choice.encoding)
    let output = decoder.decode(contents[choice.start...])
    bytes = output.bytes
    place = (choice.encoding == .utf8 ? choice.start : 0)..<contents.count
    if let remark = choice.remark { notes.append(DecodingNote(kind: .other, message: remark)) }
    notes += decoder.notes(illFormedPlaces: output.illFormedPlaces, nuls: output.nuls)
      .map { DecodingNote(kind: .other, message: $0) }
  }

  /// An encoding and where in the file the text begins.
  private struct Choice {
    var encoding: TextEncoding
    var start = 0
    var remark: String?

    init(
      _ contents: [UInt8], encoding: TextEncoding?, isPage: Bool, path: String
    ) throws(RefrainError) {
      if let mark = EncodingDetection.mark(contents) {
        self.encoding = mark.encoding
        start = mark.length
      } else if let encoding {
        self.encoding = encoding
      } else {
        let found = Self.detected(contents, isPage: isPage)
        self.encoding = found.encoding
        remark = found.remark
      }
      let text = contents[start...]
      if let compression = Compression(startOf: text) { throw FirstBytes.compressed(compression, path: path) }
      if !self.encoding.isWide, EncodingDetection.isBinary(text) { throw FirstBytes.binary(path: path) }
    }

    private static func detected(
      _ contents: [UInt8], isPage: Bool
    ) -> (encoding: TextEncoding, remark: String?) {
      let hasOnlyASCII = contents.allSatisfy { $0 < 0x80 }
      let isUTF8 = contents.withUnsafeBufferPointer(UTF8Repair.isValid)
      if let wide = EncodingDetection.utf16WithoutMark(contents) {
        return (wide, "the file has no byte-order mark and was read as \(wide.name), which it looks like")
      }
      if isPage, hasOnlyASCII || !isUTF8, let stated = StatedEncoding.find(in: contents) {
        return (stated, nil)
      }
      if !isUTF8, contents.withUnsafeBufferPointer(EncodingDetection.looksLikeWindows1252) {
        return (.windows1252, EncodingDetection.windows1252Remark)
      }
      return (.utf8, nil)
    }
  }
}
