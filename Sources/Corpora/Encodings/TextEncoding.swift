import AnalysisModel

/// How text is written in bytes.
struct TextEncoding: Sendable, Hashable {
  /// The name that iconv knows it by, and messages say.
  let name: String

  static let utf8 = TextEncoding(name: "UTF-8")
  static let windows1252 = TextEncoding(name: "Windows-1252")
  static let utf16LittleEndian = TextEncoding(name: "UTF-16LE")
  static let utf16BigEndian = TextEncoding(name: "UTF-16BE")
  static let utf32LittleEndian = TextEncoding(name: "UTF-32LE")
  static let utf32BigEndian = TextEncoding(name: "UTF-32BE")

  private init(name: String) { self.name = name }

  /// The encoding that a user names.
  ///
  /// - Throws: `RefrainError` where there is none of that name.
  init(named name: String) throws(RefrainError) {
    guard let encoding = TextEncoding(label: name) else {
      throw RefrainError(
        "there is no encoding \(NameInData.quoted(name))",
        remedy: "--encoding with UTF-8, Windows-1252, ISO-8859-15, UTF-16LE … (iconv -l lists them all)")
    }
    self = encoding
  }

  /// The encoding of a name; nil where there is none.
  ///
  /// Latin-1 and ASCII are read as Windows-1252, which contains the characters of both: so browsers do
  /// (WHATWG, Encoding Standard, section 4.2), since that is what is meant. UTF-16 without more is
  /// little-endian.
  init?(label: String) {
    let known = label.lowercased()
    switch known.filter({ $0 != "-" && $0 != "_" }) {
    case "utf8": self = .utf8
    case "latin1", "l1", "iso88591", "ascii", "usascii", "cp1252", "windows1252", "xcp1252":
      self = .windows1252
    case "utf16", "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "utf32", "utf32le": self = .utf32LittleEndian
    case "utf32be": self = .utf32BigEndian
    default:
      // iconv takes the empty name for the user's own encoding, and slashes for modes of conversion.
      let isName = !known.isEmpty && known.utf8.allSatisfy { Self.nameBytes.contains($0) }
      let encoding = TextEncoding(name: label.uppercased())
      guard isName, Transcoder(encoding) != nil else { return nil }
      self = encoding
    }
  }

  private static let nameBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789-_.:+".utf8)

  /// Whether a character takes two or four bytes, so that NUL bytes are nothing odd.
  var isWide: Bool { name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") || name.hasPrefix("UCS-") }

  /// Whether line ends, separators and quotes are the bytes they are in ASCII and no part of another
  /// character: then a table can be cut into cells before anything is decoded. True of all encodings in use
  /// but UTF-16, UTF-32, UTF-7, ISO-2022 and EBCDIC.
  var keepsASCII: Bool {
    // The backslash and the tilde stand elsewhere in Shift JIS and cut nothing.
    let plain: [UInt8] = Array(9...13) + Array(0x20...0x5B) + Array(0x5D...0x7D)
    // ISO-2022 switches to Japanese, Chinese or Korean and back by these.
    let escapes: [UInt8] = [0x1B, 0x24, 0x42, 0x30, 0x21, 0x1B, 0x24, 0x29, 0x43, 0x0E, 0x30, 0x21, 0x0F]
    let probe = plain + escapes
    return self == .utf8
      || probe.withUnsafeBufferPointer { Transcoder(self)?.utf8($0).bytes } == probe
  }
}
