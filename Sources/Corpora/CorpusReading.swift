import AnalysisModel

/// A corpus together with what it takes to read the same bytes once more and copy records as they are
/// (`RecordCopier`).
public struct CorpusReading: Sendable {
  /// The documents.
  public let corpus: Corpus
  /// The files in reading order.
  let files: [ReadFile]
  /// What was read as standard input; kept until the reading goes away.
  let spool: SpooledInput?

  /// A file, as a user would type it, that another corpus was read from as well, by whatever name; nil where there
  /// is none.
  ///
  /// - Complexity: O(files + documents of the other corpus).
  public func fileShared(with other: Corpus) -> String? {
    func identity(_ path: String) -> FileStatus.Identity? {
      FileStatus(RawPath(path), followingLinks: true)?.identity
    }
    var identities: Set<FileStatus.Identity> = []
    var previous: String?
    for document in other.documents where document.origin.path != previous {
      previous = document.origin.path
      if let found = identity(document.origin.path) { identities.insert(found) }
    }
    return files.lazy.map(\.input.path).first { path in
      identity(path).map { identities.contains($0) } ?? false
    }
  }

  /// A file and what was found in it.
  struct ReadFile: Sendable {
    var input: InputFile
    /// As it was before it was read; nil for standard input.
    var stamp: FileStamp?
    var trace: FileTrace
  }
}

extension CorpusReading.ReadFile {
  /// - Throws: `RefrainError` where the file is not the one any more that was read.
  func checkUnchanged() throws {
    guard let stamp, case .path(let path) = input.location else { return }
    guard FileStamp(path) == stamp else { throw Self.changed(input.path) }
  }

  /// The error for a file that does not hold any more what was read from it.
  static func changed(_ path: String) -> RefrainError {
    RefrainError(
      "the file has changed since it was read, so that its records cannot be copied", path: path,
      remedy: "the same command again when nothing writes to the file any more")
  }
}
