import Corpora
import Foundation
import Refrain

/// Keeps outputs from being inputs: nothing that is read is ever overwritten, and no run reads its own output.
struct InputGuard: Sendable {
  private let paths: [String]
  private let readsAllKinds: Bool
  private let guardsWholeFolders: Bool

  /// Guards what a run reads.
  ///
  /// - Parameters:
  ///   - paths: files, folders or `-`, as typed.
  ///   - readsAllKinds: whether files of any extension are read in folders (`--input-format`).
  ///   - guardsWholeFolders: whether no output at all may lie in a folder that is read, of whatever kind.
  init(paths: [String], readsAllKinds: Bool, guardsWholeFolders: Bool = false) {
    self.paths = paths
    self.readsAllKinds = readsAllKinds
    self.guardsWholeFolders = guardsWholeFolders
  }

  /// Guards what a command reads: its paths and the configuration file.
  init(_ arguments: CommonArguments, _ configuration: Configuration) {
    self.init(
      paths: arguments.paths + [arguments.run.config].compactMap(\.self),
      readsAllKinds: configuration.input.format != nil)
  }

  /// The same guard over further files that are read.
  func adding(_ more: [String]) -> InputGuard {
    InputGuard(paths: paths + more, readsAllKinds: readsAllKinds, guardsWholeFolders: guardsWholeFolders)
  }

  /// - Throws: `RefrainError` where the output is one of the inputs, by whatever name, or lies in a folder that is
  ///   read and is of a kind that is read there.
  func check(_ target: OutputTarget, name: String) throws {
    guard case .file(let output, _) = target else { return }
    for path in paths where path != "-" {
      guard let pointer = realpath(path, nil) else { continue }
      defer { free(pointer) }
      let input = String(cString: pointer)
      if input == output || Self.areOneFile(input, output) {
        throw RefrainError(
          "the output is one of the inputs, which are never overwritten", path: name,
          remedy: "another file for the output")
      }
      if isRead(output, inFolder: input) {
        throw RefrainError(
          "the output lies in the folder \(path), which is read, and would be an input itself", path: name,
          remedy: "a place outside that folder")
      }
    }
  }

  /// Whether two names stand for one file (hard links).
  private static func areOneFile(_ a: String, _ b: String) -> Bool {
    var first = stat()
    var second = stat()
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  private func isRead(_ file: String, inFolder folder: String) -> Bool {
    let prefix = folder == "/" ? "/" : folder + "/"
    guard file.hasPrefix(prefix) else { return false }
    if guardsWholeFolders { return true }
    let components = file.dropFirst(prefix.count).split(separator: "/")
    if components.contains(where: { $0.hasPrefix(".") }) { return false }
    return readsAllKinds
      || InputOptions.InputFormat(fileName: String(components.last ?? "")) != nil
  }
}
