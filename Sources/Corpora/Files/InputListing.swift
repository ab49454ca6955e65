import AnalysisModel
import Foundation

/// The files that the paths of a command line stand for, in reading order.
struct InputListing {
  private(set) var files: [InputFile] = []
  /// One sentence for each thing in folders that a user might miss.
  private(set) var warnings: [DataWarning] = []
  private var passedOver = PassedOver()
  private let options: InputOptions
  private let hasSeveralRoots: Bool

  /// Looks at all paths, before anything is read.
  ///
  /// - Throws: `RefrainError` for a path that is missing, of unknown kind, or a folder without documents or
  ///   one that cannot be listed; folders inside folders may be skipped.
  init(paths: [String], options: InputOptions, standardInput: Int32) throws {
    self.options = options
    hasSeveralRoots = paths.count > 1
    if paths.isEmpty {
      throw RefrainError(
        "no path to read was given", remedy: "name a file or a folder, or - for standard input")
    }
    if paths.count(where: { $0 == "-" }) > 1 {
      throw RefrainError("standard input can be read only once", path: "-", remedy: "name - once")
    }
    for path in paths {
      if path == "-" {
        files.append(
          InputFile(
            location: .descriptor(standardInput), path: "-", id: "-", format: options.format ?? .jsonl))
      } else {
        try add(path: path)
      }
    }
    warnings += passedOver.warnings
  }

  private mutating func add(path: String) throws {
    // A folder may be written with a slash at its end; ids and messages are shown without.
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let status = FileStatus(RawPath(path), followingLinks: true) else {
      throw Self.unreachable(path)
    }
    if status.kind == .folder {
      try add(folder: path)
      return
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let kind = FileName(name)
    guard let format = options.format ?? kind.format else { throw kind.error(path: path) }
    files.append(
      InputFile(
        location: .path(RawPath(path)), path: path, id: hasSeveralRoots ? path : name, format: format,
        size: status.kind == .file && kind.compression == nil ? status.size : nil,
        compression: kind.compression))
  }

  private mutating func add(folder root: String) throws {
    let findings = try FolderWalk(root: RawPath(root), onError: options.onError).findings()
    var inside = PassedOver()
    let before = files.count
    for entry in findings.entries {
      let relative = entry.relativePath.string
      let name = FileName(relative.split(separator: "/").last ?? "")
      guard entry.isReadableKind else {
        if entry.isBrokenLink {
          inside.add(brokenLink: RawPath(root).appending(entry.relativePath.bytes).string)
        } else {
          inside.addSpecial()
        }
        continue
      }
      guard let format = options.format ?? name.format else {
        inside.add(suffix: name.suffix)
        continue
      }
      let path = RawPath(root).appending(entry.relativePath.bytes)
      files.append(
        InputFile(
          location: .path(path), path: path.string,
          id: hasSeveralRoots ? path.string : relative, format: format,
          size: name.compression == nil ? entry.size : nil, isFoundInFolder: true,
          compression: name.compression))
    }
    if files.count == before { throw findings.problems.first ?? inside.nothingElse(in: root) }
    warnings += findings.problems.map {
      DataWarning(path: $0.path, message: "the folder was left out: \($0.problem)")
    }
    passedOver.add(inside)
  }

  private static func unreachable(_ path: String) -> RefrainError {
    let code = errno
    if path.isEmpty {
      return RefrainError("an empty path was given", remedy: "name a file or a folder")
    }
    if code == ENOENT || code == ENOTDIR {
      return RefrainError(
        "there is no such file or folder", path: path, remedy: "check the spelling of the path")
    }
    return RefrainError(
      "it cannot be reached: \(String(cString: strerror(code)))", path: path,
      remedy: "check the permissions of the folders that lead to it")
  }
}
