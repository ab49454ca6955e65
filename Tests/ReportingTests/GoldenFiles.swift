import Foundation
import Testing

/// Files that hold what a reporter is known to write; each change to them is looked at before it is committed.
///
/// `REFRAIN_RECORD_GOLDEN=1 swift test` writes them anew and fails, so that a recording never passes for a test.
enum GoldenFiles {
  static func check(
    _ bytes: [UInt8], against name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["REFRAIN_RECORD_GOLDEN"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let golden = [UInt8](try Data(contentsOf: file))
    guard golden != bytes else { return }
    let wanted = String(decoding: golden, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let found = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let line = zip(wanted, found).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(name) differs first in line \(line + 1):
      - \(line < wanted.count ? wanted[line].prefix(300) : "(end)")
      + \(line < found.count ? found[line].prefix(300) : "(end)")
      """, sourceLocation: sourceLocation)
  }
}
