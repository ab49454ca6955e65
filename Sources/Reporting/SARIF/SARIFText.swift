/// Text out of documents, and paths, as SARIF wants them.
enum SARIFText {
  /// One line in which nothing is a link or a placeholder: brackets and backslashes escaped, braces doubled.
  ///
  /// Source: SARIF 2.1.0, sections 3.11.5 (placeholders) and 3.11.6 (embedded links).
  static func plain(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in VisibleText.line(text).unicodeScalars {
      switch scalar {
      case "[", "]", "\\": result.append("\\")
      case "{", "}": result.append(scalar)
      default: break
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// A path as the URI of an artifact: percent-encoded, relative as typed, or `file://` where it is absolute; nil
  /// for standard input and for documents that came from no file.
  static func uri(ofPath path: String) -> String? {
    guard !path.isEmpty, path != "-" else { return nil }
    if path.hasPrefix("/") { return "file://" + encoded(path) }
    var parts = path.split(separator: "/")
    while parts.count > 1, parts[0] == "." { parts.removeFirst() }
    return encoded(parts.joined(separator: "/"))
  }

  /// Everything but the unreserved characters of RFC 3986 and slashes is encoded, a colon too: before the first slash
  /// it would make a scheme of what stands before it.
  private static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
