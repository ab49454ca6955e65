import Foundation
import Testing

/// Files that hold what the program is known to write; each change to them is looked at before it is committed.
///
/// `REFRAIN_RECORD_GOLDEN=1 scripts/test` writes them anew and fails, so that a recording never passes for a test.
public struct GoldenFiles: Sendable {
  private let folder: URL

  /// The golden files of a test target.
  ///
  /// - Parameter target: the folder's name in `Tests`.
  public init(target: String) {
    folder = ProjectFolders.root.appending(path: "Tests/\(target)/Golden")
  }

  /// Records an issue with the first line that differs from the golden file.
  public func check(
    _ bytes: some Sequence<UInt8>, against name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    let found = [UInt8](bytes)
    if ProcessInfo.processInfo.environment["REFRAIN_RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(found).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let golden = [UInt8](try Data(contentsOf: file))
    guard golden != found else { return }
    let wantedLines = Self.lines(golden)
    let foundLines = Self.lines(found)
    let line = zip(wantedLines, foundLines).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(name) differs first in line \(line + 1):
      - \(line < wantedLines.count ? wantedLines[line].prefix(300) : "(end)")
      + \(line < foundLines.count ? foundLines[line].prefix(300) : "(end)")
      """, sourceLocation: sourceLocation)
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
