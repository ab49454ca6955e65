import AnalysisModel

/// Files that a user names for something else than documents: vectors, ids, labels, findings.
enum NamedFile {
  /// A file, or standard input for `-`.
  ///
  /// - Throws: `RefrainError` for a folder.
  static func input(_ path: String) throws -> InputFile {
    if path == "-" { return InputFile(location: .descriptor(0), path: path, id: path, format: .text) }
    let raw = RawPath(path)
    if let status = FileStatus(raw, followingLinks: true), status.kind == .folder {
      throw RefrainError("this is a folder, not a file", path: path, remedy: "the name of a file in it")
    }
    return InputFile(location: .path(raw), path: path, id: path, format: .text)
  }
}
