import AnalysisModel

/// Opens files of labels and findings.
enum JudgedSource {
  /// The lines of a file, or of standard input for `-`, decompressed, in blocks.
  ///
  /// - Throws: `RefrainError` for a file that cannot be opened.
  static func blocks(_ path: String) throws -> LineBlockReader {
    LineBlockReader(try ByteSources.open(NamedFile.input(path))) { try FirstBytes.check($0, path: path) }
  }
}
