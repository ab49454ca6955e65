import AnalysisModel

/// What the first bytes of a file whose text is UTF-8 give away: files of records and lists of ids.
enum FirstBytes {
  /// How many bytes a UTF-8 byte-order mark takes at the start: 3 or 0.
  static func markLength(_ bytes: some Collection<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Does nothing where nothing speaks against cutting a file that starts like this into lines.
  ///
  /// - Throws: the problem otherwise.
  static func check(_ bytes: some Collection<UInt8>, path: String) throws {
    let mark = EncodingDetection.mark(bytes)?.encoding
    if let wide = mark == .utf8 ? nil : mark ?? EncodingDetection.utf16WithoutMark(bytes) {
      throw unreadable(wide, path: path)
    }
    if let compression = Compression(startOf: bytes) { throw compressed(compression, path: path) }
    if EncodingDetection.isBinary(bytes) { throw binary(path: path) }
  }

  /// The error for a file of records that cannot be cut before it is decoded.
  static func unreadable(_ encoding: TextEncoding, path: String) -> RefrainError {
    RefrainError(
      "the file is \(encoding.name), in which only texts, Markdown and HTML are read", path: path,
      remedy: "iconv -f \(encoding.name) -t UTF-8 \(path) > a new file")
  }

  /// The error for compressed data that no more is expected of: ids, or what was compressed twice.
  static func compressed(_ compression: Compression, path: String) -> RefrainError {
    RefrainError(
      "there is compressed data (\(compression.name)) where text should be", path: path,
      remedy: path == "-"
        ? "pipe it through \(compression == .gzip ? "gunzip" : "zstd -d") first"
        : "\(compression.command) \(path)")
  }

  /// The error for what is no text.
  static func binary(path: String) -> RefrainError {
    RefrainError(
      "the file is binary: there are NUL bytes among its first 8 KiB", path: path,
      remedy: "leave it out; --on-error skip passes over such files in folders")
  }
}
