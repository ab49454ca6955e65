import Foundation
import Refrain

/// Where an output goes, with symbolic links followed.
enum OutputTarget: Equatable, Sendable {
  /// Standard output.
  case standardOutput
  /// A device or a named pipe, written directly.
  case device(String)
  /// A file, and the hidden neighbour that is written first.
  case file(String, temporary: String)

  /// Finds out what a path stands for.
  ///
  /// - Throws: `RefrainError` for a folder and for a place that does not exist.
  init(path: String) throws {
    if path == "-" {
      self = .standardOutput
      return
    }
    if path.isEmpty {
      throw RefrainError("the name of the output is empty", remedy: "a file name, or - for standard output")
    }
    let resolved = try Self.resolved(path)
    var status = stat()
    if stat(resolved, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFDIR:
        throw RefrainError("the output is a folder", path: path, remedy: "a file name inside it")
      default:
        self = .device(resolved)
        return
      }
    }
    let url = URL(filePath: resolved)
    let hidden = ".\(url.lastPathComponent).\(getpid()).partial"
    self = .file(
      resolved, temporary: url.deletingLastPathComponent().appending(path: hidden).path(percentEncoded: false)
    )
  }

  /// The path with all links followed; the last component need not exist.
  static func resolved(_ path: String) throws -> String {
    if let whole = real(path) { return whole }
    // A link to a file that is still to be made.
    if let destination = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
      let base = URL(filePath: path).deletingLastPathComponent()
      let next = URL(filePath: destination, relativeTo: base).path(percentEncoded: false)
      if next != path,
        let folder = real(URL(filePath: next).deletingLastPathComponent().path(percentEncoded: false))
      {
        return folder + "/" + URL(filePath: next).lastPathComponent
      }
    }
    let url = URL(filePath: path)
    guard let folder = real(url.deletingLastPathComponent().path(percentEncoded: false)) else {
      throw cannotWrite(path)
    }
    return (folder == "/" ? "" : folder) + "/" + url.lastPathComponent
  }

  private static func real(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Opens the place for writing.
  ///
  /// - Parameter name: the path as typed, for messages.
  func open(name: String) throws -> Int32 {
    let descriptor: Int32
    switch self {
    case .standardOutput: return STDOUT_FILENO
    case .device(let path): descriptor = Foundation.open(path, O_WRONLY)
    case .file(let path, let temporary):
      var status = stat()
      let exists = stat(path, &status) == 0
      if exists && access(path, W_OK) != 0 { throw Self.cannotWrite(name) }
      // Exclusive: nothing that stands there is ever truncated.
      descriptor = Foundation.open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o666)
      if descriptor >= 0 && exists { fchmod(descriptor, status.st_mode & 0o7777) }
    }
    guard descriptor >= 0 else { throw Self.cannotWrite(name) }
    return descriptor
  }

  /// The error for a place that refuses to be written, from `errno`.
  static func cannotWrite(_ path: String) -> RefrainError {
    RefrainError(
      "cannot write: \(String(cString: strerror(errno)))", path: path,
      remedy: "a folder that exists and may be written to")
  }
}
