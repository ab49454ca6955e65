import Foundation

/// Where the project's files lie.
public enum ProjectFolders {
  /// The package's folder.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The sample articles.
  public static let seeds = root.appending(path: "seeds")

  /// Larger development corpora, beside the package where they exist; `REFRAIN_SHARED_DATA` names another folder.
  ///
  /// Tests that use them are skipped where the folder is missing: the package never depends on it.
  public static let sharedData =
    ProcessInfo.processInfo.environment["REFRAIN_SHARED_DATA"].map { URL(filePath: $0) }
    ?? root.deletingLastPathComponent().appending(path: "shared/data")

  /// A file of the development corpora; nil where it is missing.
  public static func sharedFile(_ path: String) -> URL? {
    let file = sharedData.appending(path: path)
    return FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) ? file : nil
  }
}
