import AnalysisModel

/// What the first bytes of a file give away.
enum FirstBytes {
  /// How many bytes a UTF-8 byte-order mark takes at the start: 3 or 0.
  static func markLength(_ bytes: some Collection<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Does nothing where nothing speaks against decoding a file that starts like this as UTF-8.
  ///
  /// - Throws: the problem otherwise.
  static func check(_ bytes: some Collection<UInt8>, path: String) throws {
    if let problem = problem(bytes, path: path) { throw problem }
  }

  /// The reason why a file that starts like this cannot be decoded as UTF-8; nil where nothing speaks against
  /// it.
  static func problem(_ bytes: some Collection<UInt8>, path: String) -> RefrainError? {
    let isUTF32 = bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF])
    if isUTF32 || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let encoding = isUTF32 ? "UTF-32" : "UTF-16"
      return RefrainError(
        "the file is \(encoding), which is not supported yet", path: path,
        remedy: "iconv -f \(encoding) -t UTF-8 \(path) > a new file")
    }
    if bytes.starts(with: [0x1F, 0x8B]) {
      return RefrainError(
        "the file is compressed (gzip), which is not supported yet", path: path,
        remedy: path == "-" ? "pipe it through gunzip first" : "gunzip -k \(path)")
    }
    if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      return RefrainError(
        "the file is compressed (Zstandard), which is not supported yet", path: path,
        remedy: path == "-" ? "pipe it through zstd -d first" : "zstd -d \(path)")
    }
    if bytes.prefix(inspectedForNUL).contains(0) {
      return RefrainError(
        "the file is binary: there are NUL bytes among its first 8 KiB", path: path,
        remedy: "leave it out; --on-error skip passes over such files in folders")
    }
    return nil
  }

  /// How many bytes are searched for NUL, which no text has.
  private static let inspectedForNUL = 8192
}
